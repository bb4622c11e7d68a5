//! `cargo xtask check`: what can be known without running anything.

use std::process::ExitCode;

use anyhow::Result;

use crate::packages::Need;
use crate::places::Places;
use crate::suite::Step;
use crate::{setup, test};

/// The quick steps of `cargo xtask test`.
pub fn check(places: &Places) -> Result<ExitCode> {
    setup::prepare(places, &[Need::Run])?;
    let steps = [Step::Fmt, Step::Tidy, Step::UiLint, Step::UiTypes, Step::Bindings, Step::Clippy];
    test::perform(places, &steps)
}
