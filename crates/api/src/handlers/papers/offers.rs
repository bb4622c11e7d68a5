//! What can be printed for a case, in the order in which a counter needs it.

use bangban_domain::time::Timestamp;
use bangban_store::table::paper::{self, IssuedPaper};

use super::case::Case;
use super::materials::Materials;
use super::{build, kind};
use crate::desk::Desk;
use crate::error::ApiError;
use crate::model::{PaperKind, PaperLack, PaperOffer, PaperRef, TicketRefInput};

/// The papers of a case.
pub async fn list(desk: &Desk, input: TicketRefInput) -> Result<Vec<PaperOffer>, ApiError> {
    let open = desk.open().await?;
    let mut c = open.read().await?;
    let case = Case::read(&open, &mut c, input.ticket).await?;
    let issued = paper::of_ticket(&mut c, input.ticket).await?;
    let mut offers = vec![one_time(&case), receipt(&case)];
    offers.extend(corrections(&case));
    offers.extend(out_of_scope(&case));
    offers.extend(handoff(&case));
    offers.extend(forms(&case));
    for offer in &mut offers {
        offer.issued_at = last_issued(&issued, &offer.paper);
    }
    Ok(offers)
}

fn offer(kind: PaperKind, reference: Option<String>, of: Option<Timestamp>) -> PaperOffer {
    let paper = PaperRef { kind, reference };
    PaperOffer { paper, of, ordinal: None, lack: None, issued_at: None }
}

fn lacking(kind: PaperKind, lack: PaperLack) -> PaperOffer {
    PaperOffer { lack: Some(lack), ..offer(kind, None, None) }
}

fn one_time(case: &Case) -> PaperOffer {
    match case.matter {
        Some(_) => offer(PaperKind::OneTimeNotice, None, None),
        None => lacking(PaperKind::OneTimeNotice, PaperLack::NoMatter),
    }
}

fn receipt(case: &Case) -> PaperOffer {
    let materials = Materials::now(&case.events);
    match build::receipt(case, &materials) {
        Some(_) => {
            let at = materials.last.map(|event| event.device_at);
            offer(PaperKind::MaterialReceipt, None, at)
        }
        None => lacking(PaperKind::MaterialReceipt, PaperLack::NothingReceived),
    }
}

fn corrections(case: &Case) -> Vec<PaperOffer> {
    let notices = case.ticket.review.iter().flat_map(|review| &review.corrections);
    let offers: Vec<_> = notices
        .zip(1..)
        .map(|(notice, ordinal)| {
            let at = case.event(notice.id).map_or(notice.issued_at, |event| event.device_at);
            let id = Some(notice.id.to_string());
            PaperOffer {
                ordinal: Some(ordinal),
                ..offer(PaperKind::CorrectionNotice, id, Some(at))
            }
        })
        .collect();
    if offers.is_empty() {
        return vec![lacking(PaperKind::CorrectionNotice, PaperLack::NoCorrection)];
    }
    offers
}

fn out_of_scope(case: &Case) -> Option<PaperOffer> {
    let triaged = case.ticket.triage.as_ref()?;
    triaged.right_office.as_ref()?;
    let at = case.out_of_scope().map_or(triaged.at, |event| event.device_at);
    Some(offer(PaperKind::OutOfScopeNotice, None, Some(at)))
}

fn handoff(case: &Case) -> Option<PaperOffer> {
    let last = case.handoffs().next_back()?;
    Some(offer(PaperKind::HandoffSlip, Some(last.id.to_string()), Some(last.device_at)))
}

/// In the order of the guide.
fn forms(case: &Case) -> Vec<PaperOffer> {
    let materials = case.matter.iter().flat_map(|matter| &matter.materials);
    let filled = materials.filter(|material| case.forms.contains_key(&material.id));
    filled
        .map(|material| offer(PaperKind::ApplicationForm, Some(material.id.clone()), None))
        .collect()
}

fn last_issued(issued: &[IssuedPaper], paper: &PaperRef) -> Option<Timestamp> {
    let same =
        |one: &&IssuedPaper| one.kind == kind(paper.kind).key() && one.reference == paper.reference;
    issued.iter().find(same).map(|one| one.issued_at)
}
