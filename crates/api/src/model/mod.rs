//! What crosses between the command table and the UI. Times are UTC milliseconds, days are
//! `YYYY-MM-DD`, numbers of people are masked unless said otherwise.

mod courier;
mod desk;
mod drafting;
mod files;
mod history;
mod intake;
mod library;
mod papers;
mod practice;
mod question;
mod review;
mod search;
mod session;
mod station;
mod suggestion;
mod sync;
mod ticket;

pub use courier::*;
pub use desk::*;
pub use drafting::*;
pub use files::*;
pub use history::*;
pub use intake::*;
pub use library::*;
pub use papers::*;
pub use practice::*;
pub use question::*;
pub use review::*;
pub use search::*;
pub use session::*;
pub use station::*;
pub use suggestion::*;
pub use sync::*;
pub use ticket::*;
