//! A TCP wire between a station and the platform that can be cut, mended and narrowed.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use anyhow::Result;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, copy};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// Pieces a narrow wire carries in a second.
const PIECES: u32 = 20;

/// A wire that forwards bytes while it is whole.
pub struct Wire {
    address: SocketAddr,
    whole: Arc<watch::Sender<bool>>,
    width: Arc<AtomicU32>,
    task: JoinHandle<()>,
}

impl Wire {
    /// Lays a wire to `platform`.
    pub async fn to(platform: SocketAddr) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let (sender, _) = watch::channel(true);
        let whole = Arc::new(sender);
        let width = Arc::default();
        let task = tokio::spawn(forward(listener, platform, whole.clone(), Arc::clone(&width)));
        Ok(Self { address, whole, width, task })
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

    /// Lets no more than `width` bytes a second through to the station; 0: as many as come.
    pub fn narrow(&self, width: u32) {
        self.width.store(width, Ordering::Relaxed);
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn forward(
    listener: TcpListener,
    platform: SocketAddr,
    whole: Arc<watch::Sender<bool>>,
    width: Arc<AtomicU32>,
) {
    while let Ok((mut near, _)) = listener.accept().await {
        let mut whole = whole.subscribe();
        if !*whole.borrow() {
            continue;
        }
        let width = Arc::clone(&width);
        tokio::spawn(async move {
            let Ok(mut far) = TcpStream::connect(platform).await else { return };
            let (mut near_out, mut near_in) = near.split();
            let (mut far_out, mut far_in) = far.split();
            let up = async {
                let _ = copy(&mut near_out, &mut far_in).await;
                let _ = far_in.shutdown().await;
            };
            let down = async {
                let _ = trickle(&mut far_out, &mut near_in, &width).await;
                let _ = near_in.shutdown().await;
            };
            tokio::select! {
                _ = futures::future::join(up, down) => {}
                _ = whole.wait_for(|whole| !whole) => {}
            }
        });
    }
}

/// Copies, at the width the wire has at the time.
async fn trickle(
    from: &mut (impl AsyncRead + Unpin),
    to: &mut (impl AsyncWrite + Unpin),
    width: &AtomicU32,
) -> std::io::Result<()> {
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let piece = (width.load(Ordering::Relaxed) / PIECES) as usize;
        let room = if piece == 0 { buffer.len() } else { piece.min(buffer.len()) };
        let read = from.read(&mut buffer[..room]).await?;
        if read == 0 {
            return Ok(());
        }
        to.write_all(&buffer[..read]).await?;
        if piece != 0 {
            // This is the width itself, not a test that waits.
            tokio::time::sleep(Duration::from_secs(1) / PIECES).await;
        }
    }
}
