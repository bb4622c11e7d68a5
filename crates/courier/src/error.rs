//! What can be wrong with a bundle, each with its own name.

use bangban_protocol::BundleFault;

/// Why a bundle cannot be read or written. Never holds what is inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BundleError {
    /// The file is something else.
    #[error("the file is not a courier bundle")]
    NotABundle,
    /// It was written by a newer program.
    #[error("the bundle has format {0}, which this program does not know")]
    Newer(u32),
    /// It is larger than is taken, packed or unpacked.
    #[error("the bundle is larger than is taken")]
    TooLarge,
    /// Its end is missing.
    #[error("the bundle was cut short")]
    CutShort,
    /// It is not as it was when it was signed.
    #[error("the bundle was changed after it was signed")]
    Changed,
    /// The key that signed it is not known to be of whom it says.
    #[error("the bundle is not signed by whom it says")]
    UnknownSender,
    /// It is sealed to someone else.
    #[error("the bundle is for someone else")]
    ForSomeoneElse,
    /// It goes the other way.
    #[error("the bundle goes the other way")]
    OtherKind,
    /// It is whole and signed, but what is inside cannot be read.
    #[error("the inside of the bundle cannot be read")]
    Unreadable,
    /// A key cannot be used.
    #[error("a courier key cannot be used")]
    BadKey,
    /// The system gave no random numbers.
    #[error("the system gave no random numbers")]
    NoRandomness,
}

impl BundleError {
    /// The word for it on the wire; `None` when it is not the bundle's fault.
    pub fn fault(self) -> Option<BundleFault> {
        Some(match self {
            Self::NotABundle => BundleFault::NotABundle,
            Self::Newer(_) => BundleFault::Newer,
            Self::TooLarge => BundleFault::TooLarge,
            Self::CutShort => BundleFault::CutShort,
            Self::Changed => BundleFault::Changed,
            Self::UnknownSender => BundleFault::UnknownSender,
            Self::ForSomeoneElse => BundleFault::ForSomeoneElse,
            Self::OtherKind => BundleFault::OtherKind,
            Self::Unreadable => BundleFault::Unreadable,
            Self::BadKey | Self::NoRandomness => return None,
        })
    }
}
