//! What the tests share: a real platform over loopback, a wire that can be cut, stations, and the
//! real window.

pub mod bench;
pub mod central;
pub mod chaos;
pub mod counter;
pub mod disk;
pub mod driver;
pub mod model;
pub mod notices;
pub mod owner;
pub mod paper;
pub mod patience;
pub mod print;
pub mod process;
pub mod station;
pub mod window;
pub mod wire;
