//! Files as citizens hand them in: what they are, whether they are safe to handle, and where they
//! lie. No network, no SQL, no window.
//!
//! A file is known by the SHA-256 of its content. It is put into the [`Vault`] first, where it is
//! encrypted; everything that looks at it afterwards reads it from there, so that no plaintext
//! ever touches the disk.

mod decode;
mod detect;
mod hash;
pub mod inspect;
mod media;
pub mod quality;
mod take_in;
mod thumbnail;
mod vault;

pub use decode::{DecodeError, decode};
pub use detect::detect;
pub use hash::{ContentHash, NotAHash};
pub use inspect::{HeldReason, Inspection, Limits, Pixels, Verdict, inspect};
pub use media::Media;
pub use take_in::{TakenIn, look_at, take_in};
pub use thumbnail::{THUMBNAIL_PIXELS, Thumbnail, thumbnail};
pub use vault::{Blob, Incoming, MAX_FILE_BYTES, Stored, Vault, VaultError};
