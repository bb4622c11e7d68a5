//! Bugs that can be planted at the exact line where they would be made, to prove that the
//! simulation finds them.

/// A planted bug.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mutant {
    /// Station: the cursor moves in a transaction before the rows of a feed page.
    CursorBeforeRows,
    /// Station: a snapshot's cursor is written in a transaction before its rows.
    SnapshotCursorApart,
    /// Station: a status 200 without receipts counts as acceptance.
    ReceiptFromBare200,
    /// Station: one receipt of a batch settles all of it.
    BatchByOneReceipt,
    /// Station: an entry is settled when it is sent.
    SettledOnSend,
    /// Station: a new epoch does not make it offer again what was accepted.
    EpochIgnored,
    /// Station: a new epoch throws away what was not sent.
    UnsentDroppedOnEpoch,
    /// Station: what an older epoch said about tickets is kept.
    OldEpochKept,
    /// Station: a feed page with a gap is taken.
    GapAccepted,
    /// Station: a snapshot that was cut short is taken as whole.
    CutTakenWhole,
    /// Station: a refusal is put away as if it were an acceptance.
    RefusalNotShown,
    /// Station: a cursor of an older epoch is taken for one of the new epoch.
    CursorOverEpochs,
    /// Station: an entry that was tried once is not tried again.
    TriedOnce,
    /// Platform: the receipt of a repeated command is not looked up.
    DuplicateApplied,
    /// Platform: the fence of a command is not looked at.
    FenceIgnored,
    /// Platform: the receipt is kept in a transaction before the effect.
    ReceiptBeforeEffect,
    /// Platform: a receipt is answered though its commit failed.
    AnsweredWithoutCommit,
    /// Platform: numbers of the feed are given in memory, so a rollback leaves a hole.
    NumberOutsideTx,
    /// Platform: a record of the ticket is published, its event is not.
    EventNotPublished,
    /// Platform: the device's clock says when something happened.
    DeviceClockOrders,
}

impl Mutant {
    /// Every one.
    pub const ALL: [Self; 20] = [
        Self::CursorBeforeRows,
        Self::SnapshotCursorApart,
        Self::ReceiptFromBare200,
        Self::BatchByOneReceipt,
        Self::SettledOnSend,
        Self::EpochIgnored,
        Self::UnsentDroppedOnEpoch,
        Self::OldEpochKept,
        Self::GapAccepted,
        Self::CutTakenWhole,
        Self::RefusalNotShown,
        Self::CursorOverEpochs,
        Self::TriedOnce,
        Self::DuplicateApplied,
        Self::FenceIgnored,
        Self::ReceiptBeforeEffect,
        Self::AnsweredWithoutCommit,
        Self::NumberOutsideTx,
        Self::EventNotPublished,
        Self::DeviceClockOrders,
    ];
}

impl std::fmt::Display for Mutant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::CursorBeforeRows => {
                "station: the cursor moves in a transaction before the rows of a feed page"
            }
            Self::SnapshotCursorApart => {
                "station: a snapshot's cursor is written in a transaction before its rows"
            }
            Self::ReceiptFromBare200 => {
                "station: a status 200 without receipts counts as acceptance"
            }
            Self::BatchByOneReceipt => "station: one receipt of a batch settles all of it",
            Self::SettledOnSend => "station: an entry is settled when it is sent",
            Self::EpochIgnored => {
                "station: a new epoch does not make it offer again what was accepted"
            }
            Self::UnsentDroppedOnEpoch => "station: a new epoch throws away what was not sent",
            Self::OldEpochKept => "station: what an older epoch said about tickets is kept",
            Self::GapAccepted => "station: a feed page with a gap is taken",
            Self::CutTakenWhole => "station: a snapshot that was cut short is taken as whole",
            Self::RefusalNotShown => "station: a refusal is put away as if it were an acceptance",
            Self::CursorOverEpochs => {
                "station: a cursor of an older epoch is taken for one of the new epoch"
            }
            Self::TriedOnce => "station: an entry that was tried once is not tried again",
            Self::DuplicateApplied => {
                "platform: the receipt of a repeated command is not looked up"
            }
            Self::FenceIgnored => "platform: the fence of a command is not looked at",
            Self::ReceiptBeforeEffect => {
                "platform: the receipt is kept in a transaction before the effect"
            }
            Self::AnsweredWithoutCommit => {
                "platform: a receipt is answered though its commit failed"
            }
            Self::NumberOutsideTx => {
                "platform: numbers of the feed are given in memory, so a rollback leaves a hole"
            }
            Self::EventNotPublished => {
                "platform: a record of the ticket is published, its event is not"
            }
            Self::DeviceClockOrders => "platform: the device's clock says when something happened",
        })
    }
}
