//! The line between a station and its centre: plain loopback, or shaped like a poor one. Counts
//! what crosses it. Everybody measured goes through one of their own, on loopback too.
//!
//! Loss is modelled, not made: a packet that is lost takes its place on the line once more and
//! comes later by the time its sender waits before sending it again; those behind it on the same
//! connection wait for it, as TCP delivers in order.

mod direction;

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::time::Instant;

use direction::Direction;

/// What fits into a packet.
const PACKET: usize = 1448;
/// Packets that a connection may have on their way; then its sender has to wait.
const QUEUE: usize = 32;

/// The shape of a line, the same in both directions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shape {
    /// The way there, or back. The round trip is twice as long.
    pub one_way: Duration,
    /// Width of each direction, shared by all connections.
    pub bytes_per_second: u32,
    /// Packets of a hundred that are lost.
    pub lost_percent: u32,
}

/// A line.
pub struct Wire {
    address: SocketAddr,
    line: Arc<Line>,
}

#[derive(Default)]
struct Line {
    shape: Mutex<Option<Shape>>,
    up: Direction,
    down: Direction,
}

/// What crossed a line, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crossed {
    /// To the centre.
    pub up: u64,
    /// To the station.
    pub down: u64,
}

impl Wire {
    /// Lays a line to a centre; it ends with the runtime.
    ///
    /// # Errors
    /// When there is no port to listen on.
    pub async fn to(centre: SocketAddr) -> std::io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let line = Arc::new(Line::default());
        tokio::spawn(accept(listener, centre, line.clone()));
        Ok(Self { address, line })
    }

    /// Where a station finds its centre.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Shapes the line, or no longer.
    pub fn shape(&self, shape: Option<Shape>) {
        *self.line.shape.lock().unwrap_or_else(PoisonError::into_inner) = shape;
    }

    /// What crossed it since it was laid.
    pub fn crossed(&self) -> Crossed {
        Crossed { up: self.line.up.crossed(), down: self.line.down.crossed() }
    }
}

impl Line {
    fn shape(&self) -> Option<Shape> {
        *self.shape.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// When a connection that is opened now can carry something: a round trip, of which either
    /// half may be lost.
    fn open(&self) -> Instant {
        let now = Instant::now();
        let Some(shape) = self.shape() else { return now };
        now + shape.one_way * 2 + self.up.late(shape) + self.down.late(shape)
    }
}

async fn accept(listener: TcpListener, centre: SocketAddr, line: Arc<Line>) {
    while let Ok((near, _)) = listener.accept().await {
        let opened = line.open();
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
            let room = if line.shape().is_some() { PACKET } else { buffer.len() };
            let Ok(read @ 1..) = from.read(&mut buffer[..room]).await else { return };
            direction.count(read);
            // Asked again: the line may have been shaped while there was nothing to carry.
            let due =
                line.shape().map(|shape| direction.arrive(shape, read, Instant::now().max(opened)));
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
