//! A process of the simulation: its clock, and when it ends or finds its disk full.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Poll;

use bangban_faultpoint::{Mutant, Point, Verdict, Watch, watched};

use crate::ledger::Fault;

/// What the processes of a world share: the true time, and the planted bugs.
#[derive(Debug, Default)]
pub struct Nature {
    /// UTC milliseconds.
    pub time: AtomicI64,
    /// Planted bugs.
    pub mutants: BTreeSet<Mutant>,
    /// Faults that happened.
    pub faults: Mutex<BTreeMap<Fault, u64>>,
}

impl Nature {
    /// Counts a fault.
    pub fn count(&self, fault: Fault) {
        let mut faults = self.faults.lock().unwrap_or_else(PoisonError::into_inner);
        *faults.entry(fault).or_default() += 1;
    }
}

/// A station's or the platform's process.
#[derive(Debug)]
pub struct Process {
    nature: Arc<Nature>,
    is_platform: bool,
    /// How far its clock is off, milliseconds.
    pub skew: AtomicI64,
    plan: Mutex<Plan>,
}

#[derive(Debug, Default)]
struct Plan {
    /// Ends after so many more points.
    end_after: Option<u32>,
    /// The disk is full at so many commits from the next on, after so many more.
    full: Option<(u32, u32)>,
    ended: bool,
}

impl Process {
    /// A process whose clock is off by so many milliseconds.
    pub fn new(nature: Arc<Nature>, is_platform: bool, skew: i64) -> Self {
        Self { nature, is_platform, skew: AtomicI64::new(skew), plan: Mutex::default() }
    }

    /// It will end, as by kill -9, after so many more points.
    pub fn end_after(&self, points: u32) {
        self.plan().end_after = Some(points);
    }

    /// Its disk will be full for `commits` commits, after so many more.
    pub fn full_after(&self, before: u32, commits: u32) {
        self.plan().full = Some((before, commits));
    }

    /// Passes a point that is not a commit, e.g. a moment on the wire; true when it ends there.
    pub fn passes(&self) -> bool {
        let mut plan = self.plan();
        plan.pass();
        plan.ended
    }

    /// Whether it has ended.
    pub fn has_ended(&self) -> bool {
        self.plan().ended
    }

    /// Ends it here and now.
    pub fn end(&self) {
        self.plan().ended = true;
    }

    /// Begins anew: no plan, not ended.
    pub fn revive(&self) {
        *self.plan() = Plan::default();
    }

    /// Runs something as this process; `None` when the process ends there.
    pub async fn until_end<F: Future>(self: &Arc<Self>, work: F) -> Option<F::Output> {
        if self.has_ended() {
            return None;
        }
        let mut work = Box::pin(watched(self.clone(), work));
        std::future::poll_fn(|context| match work.as_mut().poll(context) {
            Poll::Ready(done) => Poll::Ready(Some(done)),
            Poll::Pending if self.has_ended() => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        })
        .await
    }

    fn plan(&self) -> std::sync::MutexGuard<'_, Plan> {
        self.plan.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Plan {
    fn pass(&mut self) {
        match &mut self.end_after {
            Some(0) => (self.ended, self.end_after) = (true, None),
            Some(left) => *left -= 1,
            None => {}
        }
    }

    /// Whether the disk is full at this commit.
    fn commit(&mut self) -> bool {
        match &mut self.full {
            Some((0, 0)) => {
                self.full = None;
                false
            }
            Some((0, commits)) => {
                *commits -= 1;
                true
            }
            Some((before, _)) => {
                *before -= 1;
                false
            }
            None => false,
        }
    }
}

impl Watch for Process {
    fn reached(&self, point: Point) -> Verdict {
        let mut plan = self.plan();
        if plan.ended {
            return Verdict::End;
        }
        plan.pass();
        if plan.ended {
            self.nature.count(Fault::ended(self.is_platform, point));
            return Verdict::End;
        }
        let before = matches!(point, Point::StationCommits | Point::PlatformCommits);
        if before && plan.commit() {
            let full = if self.is_platform { Fault::PlatformFull } else { Fault::StationFull };
            self.nature.count(full);
            return Verdict::Full;
        }
        Verdict::Go
    }

    fn now(&self) -> i64 {
        self.nature.time.load(Ordering::SeqCst) + self.skew.load(Ordering::SeqCst)
    }

    fn planted(&self, mutant: Mutant) -> bool {
        self.nature.mutants.contains(&mutant)
    }
}
