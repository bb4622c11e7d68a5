//! A run through a sample case: what the person did, and when.

use serde::{Deserialize, Serialize};

use super::exercise::SampleCase;
use super::key::{ActsAs, Conclusion, IdentityFault};
use crate::ticket::MaterialVerdict;
use crate::time::Timestamp;

/// What the person did so far.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TrialRun {
    /// Devices that were checked.
    pub devices: Vec<DeviceCheck>,
    /// When the next citizen was called, and spoke.
    pub called_at: Option<Timestamp>,
    /// The first response.
    pub response: Option<FirstResponse>,
    /// The identity check.
    pub identified: Option<Identified>,
    /// Verdicts on materials, the present one of each.
    pub judgements: Vec<Judgement>,
    /// What the citizen was told to mend, notice by notice.
    pub told: Vec<Told>,
    /// How the handling ended.
    pub concluded: Option<Concluded>,
    /// How the citizen was invited to evaluate.
    pub invited: Option<Invited>,
}

/// A device of the counter (设备).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CounterDevice {
    /// 高拍仪.
    DocumentCamera,
    /// 身份证读卡器.
    CardReader,
    /// 打印机.
    Printer,
    /// 网络.
    Network,
    /// 叫号和评价器.
    Evaluator,
}

impl CounterDevice {
    /// The checklist.
    pub const ALL: [Self; 5] =
        [Self::DocumentCamera, Self::CardReader, Self::Printer, Self::Network, Self::Evaluator];
}

/// A device that was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DeviceCheck {
    /// Which.
    pub device: CounterDevice,
    /// When.
    pub at: Timestamp,
}

/// The first response.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FirstResponse {
    /// What was said.
    pub text: String,
    /// When.
    pub at: Timestamp,
}

/// What the identity check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Identified {
    /// For whom the person at the counter acts.
    pub acts_as: ActsAs,
    /// What is wrong.
    pub faults: Vec<IdentityFault>,
    /// When it was first said.
    pub at: Timestamp,
}

/// A verdict on a material.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Judgement {
    /// Key of the material.
    pub material: String,
    /// The verdict.
    pub verdict: MaterialVerdict,
    /// When a verdict was first given.
    pub at: Timestamp,
}

/// A notice of what has to be mended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Told {
    /// Keys of the materials it names.
    pub materials: Vec<String>,
    /// When.
    pub at: Timestamp,
}

/// How the handling ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Concluded {
    /// The end.
    pub conclusion: Conclusion,
    /// When.
    pub at: Timestamp,
}

/// How the citizen was invited to evaluate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Invited {
    /// Key of the invitation.
    pub invitation: String,
    /// When.
    pub at: Timestamp,
}

/// Something a person does in a run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum RunStep {
    /// Says that a device was checked, or that it was not.
    Check {
        /// Which.
        device: CounterDevice,
        /// Whether.
        checked: bool,
    },
    /// Calls the next citizen, who begins to speak.
    Call,
    /// Responds for the first time.
    Respond {
        /// What is said.
        text: String,
    },
    /// Says what the identity check found; the last word counts.
    Identify {
        /// For whom the person acts.
        acts_as: ActsAs,
        /// What is wrong.
        faults: Vec<IdentityFault>,
    },
    /// Gives a verdict on a material; the last one counts.
    Judge {
        /// Key of the material.
        material: String,
        /// The verdict.
        verdict: MaterialVerdict,
    },
    /// Tells the citizen what has to be mended.
    Tell {
        /// Keys of the materials.
        materials: Vec<String>,
    },
    /// Ends the handling.
    Conclude {
        /// How.
        conclusion: Conclusion,
    },
    /// Invites the citizen to evaluate, who then leaves.
    Invite {
        /// Key of the invitation.
        invitation: String,
    },
}

/// Why a step cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StepFault {
    /// Nobody is at the counter.
    #[error("nobody was called")]
    NobodyCalled,
    /// It was said before and cannot be said again.
    #[error("it was done before")]
    DoneBefore,
    /// The citizen knows how the handling ended.
    #[error("the handling has ended")]
    Ended,
    /// The case has no such material, office or invitation, or nothing is named.
    #[error("the case has no such thing")]
    Unknown,
}

/// Most characters of a first response.
const MOST_RESPONSE: usize = 500;

impl TrialRun {
    /// Takes a step at a time that is passed in.
    pub fn take(
        &mut self,
        sample: &SampleCase,
        step: RunStep,
        now: Timestamp,
    ) -> Result<(), StepFault> {
        self.may(sample, &step)?;
        match step {
            RunStep::Check { device, checked } => self.check(device, checked, now),
            RunStep::Call => self.called_at = Some(now),
            RunStep::Respond { text } => self.response = Some(FirstResponse { text, at: now }),
            RunStep::Identify { acts_as, faults } => {
                let at = self.identified.as_ref().map_or(now, |before| before.at);
                self.identified = Some(Identified { acts_as, faults, at });
            }
            RunStep::Judge { material, verdict } => self.judge(material, verdict, now),
            RunStep::Tell { materials } => self.told.push(Told { materials, at: now }),
            RunStep::Conclude { conclusion } => {
                self.concluded = Some(Concluded { conclusion, at: now });
            }
            RunStep::Invite { invitation } => self.invited = Some(Invited { invitation, at: now }),
        }
        Ok(())
    }

    /// The present verdict on a material.
    pub fn verdict(&self, material: &str) -> Option<&MaterialVerdict> {
        let found = self.judgements.iter().find(|judgement| judgement.material == material);
        found.map(|judgement| &judgement.verdict)
    }

    fn may(&self, sample: &SampleCase, step: &RunStep) -> Result<(), StepFault> {
        let fault = |wrong: bool, fault| if wrong { Err(fault) } else { Ok(()) };
        let alone = matches!(step, RunStep::Check { .. } | RunStep::Call);
        fault(!alone && self.called_at.is_none(), StepFault::NobodyCalled)?;
        fault(self.invited.is_some(), StepFault::Ended)?;
        let known = |material: &String| sample.material(material).is_some();
        match step {
            RunStep::Check { .. } => Ok(()),
            RunStep::Call => fault(self.called_at.is_some(), StepFault::DoneBefore),
            RunStep::Respond { text } => {
                fault(self.response.is_some(), StepFault::DoneBefore)?;
                let fits = !text.trim().is_empty() && text.chars().count() <= MOST_RESPONSE;
                fault(!fits, StepFault::Unknown)
            }
            RunStep::Identify { .. } => fault(self.concluded.is_some(), StepFault::Ended),
            RunStep::Judge { material, .. } => {
                fault(self.concluded.is_some(), StepFault::Ended)?;
                fault(!known(material), StepFault::Unknown)
            }
            RunStep::Tell { materials } => {
                fault(self.concluded.is_some(), StepFault::Ended)?;
                fault(materials.is_empty() || !materials.iter().all(known), StepFault::Unknown)
            }
            RunStep::Conclude { conclusion } => {
                fault(self.concluded.is_some(), StepFault::DoneBefore)?;
                let Conclusion::Elsewhere { office } = conclusion else { return Ok(()) };
                fault(!sample.offices.iter().any(|o| o.id == *office), StepFault::Unknown)
            }
            RunStep::Invite { invitation } => {
                let offered = sample.invitations.iter().any(|i| i.id == *invitation);
                fault(!offered, StepFault::Unknown)
            }
        }
    }

    fn check(&mut self, device: CounterDevice, checked: bool, at: Timestamp) {
        self.devices.retain(|check| check.device != device);
        if checked {
            self.devices.push(DeviceCheck { device, at });
        }
    }

    fn judge(&mut self, material: String, verdict: MaterialVerdict, now: Timestamp) {
        match self.judgements.iter_mut().find(|before| before.material == material) {
            Some(before) => before.verdict = verdict,
            None => self.judgements.push(Judgement { material, verdict, at: now }),
        }
    }
}
