//! The queue and the numbers beside it.

use bangban_domain::directory::Staff;
use bangban_domain::ticket::{Status, Ticket};
use bangban_store::Connection;
use bangban_store::table::queue::{self, QueueFilter, QueueRow, Sort, View};

use super::view::{Names, clock_views};
use crate::desk::Desk;
use crate::error::ApiError;
use crate::model::{
    Nothing, QueueView, TicketCounts, TicketPage, TicketQuery, TicketRow, TicketSort,
};
use crate::open::{Open, me, now};

const MOST_ROWS: u32 = 200;

/// A page of the queue.
pub async fn list(desk: &Desk, query: TicketQuery) -> Result<TicketPage, ApiError> {
    let open = desk.open().await?;
    let mut c = open.read().await?;
    let me = me(&mut c).await?;
    let filter = QueueFilter {
        text: query.text,
        stage: query.stage,
        status: query.status,
        channel: query.channel,
        matter: query.matter,
        due_before: query.due_before,
        ..filter(&me, view(query.view))
    };
    let total = queue::count(&mut c, &filter).await?;
    let limit = query.limit.min(MOST_ROWS);
    let rows = queue::page(&mut c, &filter, sort(query.sort), query.offset, limit).await?;
    let names = Names::load(&mut c).await?;
    let rows = rows
        .into_iter()
        .map(|QueueRow { ticket, seen_version, pending }| {
            row(&open, &names, ticket, seen_version, pending)
        })
        .collect();
    Ok(TicketPage { rows, total, offset: query.offset })
}

/// The numbers beside the queues.
pub async fn counts(desk: &Desk, _: Nothing) -> Result<TicketCounts, ApiError> {
    let open = desk.open().await?;
    let mut c = open.read().await?;
    let me = me(&mut c).await?;
    let unclaimed = QueueFilter { status: Some(Status::Unclaimed), ..filter(&me, View::Station) };
    let overdue = QueueFilter { due_before: Some(now()), ..filter(&me, View::Mine) };
    Ok(TicketCounts {
        mine: count(&mut c, &me, View::Mine).await?,
        station: count(&mut c, &me, View::Station).await?,
        waiting: count(&mut c, &me, View::Waiting).await?,
        all: count(&mut c, &me, View::All).await?,
        unclaimed: queue::count(&mut c, &unclaimed).await?,
        overdue: queue::count(&mut c, &overdue).await?,
    })
}

async fn count(c: &mut Connection, me: &Staff, view: View) -> Result<u32, ApiError> {
    Ok(queue::count(c, &filter(me, view)).await?)
}

fn filter(me: &Staff, view: View) -> QueueFilter {
    QueueFilter {
        me: me.id,
        organisation: me.organisation.clone(),
        view,
        text: None,
        stage: None,
        status: None,
        channel: None,
        matter: None,
        due_before: None,
    }
}

/// A ticket as a line of the queue.
pub(super) fn row(
    open: &Open,
    names: &Names,
    ticket: Ticket,
    seen_version: u32,
    pending: u32,
) -> TicketRow {
    let urged = ticket.open_urgings().next().is_some();
    TicketRow {
        clock: clock_views(&ticket, &open.store.rules(), now()).into_iter().next(),
        organisation: names.organisation(&ticket.organisation),
        holder: ticket.holder.and_then(|id| names.name(id)),
        first_responder: ticket.first_responder.and_then(|id| names.name(id)),
        id: ticket.id,
        number: ticket.number,
        subject: ticket.subject,
        requester: ticket.requester.name,
        matter: ticket.matter.map(|m| m.name),
        stage: ticket.stage,
        status: ticket.status,
        channel: ticket.channel,
        priority: ticket.priority.is_some(),
        elderly: ticket.elderly.is_some(),
        untriaged: ticket.triage.is_none() && ticket.status.is_open(),
        urged,
        unread: ticket.version > seen_version,
        pending,
        registered_at: ticket.registered_at,
        updated_at: ticket.updated_at,
    }
}

fn view(view: QueueView) -> View {
    match view {
        QueueView::Mine => View::Mine,
        QueueView::Station => View::Station,
        QueueView::Waiting => View::Waiting,
        QueueView::All => View::All,
    }
}

fn sort(sort: TicketSort) -> Sort {
    match sort {
        TicketSort::Deadline => Sort::Deadline,
        TicketSort::Newest => Sort::Newest,
        TicketSort::Updated => Sort::Updated,
    }
}
