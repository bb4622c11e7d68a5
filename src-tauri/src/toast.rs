//! The system's notifications. They are a hint; the in-app inbox is the record.
//!
//! The words name the colleague and what happened, never the citizen: a lock screen may show them.

use std::sync::Arc;

use bangban_api::Desk;
use bangban_api::event::ApiEvent;
use bangban_api::model::{Language, Notice, NoticeKind, Preferences};
use notify_rust::Notification;
use serde_json::json;
use tauri::AppHandle;
use tokio::sync::Semaphore;

use crate::window;

/// Notifications that may be on the screen at once; more would only hide each other.
const AT_ONCE: usize = 8;

/// Shows notifications and opens the case of one that is clicked.
pub struct Toasts {
    app: AppHandle,
    desk: Desk,
    room: Arc<Semaphore>,
}

impl Toasts {
    /// Nothing on the screen yet.
    pub fn new(app: AppHandle, desk: Desk) -> Self {
        Self { app, desk, room: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    /// Shows what `event` tells, when it tells something and the person wants to be told.
    pub async fn show(&self, event: &ApiEvent) {
        let ApiEvent::Noticed { notice } = event else { return };
        let preferences = self.preferences().await;
        if !preferences.notifications {
            return;
        }
        let Ok(place) = self.room.clone().try_acquire_owned() else { return };
        let (app, desk, notice) = (self.app.clone(), self.desk.clone(), notice.clone());
        let words = words(&notice, preferences.language);
        // The handle has to live as long as the notification: some desktops take it away when its
        // sender lets go.
        tauri::async_runtime::spawn_blocking(move || {
            present(&app, &desk, &notice, &words);
            drop(place);
        });
    }

    async fn preferences(&self) -> Preferences {
        let stored = self.desk.dispatch("preferences_get", json!({})).await;
        stored.ok().and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default()
    }
}

fn present(app: &AppHandle, desk: &Desk, notice: &Notice, (title, body): &(String, String)) {
    let mut notification = Notification::new();
    notification.appname("帮办工作台").summary(title).body(body).action("default", title);
    match notification.show() {
        Ok(handle) => handle.wait_for_action(|action| {
            if action == "default" {
                desk.announce(ApiEvent::OpenNotice { notice: notice.clone() });
                window::raise(app);
            }
        }),
        Err(error) => tracing::info!(%error, "no system notification; the inbox has it"),
    }
}

/// Title and text.
fn words(notice: &Notice, language: Language) -> (String, String) {
    let who = notice.actor.as_deref();
    let (title, body) = match language {
        Language::ZhCn => chinese(notice.kind, who.unwrap_or("同事")),
        Language::En => english(notice.kind, who.unwrap_or("A colleague")),
    };
    (title.to_owned(), body)
}

fn chinese(kind: NoticeKind, who: &str) -> (&'static str, String) {
    match kind {
        NoticeKind::NewTicket => ("新工单", "本站有一张新工单待认领".into()),
        NoticeKind::HandedToMe => ("转交待签收", format!("{who}转交给您一张工单，请签收")),
        NoticeKind::SignedFor => ("转交已签收", format!("{who}已签收您转交的工单")),
        NoticeKind::Returned => ("转交被退回", format!("{who}退回了您转交的工单，请看原因")),
        NoticeKind::QuestionForMe => ("请您出具意见", format!("{who}请您对一张工单出具意见")),
        NoticeKind::OpinionGiven => ("顾问已答复", format!("{who}已答复您的问题")),
        NoticeKind::AssistAsked => ("请协办", format!("{who}请您单位协办一张工单")),
        NoticeKind::AssistAnswered => ("协办已回复", format!("{who}已回复协办事项")),
        NoticeKind::Urged => ("督办", format!("{who}督办您的工单，请在期限内回复")),
        NoticeKind::UrgingAnswered => ("督办已回复", format!("{who}已回复您的督办")),
        NoticeKind::TakenOver => {
            ("工单已由他人接办", format!("您经办的一张工单已由{who}接办或改派"))
        }
        NoticeKind::GivenToMe => ("请您接办", format!("{who}请您接办一张工单")),
        NoticeKind::ProposalForMe => ("收到建议", format!("{who}对您经办的工单提出建议，请处理")),
        NoticeKind::ProposalAnswered => ("建议已答复", format!("{who}已答复您的建议")),
        NoticeKind::CorrectionAllowed => ("准予再次补正", format!("{who}准予再次发出补正告知")),
        NoticeKind::Reopened => ("需继续办理", format!("{who}回访后，工单回到办理中")),
        NoticeKind::ClockWarning => ("时限将到", "有工单的时限将到，请尽快处理".into()),
        NoticeKind::ClockBreach => ("时限已过", "有工单已超过时限".into()),
        NoticeKind::VerdictWaiting => ("有操作未被接受", "内容没有丢失，请到“处理结果”查看".into()),
        NoticeKind::QuestionRaised => ("新的知识提问", format!("{who}提出一个问题，请起草答复")),
        NoticeKind::EntrySubmitted => ("条目待发布", format!("{who}提交了一条知识，请审核发布")),
        NoticeKind::EntrySentBack => ("条目退回修改", format!("{who}退回了您起草的条目")),
        NoticeKind::QuestionAnswered => ("提问已有答复", "您提出的问题已有条目可查".into()),
        NoticeKind::QuestionDeclined => ("提问未采纳", format!("{who}说明了原因，请查看")),
        NoticeKind::MatterChanged => {
            ("事项指南有变化", format!("“{who}”有新版本，请看在办的工单是否受影响"))
        }
    }
}

fn english(kind: NoticeKind, who: &str) -> (&'static str, String) {
    match kind {
        NoticeKind::NewTicket => ("New ticket", "A new ticket waits at your station".into()),
        NoticeKind::HandedToMe => {
            ("Handed to you", format!("{who} hands you a ticket to sign for"))
        }
        NoticeKind::SignedFor => ("Signed for", format!("{who} signed for your handoff")),
        NoticeKind::Returned => ("Returned", format!("{who} returned your handoff; see why")),
        NoticeKind::QuestionForMe => ("Opinion wanted", format!("{who} asks for your opinion")),
        NoticeKind::OpinionGiven => ("Opinion given", format!("{who} answered your question")),
        NoticeKind::AssistAsked => {
            ("Assistance wanted", format!("{who} asks your unit to assist with a ticket"))
        }
        NoticeKind::AssistAnswered => ("Assist answered", format!("{who} answered your request")),
        NoticeKind::Urged => ("Urged", format!("{who} urges your ticket; please answer in time")),
        NoticeKind::UrgingAnswered => ("Urging answered", format!("{who} answered your urging")),
        NoticeKind::TakenOver => ("Taken over", format!("{who} took over a ticket you held")),
        NoticeKind::GivenToMe => {
            ("Yours to go on", format!("{who} gives you a case to go on with"))
        }
        NoticeKind::ProposalForMe => {
            ("A proposal", format!("{who} proposes something for your case"))
        }
        NoticeKind::ProposalAnswered => {
            ("Proposal answered", format!("{who} answered your proposal"))
        }
        NoticeKind::CorrectionAllowed => {
            ("Second notice allowed", format!("{who} allows another correction notice"))
        }
        NoticeKind::Reopened => ("Reopened", format!("{who} followed up; the case goes on")),
        NoticeKind::ClockWarning => {
            ("Time is short", "A ticket is about to run out of time".into())
        }
        NoticeKind::ClockBreach => ("Time is over", "A ticket has run out of time".into()),
        NoticeKind::VerdictWaiting => {
            ("An action was not accepted", "Nothing is lost; see the verdict inbox".into())
        }
        NoticeKind::QuestionRaised => {
            ("New question", format!("{who} asks; please draft an answer"))
        }
        NoticeKind::EntrySubmitted => {
            ("Entry to publish", format!("{who} submitted an entry for you to publish"))
        }
        NoticeKind::EntrySentBack => ("Entry sent back", format!("{who} sent your draft back")),
        NoticeKind::QuestionAnswered => {
            ("Question answered", "There is an entry for what you asked".into())
        }
        NoticeKind::QuestionDeclined => ("Question declined", format!("{who} says why")),
        NoticeKind::MatterChanged => {
            ("A guide has changed", format!("“{who}” has a new version; look at your open cases"))
        }
    }
}
