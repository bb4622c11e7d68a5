//! Tells the windows when something changed in the scan folder.
//!
//! By looking every two seconds: shares on other machines, where many scanners write to, send no
//! news of changes.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use notify::{Config, PollWatcher, RecursiveMode, Watcher as _};
use tokio::runtime::Handle;

use crate::commands::Tag;
use crate::desk::Desk;
use crate::event::ApiEvent;

/// How often the folder is looked at.
const EVERY: Duration = Duration::from_secs(2);
/// A file is offered once it has been quiet for a while, so that has to be told as well.
const SETTLED: Duration = Duration::from_secs(2);

/// The watcher of the scan folder, if there is one.
pub struct ScanWatch {
    desk: Desk,
    runtime: Handle,
    watcher: Mutex<Option<PollWatcher>>,
}

impl ScanWatch {
    /// Watches nothing yet. Has to be called within a runtime.
    pub fn new(desk: Desk) -> Self {
        Self { desk, runtime: Handle::current(), watcher: Mutex::default() }
    }

    /// Watches another folder, or none. One that is not there is shown as such where it is read.
    pub fn watch(&self, folder: Option<PathBuf>) {
        let next = folder.and_then(|folder| match self.start(&folder) {
            Ok(watcher) => Some(watcher),
            Err(error) => {
                tracing::info!(%error, "the scan folder cannot be watched");
                None
            }
        });
        *self.watcher.lock().unwrap_or_else(PoisonError::into_inner) = next;
        self.tell_when_settled();
    }

    /// What was written a moment ago is offered a moment later, without any further change.
    fn tell_when_settled(&self) {
        let desk = self.desk.clone();
        self.runtime.spawn(async move {
            tokio::time::sleep(SETTLED).await;
            tell(&desk);
        });
    }

    fn start(&self, folder: &Path) -> notify::Result<PollWatcher> {
        let (desk, runtime) = (self.desk.clone(), self.runtime.clone());
        let changed = move |found: notify::Result<notify::Event>| {
            if found.is_ok() {
                let desk = desk.clone();
                runtime.spawn(async move {
                    tell(&desk);
                    tokio::time::sleep(SETTLED).await;
                    tell(&desk);
                });
            }
        };
        let mut watcher = PollWatcher::new(changed, Config::default().with_poll_interval(EVERY))?;
        watcher.watch(folder, RecursiveMode::NonRecursive)?;
        Ok(watcher)
    }
}

fn tell(desk: &Desk) {
    desk.announce(ApiEvent::Changed { tags: vec![Tag::Scans] });
}
