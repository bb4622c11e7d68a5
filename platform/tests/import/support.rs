//! What several of these tests need.

use std::path::{Path, PathBuf};

use bangban_domain::time::Timestamp;
use bangban_platform::import::{ImportRule, Report, Source, import_matters};
use bangban_platform::store::{Db, LIBRARY, feed};
use tempfile::TempDir;

/// 2024-01-01 in China, so that no test depends on today.
pub const NOW: Timestamp = Timestamp(1_704_038_400_000);

/// The small file of our own.
pub const SMALL: &str = include_str!("../data/import/small.jsonl");

/// A platform's database in a folder that goes away with it.
pub struct Place {
    pub db: Db,
    folder: TempDir,
}

impl Place {
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let db = Db::open(folder.path()).await.expect("a database");
        Self { db, folder }
    }

    /// Imports these bytes as a file.
    pub async fn import(&self, name: &str, bytes: &[u8]) -> Report {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).expect("a file");
        self.import_file(&path).await
    }

    pub async fn import_file(&self, path: &Path) -> Report {
        let report = import_matters(&self.db, path, NOW).await.expect("an import");
        assert!(report.adds_up(), "every row is accounted for: {report}");
        report
    }

    /// Last number of the library's feed.
    pub async fn head(&self) -> u64 {
        feed::head(self.db.read(), LIBRARY).await.expect("a head")
    }
}

/// Number of warnings of a rule.
pub fn count(report: &Report, rule: ImportRule) -> usize {
    report.warning_counts.get(&rule).copied().unwrap_or(0)
}

/// Rules that one row touched, in the order of the source.
pub fn rules_of(source: &Source, row: usize) -> Vec<ImportRule> {
    let found = source.rows.iter().find(|found| found.row == row).expect("the row is a matter");
    found.warnings.iter().map(|warning| warning.rule).collect()
}

/// The folder of real data, if this machine has it.
pub fn shared_data() -> Option<PathBuf> {
    let named = std::env::var_os("BANGBAN_SHARED_DATA").map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    named.or(Some(beside)).filter(|folder| folder.is_dir())
}
