//! A TCP wire between a station and the platform that can be cut and mended.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Result;
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// A wire that forwards bytes while it is whole.
pub struct Wire {
    address: SocketAddr,
    whole: Arc<watch::Sender<bool>>,
    task: JoinHandle<()>,
}

impl Wire {
    /// Lays a wire to `platform`.
    pub async fn to(platform: SocketAddr) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let (sender, _) = watch::channel(true);
        let whole = Arc::new(sender);
        let task = tokio::spawn(forward(listener, platform, whole.clone()));
        Ok(Self { address, whole, task })
    }

    /// Where a station finds the platform.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Pulls the network: connections end, new ones get nowhere.
    pub fn cut(&self) {
        self.whole.send_replace(false);
    }

    /// Puts the network back.
    pub fn mend(&self) {
        self.whole.send_replace(true);
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn forward(listener: TcpListener, platform: SocketAddr, whole: Arc<watch::Sender<bool>>) {
    while let Ok((mut near, _)) = listener.accept().await {
        let mut whole = whole.subscribe();
        if !*whole.borrow() {
            continue;
        }
        tokio::spawn(async move {
            let Ok(mut far) = TcpStream::connect(platform).await else { return };
            tokio::select! {
                _ = copy_bidirectional(&mut near, &mut far) => {}
                _ = whole.wait_for(|whole| !whole) => {}
            }
        });
    }
}
