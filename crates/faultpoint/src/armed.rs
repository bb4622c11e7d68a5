//! What the points do in a simulation.

use std::cell::RefCell;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use crate::{DiskFull, Mutant, Point};

/// What happens at a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing.
    Go,
    /// The process ends. The watch has to remember it: the code it watches will not move again.
    End,
    /// The disk is full. Only before a commit.
    Full,
}

/// Watches over one process of the simulation.
pub trait Watch: Send + Sync {
    /// A point is reached.
    fn reached(&self, point: Point) -> Verdict;
    /// The clock of this process, UTC milliseconds.
    fn now(&self) -> i64;
    /// Whether the bug is planted.
    fn planted(&self, mutant: Mutant) -> bool;
}

thread_local! {
    static WATCH: RefCell<Option<Arc<dyn Watch>>> = const { RefCell::new(None) };
}

/// Runs `work` as the process that `watch` watches. Within it, another may begin.
pub fn watched<F: Future>(watch: Arc<dyn Watch>, work: F) -> impl Future<Output = F::Output> {
    Watched { watch, work: Box::pin(work) }
}

struct Watched<F> {
    watch: Arc<dyn Watch>,
    work: Pin<Box<F>>,
}

impl<F: Future> Future for Watched<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        let _back = Back(WATCH.replace(Some(self.watch.clone())));
        self.work.as_mut().poll(context)
    }
}

/// Gives the turn back to whoever watched before, also when the work panics.
struct Back(Option<Arc<dyn Watch>>);

impl Drop for Back {
    fn drop(&mut self) {
        WATCH.set(self.0.take());
    }
}

fn watch() -> Option<Arc<dyn Watch>> {
    WATCH.with_borrow(Clone::clone)
}

/// Whether this bug is planted.
#[must_use]
pub fn planted(mutant: Mutant) -> bool {
    watch().is_some_and(|watch| watch.planted(mutant))
}

/// Passes a point. When the process ends here, this never returns, and the simulation drops
/// whatever waits for it.
///
/// # Errors
/// When the simulated disk is full.
pub async fn pass(point: Point) -> Result<(), DiskFull> {
    match watch().map_or(Verdict::Go, |watch| watch.reached(point)) {
        Verdict::Go => Ok(()),
        Verdict::Full => Err(DiskFull),
        Verdict::End => std::future::pending().await,
    }
}

/// The simulated clock, UTC milliseconds; `None` outside of a simulation.
#[must_use]
pub fn now() -> Option<i64> {
    watch().map(|watch| watch.now())
}
