//! What each paper says. Nothing here reads a clock: days come from the case, and what is dated by
//! the day of printing is told that day.
//!
//! An act is dated by the clock of the desk where it was done. The platform's own time may be days
//! later when that desk was offline; but the paper was handed over on the spot, and a second print,
//! or one on another desk, has to say the same.

use bangban_checks::fields;
use bangban_domain::calendar::Calendar;
use bangban_domain::directory::StaffId;
use bangban_domain::matter::{DayUnit, Matter, Period};
use bangban_domain::rulebook::SetLimit;
use bangban_domain::ticket::{
    Action, ChecklistItem, ClockKind, LimitUnit, TicketEvent, Triage, clocks,
};
use bangban_domain::time::Timestamp;
use bangban_papers::{
    ApplicationForm, CorrectionNotice, DefectLine, FiveDays, FormField, HandoffSlip, MaterialLine,
    MaterialReceipt, MatterLine, Office, OneTimeNotice, OutOfScopeNotice, Paper, Party,
    USUAL_CONSEQUENCE,
};
use chrono::NaiveDate;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::case::{Case, moment};
use super::materials::Materials;
use crate::model::{PaperKind, PaperRef};

/// A paper of a case, printed on `day`; `None` when the case has nothing to say on it.
pub fn build(case: &Case, wanted: &PaperRef, day: NaiveDate) -> Option<Paper> {
    let reference = wanted.reference.as_deref();
    let id = || Uuid::parse_str(reference?).ok();
    match wanted.kind {
        PaperKind::OneTimeNotice => one_time(case, case.me.id, day).map(Paper::OneTimeNotice),
        PaperKind::CorrectionNotice => correction(case, id()?).map(Paper::CorrectionNotice),
        PaperKind::MaterialReceipt => {
            receipt(case, &Materials::now(&case.events)).map(Paper::MaterialReceipt)
        }
        PaperKind::OutOfScopeNotice => out_of_scope(case).map(Paper::OutOfScopeNotice),
        PaperKind::HandoffSlip => handoff(case, id()?).map(Paper::HandoffSlip),
        PaperKind::ApplicationForm => {
            let material = reference?;
            form(case, material, case.forms.get(material)?).map(Paper::ApplicationForm)
        }
    }
}

/// 一次性告知单: what the library says today, told by `teller`.
pub fn one_time(case: &Case, teller: StaffId, day: NaiveDate) -> Option<OneTimeNotice> {
    let matter = case.matter.as_ref()?;
    let situation = case.ticket.situation.as_deref();
    let named = matter.situations.iter().find(|known| Some(known.id.as_str()) == situation);
    Some(OneTimeNotice {
        number: case.number(),
        date: day,
        office: case.office_of(teller),
        requester: case.requester(),
        matter: MatterLine {
            name: matter.name.clone(),
            code: matter.code.clone(),
            version: matter.version,
            department: matter.department.clone(),
        },
        situation: named.map(|known| known.name.clone()),
        conditions: matter.conditions.clone(),
        materials: needed(matter, situation),
        handling: matter.handling_kind,
        legal_period: matter.legal_days,
        promised_period: matter.promised_days,
        fee: matter.fee.clone(),
        place: matter.place.clone(),
        legal_basis: matter.legal_basis.clone(),
        handler: case.handler(teller),
    })
}

fn needed(matter: &Matter, situation: Option<&str>) -> Vec<MaterialLine> {
    let list = ChecklistItem::of(matter, situation);
    let asked = |key: &str| list.iter().any(|item| item.material == key);
    matter.materials.iter().filter(|line| asked(&line.id)).map(MaterialLine::from).collect()
}

/// 补正告知书, as it was issued.
pub fn correction(case: &Case, id: Uuid) -> Option<CorrectionNotice> {
    let issued = &case.ticket.review.as_ref()?.corrections;
    let at = issued.iter().position(|notice| notice.id == id)?;
    let notice = &issued[at];
    let told = told_at(case.event(id), notice.issued_at).day();
    let received_on = received_on(case);
    let calendar = &case.rules.calendar;
    let limit = period(&case.rules.book.limits.one_notice);
    let last_day = received_on.map(|day| calendar.add(day, limit).day);
    Some(CorrectionNotice {
        number: case.number(),
        date: told,
        office: case.office_of(notice.issued_by),
        requester: case.requester(),
        matter: case.matter_line()?,
        received_on,
        defects: notice.defects.iter().map(DefectLine::from).collect(),
        due_on: calendar.add_working(told, notice.due_days).day,
        due_days: notice.due_days,
        legal_basis: notice.basis.clone(),
        consequence: USUAL_CONSEQUENCE.to_owned(),
        // They are kept by the first notice, and by none after it.
        five_days: last_day.filter(|_| at == 0).map(|last_day| FiveDays { last_day }),
        ordinal: u16::try_from(at + 1).unwrap_or(u16::MAX),
        reason: notice.reason.clone(),
        handler: case.handler(notice.issued_by),
    })
}

/// 收件日: when the first materials came in.
fn received_on(case: &Case) -> Option<NaiveDate> {
    let first = Materials::now(&case.events).first.map(|event| event.device_at);
    let review = case.ticket.review.as_ref()?;
    review.received_at.map(|at| first.unwrap_or(at).day())
}

/// 收件凭证 over what a stretch of the timeline leaves.
pub fn receipt(case: &Case, materials: &Materials<'_>) -> Option<MaterialReceipt> {
    let last = materials.last?;
    let received = materials.received();
    (!received.is_empty()).then_some(())?;
    Some(MaterialReceipt {
        number: case.number(),
        received_at: moment(last.device_at),
        office: case.office_of(last.actor),
        requester: case.requester(),
        matter: case.matter_line()?,
        materials: received,
        note: None,
        handler: case.handler(last.actor),
    })
}

/// 不属本级受理范围告知单, as triage decided.
pub fn out_of_scope(case: &Case) -> Option<OutOfScopeNotice> {
    let triaged = case.ticket.triage.as_ref()?;
    let right = triaged.right_office.as_ref()?;
    let at = told_at(case.out_of_scope(), triaged.at);
    Some(OutOfScopeNotice {
        number: case.number(),
        date: at.day(),
        office: case.office_of(triaged.by),
        requester: case.requester(),
        asked: case.ticket.request.clone(),
        right_office: Office {
            name: right.office.clone(),
            address: Some(right.address.clone()),
            phone: Some(right.phone.clone()),
            hours: None,
        },
        told: right.told.clone(),
        legal_basis: Vec::new(),
        handler: case.handler(triaged.by),
    })
}

/// 转交单 for a line of the timeline that handed the case on.
pub fn handoff(case: &Case, id: Uuid) -> Option<HandoffSlip> {
    let event = case.handoffs().find(|event| event.id == id)?;
    let (to_organisation, to_staff, note) = match &event.action {
        Action::HandOff { to_staff, to_organisation, note }
        | Action::Assign { to_staff, to_organisation, note } => (to_organisation, *to_staff, note),
        Action::Triage { triage: Triage::LowerLevel { to_organisation, note } } => {
            (to_organisation, None, note)
        }
        _ => return None,
    };
    let to = case.office(to_organisation);
    let at = event.device_at;
    let signing = period(&case.rules.book.limits.signing);
    let sign_by = case.rules.calendar.add(at.day(), signing).day;
    let first = case.ticket.first_responder;
    Some(HandoffSlip {
        number: case.number(),
        handed_at: moment(at),
        from: party(case, event.actor, true),
        to: Party {
            organisation: to.name,
            person: to_staff.map(|id| case.handler(id)),
            phone: to.phone,
        },
        first_responder: first.map(|id| party(case, id, false)),
        requester: case.requester(),
        asked: case.ticket.request.clone(),
        matter: case.matter_line(),
        note: note.clone(),
        materials: Materials::at(&case.events, id).carried(),
        sign_by: moment(Timestamp::end_of(sign_by)),
        due_on: due_on(case),
    })
}

fn party(case: &Case, id: StaffId, with_phone: bool) -> Party {
    let office = case.office_of(id);
    Party {
        organisation: office.name,
        person: Some(case.handler(id)),
        phone: office.phone.filter(|_| with_phone),
    }
}

/// Last day for the case as a whole, by the clocks that run on it.
fn due_on(case: &Case) -> Option<NaiveDate> {
    let whole = [ClockKind::Resolution, ClockKind::Promised, ClockKind::Legal];
    let running = clocks(&case.ticket, &case.rules);
    let due = running.iter().find(|clock| whole.contains(&clock.kind))?;
    Some(due.due_at.day())
}

/// The ends a slip may have named: the one of now, none, and those of a simple and a complex case.
pub fn possible_ends(case: &Case) -> [Option<NaiveDate>; 4] {
    let limits = &case.rules.book.limits;
    let calendar: &Calendar = &case.rules.calendar;
    let from = case.ticket.registered_at.day();
    let end = |limit| Some(calendar.add(from, period(limit)).day);
    [due_on(case), None, end(&limits.simple), end(&limits.complex)]
}

/// 申请表 with what was filled in.
pub fn form(case: &Case, material: &str, filled: &Map<String, Value>) -> Option<ApplicationForm> {
    let known = case.material(material)?;
    let fields = fields(known.form_schema.as_ref()?).into_iter().map(|field| FormField {
        value: filled.get(&field.name).map(words).unwrap_or_default(),
        label: field.title,
        required: field.required,
    });
    Some(ApplicationForm {
        number: case.number(),
        matter: case.matter_line()?,
        material: known.name.clone(),
        fields: fields.collect(),
    })
}

/// What was filled in, in words; empty when nothing was.
pub fn words(value: &Value) -> String {
    match value {
        Value::Null | Value::Object(_) => String::new(),
        Value::String(text) => text.trim().to_owned(),
        Value::Bool(true) => "是".to_owned(),
        Value::Bool(false) => "否".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => items.iter().map(words).collect::<Vec<_>>().join("、"),
    }
}

fn told_at(event: Option<&TicketEvent>, otherwise: Timestamp) -> Timestamp {
    event.map_or(otherwise, |event| event.device_at)
}

fn period(limit: &SetLimit) -> Period {
    let unit = match limit.unit {
        LimitUnit::Natural => DayUnit::Natural,
        LimitUnit::Working | LimitUnit::Seconds => DayUnit::Working,
    };
    let days = if limit.unit == LimitUnit::Seconds { 0 } else { limit.amount };
    Period { days: u16::try_from(days).unwrap_or(u16::MAX), unit }
}
