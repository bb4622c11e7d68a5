//! The courier bundle: a file that carries a station's outbox to the platform where there is no
//! line, and the platform's answers back.
//!
//! A bundle is sealed to one reader (age, X25519) and signed by its writer (Ed25519), so that
//! anybody can carry it and nobody can read or change it on the way. Format only: no network, no
//! database. docs/courier.md has the layout.

mod bundle;
mod error;
mod header;
mod inside;
mod keys;
mod volume;

pub use bundle::{
    BEGINNING_BYTES, Bundle, Letter, MAX_FILE_BYTES, MAX_SEALED_BYTES, MAX_UNPACKED_BYTES, peek,
    write,
};
pub use error::BundleError;
pub use header::{Answered, Header, Kind, Outcome, Part};
pub use inside::{Back, News, Snapshot, Up};
pub use keys::{Pair, are_usable, fingerprint};
pub use volume::{
    Arrived, Contents, Named, Piece, TRIP_BYTES, VOLUME_BYTES, Volume, distribute, write_volume,
};

/// Ending of a bundle's file name.
pub const EXTENSION: &str = "bbx";

/// Result of reading or writing a bundle.
pub type Result<T> = std::result::Result<T, BundleError>;

/// Short name of a station, e.g. `3F9A01`.
pub fn short_station(station: uuid::Uuid) -> String {
    // The end of a UUIDv7 is random; its beginning is a time that many share.
    let station = station.simple().to_string();
    station[station.len() - 6..].to_uppercase()
}

/// Name for a bundle's file. Nobody's name is in it.
pub fn file_name(header: &Header) -> String {
    let short = short_station(header.station);
    let way = match header.kind {
        Kind::Up | Kind::Files => "帮办递送",
        Kind::Back => "帮办回执",
    };
    // The volumes of a trip stand behind its bundle in every list.
    let part = header.part.map(|it| format!("-附件{}", it.part)).unwrap_or_default();
    format!("{way}-{short}-{:04}{part}.{EXTENSION}", header.number)
}
