//! Files as the desk meets them: friendly, hostile, and cut short.
#![allow(clippy::print_stdout, reason = "a figure, or that this machine cannot run it")]
#![allow(clippy::unwrap_used, reason = "a test ends at the first surprise")]

mod archives;
mod incoming;
mod make;
mod media;
mod pdfs;
mod pictures;
mod speed;
mod vault;
