//! What people think of doing to tickets. Whether the rules allow it at their station is found out there.

use bangban_domain::directory::{Role, Staff};
use bangban_domain::ticket::{
    Action, Channel, DocumentKind, LoopOutcome, Nature, NewTicket, Outcome, PauseKind, Requester,
    RequesterKind, Stage, Status, Ticket, TicketId, Triage, Via,
};

use crate::random::Random;

/// A wish: the ticket and the action.
pub(crate) type Wish = (TicketId, Action);

/// What a person may know when they choose.
pub(crate) struct View<'a> {
    pub(crate) me: &'a Staff,
    pub(crate) tickets: &'a [Ticket],
    pub(crate) staff: &'a [Staff],
    /// Number of the command, for texts that can be told apart.
    pub(crate) number: u64,
}

/// Something that the person may want to do now.
pub(crate) fn wish(view: &View<'_>, random: &mut Random, at_ms: i64) -> Wish {
    let serves = view.me.role.serves_citizens();
    let few = view.tickets.len() < 4;
    if serves && (view.tickets.is_empty() || random.percent(if few { 40 } else { 8 })) {
        let ticket = random.identity(at_ms);
        return (ticket, Action::Register(request(view, ticket)));
    }
    if view.tickets.is_empty() {
        return (random.identity(at_ms), note(view));
    }
    // A few tickets are everybody's business, so that people get in each other's way.
    let hot = view.tickets.len().min(3);
    let hot = if random.percent(65) { &view.tickets[..hot] } else { view.tickets };
    let ticket = random.one(hot);
    (ticket.id, on(ticket, view, random))
}

fn note(view: &View<'_>) -> Action {
    Action::Note { text: words(view, "备注") }
}

fn words(view: &View<'_>, what: &str) -> String {
    format!("{what}，{}，第 {} 条", view.me.name, view.number)
}

pub(crate) fn request(view: &View<'_>, ticket: TicketId) -> NewTicket {
    let requester = Requester {
        kind: RequesterKind::NaturalPerson,
        name: format!("申请人{}", view.number),
        document: DocumentKind::ResidentId,
        id_number: None,
        phone: Some("13800000000".into()),
        credit_code: None,
        agent: None,
    };
    NewTicket {
        ticket,
        channel: Channel::Counter,
        nature: Nature::Procedure,
        subject: format!("事项{}", view.number),
        request: words(view, "诉求"),
        requester,
        matter: None,
        situation: None,
        priority: None,
        elderly: None,
        organisation: view.me.organisation.clone(),
    }
}

/// What may be done to a ticket in this status, mostly; now and then something that may not.
fn on(ticket: &Ticket, view: &View<'_>, random: &mut Random) -> Action {
    if random.percent(22) {
        return note(view);
    }
    let reason = || words(view, "理由");
    let mine = ticket.holder == Some(view.me.id);
    if let Some(relief) = relief(ticket, view, random) {
        return relief;
    }
    match (view.me.role, ticket.status) {
        (Role::Management, Status::Unclaimed | Status::Working) if random.percent(40) => {
            let (to_staff, to_organisation) = receiver(view, random);
            Action::Assign { to_staff, to_organisation, note: reason() }
        }
        (Role::Management, status) if status.is_open() => {
            Action::Urge { text: words(view, "督办"), due_days: 3 }
        }
        (Role::Consultant, Status::AwaitingOpinion) => {
            Action::Opinion { text: words(view, "意见") }
        }
        (_, Status::Unclaimed) => Action::Claim,
        (_, Status::AwaitingSignature) if random.percent(75) => Action::SignFor,
        (_, Status::AwaitingSignature) => Action::Return { reason: reason() },
        (_, Status::Suspended) if mine => Action::Resume { note: String::new() },
        (_, Status::Closed) => Action::FollowUp {
            outcome: if random.percent(50) {
                LoopOutcome::Obtained
            } else {
                LoopOutcome::NeedsMore
            },
            note: words(view, "回访"),
        },
        _ if mine => held(ticket, view, random),
        _ if ticket.open_assists().any(|a| a.organisation == view.me.organisation) => {
            let assist = ticket.open_assists().next().map(|a| a.id).unwrap_or_default();
            Action::AnswerAssist { assist, text: words(view, "协办回复") }
        }
        _ if random.percent(50) => Action::Claim,
        _ => note(view),
    }
}

/// What somebody does to a ticket that another one holds: take it over, or propose something.
fn relief(ticket: &Ticket, view: &View<'_>, random: &mut Random) -> Option<Action> {
    let from = ticket.holder.filter(|holder| *holder != view.me.id)?;
    let manages = view.me.role == Role::Management;
    if random.percent(if manages { 35 } else { 10 }) {
        let to_staff = if manages { receiver(view, random).0? } else { view.me.id };
        return Some(Action::TakeOver { from, to_staff, reason: words(view, "接办") });
    }
    let note = words(view, "建议");
    let meant = Action::Reply { text: words(view, "可以这样答复"), via: Via::Phone };
    random.percent(8).then(|| Action::Propose { proposed: Box::new(meant), note })
}

/// What a holder does.
fn held(ticket: &Ticket, view: &View<'_>, random: &mut Random) -> Action {
    let reason = || words(view, "理由");
    if let Some(urging) = ticket.open_urgings().next() {
        return Action::AnswerUrging { urging: urging.id, text: words(view, "督办回复") };
    }
    if let Some(open) = ticket.open_proposals().next().filter(|_| random.percent(60)) {
        let (proposal, taken) = (open.id, random.percent(60));
        return Action::AnswerProposal { proposal, taken, note: words(view, "回复建议") };
    }
    match random.below(13) {
        0..=2 => Action::Reply { text: words(view, "答复"), via: Via::Counter },
        3 => Action::Release { reason: reason() },
        4..=5 => {
            let (to_staff, to_organisation) = receiver(view, random);
            Action::HandOff { to_staff, to_organisation, note: reason() }
        }
        6 => match consultant(view, random) {
            Some(consultant) => {
                Action::Escalate { consultant, question: words(view, "请问"), due_days: 3 }
            }
            None => note(view),
        },
        7 => Action::Advance { to: Stage::Guidance, note: reason() },
        8 => {
            if let Some(assist) = ticket.open_assists().next() {
                return Action::DropAssist { assist: assist.id, reason: reason() };
            }
            let organisation = random.one(view.staff).organisation.clone();
            Action::AskAssist { organisation, task: words(view, "协办"), due_days: 3 }
        }
        9 => Action::Suspend { kind: PauseKind::SpecialProcedure, reason: reason() },
        10 => Action::Triage { triage: Triage::OwnLevel { complex: false, note: reason() } },
        11 => {
            let other = random.one(view.tickets).id;
            if random.percent(70) {
                Action::Link { other, reason: reason() }
            } else {
                Action::Merge { into: other, reason: reason() }
            }
        }
        _ => Action::Close {
            outcome: Outcome::Answered,
            feedback: words(view, "结果"),
            via: Via::Phone,
        },
    }
}

fn receiver(view: &View<'_>, random: &mut Random) -> (Option<uuid::Uuid>, String) {
    let serving: Vec<&Staff> =
        view.staff.iter().filter(|staff| staff.role.serves_citizens()).collect();
    if serving.is_empty() {
        return (None, view.me.organisation.clone());
    }
    let to = *random.one(&serving);
    let named = random.percent(60).then_some(to.id);
    (named, to.organisation.clone())
}

fn consultant(view: &View<'_>, random: &mut Random) -> Option<uuid::Uuid> {
    let asked: Vec<&Staff> =
        view.staff.iter().filter(|staff| staff.role == Role::Consultant).collect();
    (!asked.is_empty()).then(|| random.one(&asked).id)
}
