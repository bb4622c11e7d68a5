//! A peer: SQLite's FTS5 with its trigram tokenizer, on a plain file.

use std::path::Path;
use std::time::Instant;

use anyhow::Result;
use bangban_search::{Document, Kind, Passage};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::Mutex;

use crate::corpus::{Corpus, Typed};
use crate::speed::{Finds, Turn, measure, size};

/// Rows of a transaction.
const BATCH: usize = 5_000;

struct Fts5 {
    runtime: Runtime,
    connection: Mutex<SqliteConnection>,
}

/// Builds and asks.
pub fn turn(corpus: &Corpus<'_>, typed: &[Typed], dir: &Path) -> Result<Turn> {
    std::fs::create_dir_all(dir)?;
    let file = dir.join("index.sqlite");
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let begun = Instant::now();
    let connection = runtime.block_on(build(corpus, &file))?;
    let build = begun.elapsed();
    let fts5 = Fts5 { runtime, connection: Mutex::new(connection) };
    measure("FTS5 trigram", build, size(&file)?, &fts5, typed)
}

async fn build(corpus: &Corpus<'_>, file: &Path) -> Result<SqliteConnection> {
    let options = SqliteConnectOptions::new().filename(file).create_if_missing(true);
    let options =
        options.journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Normal);
    let mut connection = options.disable_statement_logging().connect().await?;
    for table in ["matter", "knowledge"] {
        let sql = format!(
            "CREATE VIRTUAL TABLE {table} USING fts5(key UNINDEXED, title, body, tokenize='trigram')"
        );
        sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&mut connection).await?;
    }
    let mut documents = corpus.documents().peekable();
    while documents.peek().is_some() {
        let mut batch = connection.begin_with("BEGIN IMMEDIATE").await?;
        for document in documents.by_ref().take(BATCH) {
            insert(&mut batch, document).await?;
        }
        batch.commit().await?;
    }
    for table in ["matter", "knowledge"] {
        let sql = format!("INSERT INTO {table}({table}) VALUES ('optimize')");
        sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&mut connection).await?;
    }
    sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut connection).await?;
    Ok(connection)
}

async fn insert(connection: &mut SqliteConnection, document: Document) -> Result<()> {
    let sql = match document.kind {
        Kind::Matter => "INSERT INTO matter (key, title, body) VALUES (?, ?, ?)",
        _ => "INSERT INTO knowledge (key, title, body) VALUES (?, ?, ?)",
    };
    let names =
        std::iter::once(document.title).chain(document.aliases).collect::<Vec<_>>().join("\n");
    let texts = document
        .passages
        .into_iter()
        .map(|Passage { text, .. }| text)
        .collect::<Vec<_>>()
        .join("\n");
    sqlx::query(sql).bind(document.key).bind(names).bind(texts).execute(connection).await?;
    Ok(())
}

impl Finds for Fts5 {
    fn find(&self, text: &str) -> Result<Vec<(Kind, String)>> {
        let phrase = format!("\"{}\"", text.replace('"', " "));
        self.runtime.block_on(async {
            let mut connection = self.connection.lock().await;
            let mut found = Vec::new();
            let tables = [
                (Kind::Matter, "SELECT key FROM matter WHERE matter MATCH ? ORDER BY bm25(matter, 0, 8, 1) LIMIT 10"),
                (Kind::Knowledge, "SELECT key FROM knowledge WHERE knowledge MATCH ? ORDER BY bm25(knowledge, 0, 8, 1) LIMIT 10"),
            ];
            for (kind, sql) in tables {
                let keys: Vec<String> = sqlx::query_scalar(sql).bind(&phrase).fetch_all(&mut *connection).await?;
                found.extend(keys.into_iter().map(|key| (kind, key)));
            }
            Ok(found)
        })
    }
}
