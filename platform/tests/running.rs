//! A platform that runs for the length of one test.

use bangban_platform::{Config, Platform};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

pub struct Running {
    pub platform: Platform,
    pub base: String,
    pub shutdown: CancellationToken,
    pub served: JoinHandle<()>,
    pub dir: TempDir,
}

impl Running {
    /// With the sample, on a free port.
    pub async fn start() -> Self {
        Self::with(|_| {}).await
    }

    pub async fn with(change: impl FnOnce(&mut Config)) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mut config =
            Config { data_dir: dir.path().to_owned(), sample: true, ..Config::default() };
        change(&mut config);
        let platform = Platform::open(config).await.unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let shutdown = CancellationToken::new();
        let (serving, ending) = (platform.clone(), shutdown.clone());
        let served = tokio::spawn(async move { serving.serve(listener, ending).await.unwrap() });
        Self { platform, base, shutdown, served, dir }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.shutdown.cancel();
    }
}
