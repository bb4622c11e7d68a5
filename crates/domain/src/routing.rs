//! Which organisation a request belongs to, from a table the platform distributes.

use serde::{Deserialize, Serialize};

use crate::ticket::Nature;

/// One line of the routing table. A part that is not set fits everything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Route {
    /// Key of a matter.
    #[serde(default)]
    pub matter: Option<String>,
    /// What the request is about.
    #[serde(default)]
    pub nature: Option<Nature>,
    /// Beginning of the division code of the place the request is about.
    #[serde(default)]
    pub division: Option<String>,
    /// Organisation that answers for it; `None`: this line only names consultants.
    #[serde(default)]
    pub organisation: Option<String>,
    /// The consultants' organisation to ask first.
    #[serde(default)]
    pub consultants: Option<String>,
    /// The organisation is designated and cannot return what it gets by this line.
    #[serde(default)]
    pub designated: bool,
}

/// What a request is routed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Request<'a> {
    /// Key of its matter.
    pub matter: Option<&'a str>,
    /// What it is about.
    pub nature: Nature,
    /// Division code of the place it is about.
    pub division: &'a str,
}

/// The line that names the organisation of a request.
pub fn route<'a>(routes: &'a [Route], request: Request<'_>) -> Option<&'a Route> {
    most_specific(routes.iter().filter(|line| line.organisation.is_some()), request)
}

/// The line that names whom to ask first about a request.
pub fn consultants<'a>(routes: &'a [Route], request: Request<'_>) -> Option<&'a Route> {
    most_specific(routes.iter().filter(|line| line.consultants.is_some()), request)
}

/// The most specific line that fits: a named matter counts before a named nature, and that
/// before a division, of which the longest counts. Between equals the first one stands.
fn most_specific<'a>(
    lines: impl Iterator<Item = &'a Route>,
    request: Request<'_>,
) -> Option<&'a Route> {
    let mut best: Option<&Route> = None;
    for line in lines.filter(|line| line.fits(request)) {
        if best.is_none_or(|found| line.weight() > found.weight()) {
            best = Some(line);
        }
    }
    best
}

impl Route {
    fn fits(&self, request: Request<'_>) -> bool {
        self.matter.as_deref().is_none_or(|matter| request.matter == Some(matter))
            && self.nature.is_none_or(|nature| nature == request.nature)
            && self.division.as_deref().is_none_or(|code| request.division.starts_with(code))
    }

    fn weight(&self) -> (bool, bool, usize) {
        let division = self.division.as_ref().map_or(0, String::len);
        (self.matter.is_some(), self.nature.is_some(), division)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(
        matter: Option<&str>,
        nature: Option<Nature>,
        division: Option<&str>,
        organisation: &str,
    ) -> Route {
        Route {
            matter: matter.map(Into::into),
            nature,
            division: division.map(Into::into),
            organisation: Some(organisation.into()),
            consultants: None,
            designated: false,
        }
    }

    #[test]
    fn the_most_specific_line_of_the_table_decides() {
        let table = [
            line(None, None, Some("441322"), "zwb"),
            line(None, None, Some("441322121"), "shiwan"),
            line(None, Some(Nature::Attitude), None, "supervision"),
            line(Some("m1"), None, None, "hrss"),
            line(Some("m1"), None, Some("441322119"), "yuanzhou"),
        ];
        for (matter, nature, division, expected) in [
            (None, Nature::Policy, "441322121201", Some("shiwan")),
            (None, Nature::Policy, "441322119203", Some("zwb")),
            (None, Nature::Attitude, "441322121201", Some("supervision")),
            (Some("m1"), Nature::Attitude, "441322121201", Some("hrss")),
            (Some("m1"), Nature::Procedure, "441322119203", Some("yuanzhou")),
            (Some("m2"), Nature::Procedure, "110101", None),
        ] {
            let found = route(&table, Request { matter, nature, division });
            assert_eq!(
                found.and_then(|r| r.organisation.as_deref()),
                expected,
                "{matter:?} {division}"
            );
        }
    }
}
