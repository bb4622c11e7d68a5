//! Practice (练习): sample cases apart from real data, worked through like real ones and scored
//! against a key.
//!
//! A run goes through the four stages of the manual: device check (设备检查), identity check
//! (身份核验), handling (办理) and evaluation (评价). The sample cases ship with the product, since
//! a village station may never have been online; the key of a case is apart from what the person
//! is given, and is compared only when the run is handed in.

mod exercise;
mod key;
mod run;
mod score;
mod sheet;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

pub use exercise::{
    AtCounter, Difficulty, Exercise, Invitation, SampleCase, SampleMaterial, SampleOffice,
};
pub use key::{
    ActsAs, AnswerKey, Conclusion, ConclusionKey, ExpectedVerdict, IdentityFault, IdentityKey,
    InvitationKey, SeenAt, Spot,
};
pub use run::{
    Concluded, CounterDevice, DeviceCheck, FirstResponse, Identified, Invited, Judgement, RunStep,
    StepFault, Told, TrialRun,
};
pub use score::{
    Compared, Disorder, MaterialScore, PASSING, PartScore, PracticeScore, ScorePart, Telling,
    reasons, score,
};
pub use sheet::{Face, Hair, PageOf, Sheet, SheetCondition, SheetKind, SheetLine, SignaturePlace};

/// The exercises that ship with the product, from easy to hard.
///
/// # Panics
/// Never: the embedded data is parsed in a test.
pub fn exercises() -> &'static [Exercise] {
    static SHIPPED: LazyLock<Vec<Exercise>> = LazyLock::new(|| FILES.map(read).into());
    &SHIPPED
}

/// One of them.
pub fn exercise(id: &str) -> Option<&'static Exercise> {
    exercises().iter().find(|exercise| exercise.sample.id == id)
}

/// What the exercises are read from.
const FILES: [&str; 8] = [
    include_str!("../../data/practice/elderly-allowance.json"),
    include_str!("../../data/practice/resident-pension.json"),
    include_str!("../../data/practice/driving-licence.json"),
    include_str!("../../data/practice/household-business.json"),
    include_str!("../../data/practice/birth.json"),
    include_str!("../../data/practice/disability-care.json"),
    include_str!("../../data/practice/small-eatery.json"),
    include_str!("../../data/practice/housing-fund-rent.json"),
];

fn read(file: &str) -> Exercise {
    serde_json::from_str(file).expect("embedded exercises are valid")
}
