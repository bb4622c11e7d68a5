//! Asks a language model, behind any endpoint that speaks the chat completions of OpenAI, to draft
//! a reply from entries. Off unless somebody configured an address.
//!
//! What may leave the desk is decided by the caller; what comes back is looked at by
//! `bangban_domain::drafted`. Here is only how the request is put and how it travels.

mod address;
mod ask;
mod error;
mod prompt;

pub use address::{Address, AddressFault};
pub use ask::{Ask, Drafter, Turn};
pub use error::AskError;
pub use prompt::{Prompt, instructions, of_entry};
