//! Where a model is found.

use std::net::IpAddr;

use reqwest::Url;
use serde::Serialize;

/// The base address of an endpoint, e.g. `https://models.example.gov.cn/v1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(Url);

/// Why an address is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum AddressFault {
    /// It is no address that begins with `https://`.
    #[error("no address")]
    NotAnAddress,
    /// Unsealed, what is sent could be read on the way to another machine.
    #[error("plain HTTP to another machine")]
    Unsealed,
    /// A name, password or query in it would end up in logs.
    #[error("more than an address")]
    TooMuch,
}

impl Address {
    /// Reads an address as a person writes it.
    ///
    /// # Errors
    /// When requests should not be sent there.
    pub fn parse(text: &str) -> Result<Self, AddressFault> {
        let text = text.trim().trim_end_matches('/');
        let url = Url::parse(text).map_err(|_| AddressFault::NotAnAddress)?;
        let has_secrets = !url.username().is_empty() || url.password().is_some();
        if has_secrets || url.query().is_some() || url.fragment().is_some() {
            return Err(AddressFault::TooMuch);
        }
        let address = Self(url);
        match address.0.scheme() {
            "https" if address.0.host_str().is_some() => Ok(address),
            "http" if address.is_local() => Ok(address),
            "http" => Err(AddressFault::Unsealed),
            _ => Err(AddressFault::NotAnAddress),
        }
    }

    /// Whether it is this machine, so that nothing leaves it.
    pub fn is_local(&self) -> bool {
        // Names other than this one may mean another machine tomorrow.
        let host = self.0.host_str().unwrap_or_default().trim_matches(['[', ']']);
        host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
    }

    /// As it is shown and kept.
    pub fn as_str(&self) -> &str {
        self.0.as_str().trim_end_matches('/')
    }

    /// Where drafts are asked for.
    pub(crate) fn completions(&self) -> String {
        format!("{}/chat/completions", self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sent_cannot_be_read_on_its_way_to_another_machine() {
        let cases = [
            ("https://models.example.gov.cn/v1/", Ok("https://models.example.gov.cn/v1")),
            (" http://127.0.0.1:11434/v1 ", Ok("http://127.0.0.1:11434/v1")),
            ("http://[::1]:8000", Ok("http://[::1]:8000")),
            ("http://localhost:8000/v1", Ok("http://localhost:8000/v1")),
            ("http://10.0.0.8/v1", Err(AddressFault::Unsealed)),
            ("http://localhost.example.com/v1", Err(AddressFault::Unsealed)),
            ("http://127.0.0.1.example.com", Err(AddressFault::Unsealed)),
            ("ftp://models.example.gov.cn", Err(AddressFault::NotAnAddress)),
            ("models.example.gov.cn", Err(AddressFault::NotAnAddress)),
            ("", Err(AddressFault::NotAnAddress)),
            ("https://me:secret@example.com/v1", Err(AddressFault::TooMuch)),
            ("https://example.com/v1?key=secret", Err(AddressFault::TooMuch)),
        ];
        for (text, expected) in cases {
            let read = Address::parse(text);
            assert_eq!(
                read.as_ref().map(Address::as_str).map_err(|fault| *fault),
                expected,
                "{text}"
            );
        }
    }
}
