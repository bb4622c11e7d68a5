//! A wire that breaks off in the middle of things, at places that follow from a seed.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::Result;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// A proxy whose connections end after a number of bytes, in either direction.
pub struct Chaos {
    address: SocketAddr,
    raging: watch::Sender<bool>,
    broken: Arc<AtomicU32>,
    task: JoinHandle<()>,
}

impl Chaos {
    /// Lays it to `platform`; the same seed breaks at the same places of each connection.
    pub async fn to(platform: SocketAddr, seed: u64) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let (raging, watched) = watch::channel(false);
        let broken = Arc::new(AtomicU32::new(0));
        let count = Arc::clone(&broken);
        let task = tokio::spawn(async move {
            let mut random = seed | 1;
            while let Ok((near, _)) = listener.accept().await {
                let Ok(far) = TcpStream::connect(platform).await else { continue };
                random = next(random);
                // Anything from the first bytes of a request to a few answers.
                let mut watched = watched.clone();
                let left = watched.borrow_and_update().then_some(random % 6_000);
                let count = Arc::clone(&count);
                tokio::spawn(async move {
                    let broke = tokio::select! {
                        broke = carry(near, far, left) => broke,
                        // What stood before the storm does not stand in it.
                        _ = watched.changed() => false,
                    };
                    if broke {
                        count.fetch_add(1, Ordering::Relaxed);
                    }
                });
            }
        });
        Ok(Self { address, raging, broken, task })
    }

    /// Where a station finds the platform.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Begins or ends; connections that stand end with either.
    pub fn rage(&self, on: bool) {
        self.raging.send_replace(on);
    }

    /// Connections that were broken off so far.
    pub fn broken(&self) -> u32 {
        self.broken.load(Ordering::Relaxed)
    }
}

impl Drop for Chaos {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// xorshift64: the same places on every machine.
fn next(mut state: u64) -> u64 {
    state ^= state << 13;
    state ^= state >> 7;
    state ^ (state << 17)
}

/// Carries bytes both ways until an end closes, or so many have gone; true when it broke off.
async fn carry(near: TcpStream, far: TcpStream, left: Option<u64>) -> bool {
    let (near_in, near_out) = near.into_split();
    let (far_in, far_out) = far.into_split();
    tokio::select! {
        broke = pump(near_in, far_out, left) => broke,
        broke = pump(far_in, near_out, left) => broke,
    }
}

async fn pump(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, mut left: Option<u64>) -> bool {
    let mut buffer = [0; 512];
    loop {
        let Ok(read) = from.read(&mut buffer).await else { return false };
        if read == 0 {
            return false;
        }
        let part = left.map_or(read, |left| read.min(usize::try_from(left).unwrap_or(read)));
        if to.write_all(&buffer[..part]).await.is_err() {
            return false;
        }
        if let Some(left) = &mut left {
            *left -= part as u64;
            if *left == 0 {
                return true;
            }
        }
    }
}
