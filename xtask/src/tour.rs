//! `cargo xtask tour`: the real window through the main job, in numbered pictures.

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::binaries::{Build, FEATURES, workspace};
use crate::display::Session;
use crate::packages::{Need, program};
use crate::places::Places;
use crate::platform::Platform;
use crate::{demo, files, processes, say, setup};

/// Ends with the list of pictures.
pub fn tour(places: &Places) -> Result<ExitCode> {
    setup::prepare(places, &[Need::Run, Need::Headless, Need::Window])?;
    let build = Build::DEVELOPMENT;
    build.make(places)?;

    let folder = places.output("tour-data");
    let pictures = places.output("tour");
    files::empty(&folder)?;
    files::empty(&pictures)?;
    let platform = Platform::start(&build.program(places, "bangban-platform"), &folder)?;
    let session = Session::start(&folder.join("session"))?;
    let mut test = workspace(places, "test");
    test.args(FEATURES).args(["--test", "tour", "--", "--nocapture", "--test-threads=1"]);
    session.enter(&mut test);
    build.tell(places, &mut test);
    demo::place(&mut test, &platform.url, &folder);
    test.env("BANGBAN_PASSWORD_FILE", demo::password_file(&folder)?);
    test.env("BANGBAN_TOUR_DIR", &pictures);
    test.env("BANGBAN_WINDOW_TESTS", "1");
    test.env("BANGBAN_SHOTS_DIR", &pictures);
    test.env("BANGBAN_WEBDRIVER", program("WebKitWebDriver").unwrap_or_default());
    say::heading("tour");
    let outcome = processes::succeed(&mut test);

    let taken = files::walk(&pictures)?;
    say::heading(&format!("pictures: {}", taken.len()));
    for picture in &taken {
        println!("{}", picture.display());
    }
    outcome?;
    if taken.is_empty() {
        bail!("the tour took no picture");
    }
    Ok(ExitCode::SUCCESS)
}
