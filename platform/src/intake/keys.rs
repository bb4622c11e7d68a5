//! The channels of other systems, and the keys that they show.

use std::fmt;

use bangban_domain::ticket::Channel;
use sha2::{Digest, Sha256};
use subtle::{Choice, ConstantTimeEq};

/// A channel that another system speaks for.
pub(crate) struct Known {
    pub(crate) channel: Channel,
    /// Its word in settings and on the wire.
    pub(crate) word: &'static str,
    /// Setting of its key.
    pub(crate) setting: &'static str,
    /// Account that registers its requests.
    pub(crate) account: &'static str,
    /// Name of that account, as a timeline shows it.
    pub(crate) name: &'static str,
}

/// The four channels. Counter and phone are typed in by staff.
pub(crate) const CHANNELS: [Known; 4] = [
    Known {
        channel: Channel::Mobile,
        word: "mobile",
        setting: "intake_key_mobile",
        account: "intake.mobile",
        name: "移动端",
    },
    Known {
        channel: Channel::Web,
        word: "web",
        setting: "intake_key_web",
        account: "intake.web",
        name: "网页端",
    },
    Known {
        channel: Channel::Hotline,
        word: "hotline",
        setting: "intake_key_hotline",
        account: "intake.hotline",
        name: "12345热线",
    },
    Known {
        channel: Channel::SelfService,
        word: "self_service",
        setting: "intake_key_self_service",
        account: "intake.self_service",
        name: "自助端",
    },
];

/// What is known of a channel; `None` for those that staff type in.
pub(crate) fn known(channel: Channel) -> Option<&'static Known> {
    CHANNELS.iter().find(|known| known.channel == channel)
}

/// Shortest key, in characters.
const LEAST_CHARS: usize = 32;

/// Why a key cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    /// It could be guessed.
    #[error("a channel's key has at least {LEAST_CHARS} characters and no spaces")]
    TooShort,
    /// Two channels could not be told apart.
    #[error("each channel has a key of its own")]
    Shared,
    /// Staff type in what comes by this channel.
    #[error("there is no intake from this channel")]
    NoIntake,
}

/// Keys of the channels, as SHA-256. None: no system hands anything over.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct IntakeKeys {
    keys: Vec<(Channel, [u8; 32])>,
}

impl IntakeKeys {
    /// Sets the key of a channel.
    ///
    /// # Errors
    /// When it is too short, or another channel has it.
    pub fn set(&mut self, channel: Channel, key: &str) -> Result<(), KeyFault> {
        if known(channel).is_none() {
            return Err(KeyFault::NoIntake);
        }
        if key.chars().count() < LEAST_CHARS || key.chars().any(char::is_whitespace) {
            return Err(KeyFault::TooShort);
        }
        let digest = digest(key);
        if self.keys.iter().any(|(other, held)| *other != channel && *held == digest) {
            return Err(KeyFault::Shared);
        }
        self.keys.retain(|(other, _)| *other != channel);
        self.keys.push((channel, digest));
        Ok(())
    }

    /// Channels that have a key.
    pub fn channels(&self) -> impl Iterator<Item = Channel> {
        self.keys.iter().map(|(channel, _)| *channel)
    }

    /// Whose key this is. Every key is compared to its end, so that time tells nothing.
    pub(crate) fn channel_of(&self, key: &str) -> Option<Channel> {
        let given = digest(key);
        let mut found = None;
        for (channel, held) in &self.keys {
            let same: Choice = held.ct_eq(&given);
            if bool::from(same) {
                found = Some(*channel);
            }
        }
        found
    }
}

/// The channels only.
impl fmt::Debug for IntakeKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.channels()).finish()
    }
}

fn digest(key: &str) -> [u8; 32] {
    Sha256::digest(key.as_bytes()).into()
}
