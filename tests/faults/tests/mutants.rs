//! Planted bugs: each is found by a history, which without it violates nothing.
#![allow(
    clippy::print_stdout,
    reason = "a test that fails or is slow should say which seed to pin"
)]

use bangban_faultpoint::Mutant;
use bangban_faults::{history, many};

/// Histories within which a planted bug has to be found, after the ones that are known to.
const WITHIN: u64 = 300;

/// The bug is found; `known` are seeds that found it when this was written, so that it is quick.
fn is_found(mutant: Mutant, known: &[u64]) {
    let template = many::template().expect("a template");
    let found = many::on_its_own(async {
        for seed in known.iter().copied().chain(0..WITHIN) {
            let outcome = history::seed(template, seed, false, &[mutant]).await?;
            if let Some(violation) = outcome.violations.first() {
                return anyhow::Ok(Some((seed, violation.clone())));
            }
        }
        Ok(None)
    });
    let found = found.expect("a runtime").expect("worlds can be made");
    let (seed, violation) = found.expect("a planted bug is found");
    println!("{mutant:?}: seed {seed}, {}: {}", violation.invariant, violation.found);
    let without = many::on_its_own(history::seed(template, seed, false, &[]));
    let without = without.expect("a runtime").expect("worlds can be made");
    assert!(without.violations.is_empty(), "seed {seed} without it: {:?}", without.violations);
}

macro_rules! planted {
    ($($name:ident: $mutant:ident by $known:expr;)*) => {
        $(
            #[test]
            fn $name() {
                is_found(Mutant::$mutant, &$known);
            }
        )*

        #[test]
        fn every_planted_bug_has_its_test() {
            let tested = [$(Mutant::$mutant),*];
            assert!(Mutant::ALL.iter().all(|mutant| tested.contains(mutant)));
        }
    };
}

planted! {
    a_cursor_that_moves_before_its_rows: CursorBeforeRows by [0];
    a_snapshot_whose_cursor_is_written_apart: SnapshotCursorApart by [6];
    a_receipt_taken_from_a_bare_200: ReceiptFromBare200 by [48];
    a_batch_settled_by_one_receipt: BatchByOneReceipt by [0];
    an_entry_settled_when_it_is_sent: SettledOnSend by [0];
    a_new_epoch_that_is_ignored: EpochIgnored by [20];
    unsent_work_dropped_with_the_epoch: UnsentDroppedOnEpoch by [20];
    what_an_old_epoch_said_is_kept: OldEpochKept by [24];
    a_gap_in_the_feed_is_accepted: GapAccepted by [1];
    a_snapshot_cut_short_is_taken_as_whole: CutTakenWhole by [10];
    a_refusal_that_is_not_shown: RefusalNotShown by [0];
    a_cursor_carried_over_epochs: CursorOverEpochs by [20];
    an_entry_that_is_tried_once: TriedOnce by [0];
    a_duplicate_that_is_applied: DuplicateApplied by [1];
    a_fence_that_is_ignored: FenceIgnored by [3];
    a_receipt_kept_before_its_effect: ReceiptBeforeEffect by [1];
    an_answer_without_a_commit: AnsweredWithoutCommit by [49];
    a_feed_number_given_outside_the_transaction: NumberOutsideTx by [24];
    an_event_that_is_not_published: EventNotPublished by [0];
    a_device_clock_that_orders: DeviceClockOrders by [0];
}
