//! The link between a station and its centre: plain loopback, or shaped like a poor line. Counts
//! what crosses it. Everybody measured goes through one of their own, on loopback too.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::Result;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Handle;
use tokio::sync::mpsc;
use tokio::time::Instant;

/// A shaped link's way there, or back. The round trip is twice as long.
const ONE_WAY: Duration = Duration::from_millis(150);
/// A shaped link's width in each direction, shared by all connections: 256 kbit/s.
pub const BYTES_PER_SECOND: u32 = 256_000 / 8;
/// What fits into a packet.
const PACKET: usize = 1448;
/// Packets that a connection may have on their way; then its sender has to wait.
const QUEUE: usize = 32;

/// A link.
pub struct Wire {
    address: SocketAddr,
    line: Arc<Line>,
}

#[derive(Default)]
struct Line {
    shaped: AtomicBool,
    up: Direction,
    down: Direction,
}

/// One direction of the line.
#[derive(Default)]
struct Direction {
    bytes: AtomicU64,
    /// When the last byte that was given to it will have left.
    free: Mutex<Option<Instant>>,
}

/// What crossed a link, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crossed {
    /// To the centre.
    pub up: u64,
    /// To the station.
    pub down: u64,
}

impl Wire {
    /// Lays a link to a centre on this machine.
    pub fn to(runtime: &Handle, port: u16) -> Result<Self> {
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0"))?;
        let address = listener.local_addr()?;
        let line = Arc::new(Line::default());
        let centre = SocketAddr::from(([127, 0, 0, 1], port));
        runtime.spawn(accept(listener, centre, line.clone()));
        Ok(Self { address, line })
    }

    /// Where a station finds its centre.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Shapes the link, or no longer.
    pub fn shape(&self, shaped: bool) {
        self.line.shaped.store(shaped, Ordering::Relaxed);
    }

    /// What crossed it since it was laid.
    pub fn crossed(&self) -> Crossed {
        let read = |direction: &Direction| direction.bytes.load(Ordering::Relaxed);
        Crossed { up: read(&self.line.up), down: read(&self.line.down) }
    }
}

impl Direction {
    /// When so many bytes will have left, given now.
    fn leave(&self, bytes: usize, not_before: Instant) -> Instant {
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let begin = free.map_or(not_before, |free| free.max(not_before));
        let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
        let end = begin + Duration::from_secs(1) * bytes / BYTES_PER_SECOND;
        *free = Some(end);
        end
    }
}

async fn accept(listener: TcpListener, centre: SocketAddr, line: Arc<Line>) {
    while let Ok((near, _)) = listener.accept().await {
        // Opening a connection is a round trip before anything can be said.
        let opened = Instant::now()
            + if line.shaped.load(Ordering::Relaxed) { ONE_WAY * 2 } else { Duration::ZERO };
        let line = line.clone();
        tokio::spawn(async move {
            let Ok(far) = TcpStream::connect(centre).await else { return };
            let _ = (near.set_nodelay(true), far.set_nodelay(true));
            let ((near_out, near_in), (far_out, far_in)) = (near.into_split(), far.into_split());
            tokio::join!(
                carry(near_out, far_in, &line, &line.up, opened),
                carry(far_out, near_in, &line, &line.down, opened),
            );
        });
    }
}

/// Carries one direction of a connection until it ends.
async fn carry(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    line: &Line,
    direction: &Direction,
    opened: Instant,
) {
    let (send, mut receive) = mpsc::channel::<(Option<Instant>, Vec<u8>)>(QUEUE);
    let reading = async move {
        let mut buffer = vec![0; 64 * 1024];
        loop {
            let shaped = line.shaped.load(Ordering::Relaxed);
            let room = if shaped { PACKET } else { buffer.len() };
            let Ok(read @ 1..) = from.read(&mut buffer[..room]).await else { return };
            direction.bytes.fetch_add(read as u64, Ordering::Relaxed);
            // Asked again: the link may have been shaped while there was nothing to carry.
            let due = line
                .shaped
                .load(Ordering::Relaxed)
                .then(|| direction.leave(read, Instant::now().max(opened)) + ONE_WAY);
            if send.send((due, buffer[..read].to_vec())).await.is_err() {
                return;
            }
        }
    };
    let writing = async move {
        while let Some((due, piece)) = receive.recv().await {
            if let Some(due) = due {
                // This is the length of the line itself.
                tokio::time::sleep_until(due).await;
            }
            if to.write_all(&piece).await.is_err() {
                return;
            }
        }
        let _ = to.shutdown().await;
    };
    tokio::join!(reading, writing);
}
