//! What was received, told by the timeline: as it is now, and as it was at any line of it.

use bangban_domain::ticket::{Action, TicketEvent};
use bangban_papers::{CarriedLine, ReceivedFile, ReceivedLine};
use uuid::Uuid;

/// Materials of a case as a stretch of its timeline leaves them.
#[derive(Default)]
pub struct Materials<'a> {
    lines: Vec<(String, ReceivedLine)>,
    /// The first line of the timeline that brought anything (收件日).
    pub first: Option<&'a TicketEvent>,
    /// The last one.
    pub last: Option<&'a TicketEvent>,
}

impl<'a> Materials<'a> {
    /// As the whole timeline leaves them.
    pub fn now(events: &'a [TicketEvent]) -> Self {
        let mut materials = Self::default();
        for event in events {
            materials.take(event);
        }
        materials
    }

    /// As they were when a line of the timeline was written.
    pub fn at(events: &'a [TicketEvent], id: Uuid) -> Self {
        let end = events.iter().position(|event| event.id == id).map_or(events.len(), |at| at + 1);
        Self::now(&events[..end])
    }

    /// What was received, in the order of the checklist; what was taken off again is left out.
    pub fn received(&self) -> Vec<ReceivedLine> {
        let there =
            |line: &&ReceivedLine| line.originals > 0 || line.copies > 0 || !line.files.is_empty();
        self.lines.iter().map(|(_, line)| line).filter(there).cloned().collect()
    }

    /// The same, as it is handed on.
    pub fn carried(&self) -> Vec<CarriedLine> {
        let carry = |line: ReceivedLine| CarriedLine {
            name: line.name,
            originals: line.originals,
            copies: line.copies,
            files: u32::try_from(line.files.len()).unwrap_or(u32::MAX),
        };
        self.received().into_iter().map(carry).collect()
    }

    fn take(&mut self, event: &'a TicketEvent) {
        match &event.action {
            Action::OpenReview { checklist, .. } => {
                *self = Self::default();
                let line = |name: &String| ReceivedLine {
                    name: name.clone(),
                    originals: 0,
                    copies: 0,
                    files: Vec::new(),
                };
                let lines = checklist.iter().map(|item| (item.material.clone(), line(&item.name)));
                self.lines = lines.collect();
            }
            Action::ReceiveMaterials { received } => {
                for counted in received {
                    if let Some(line) = self.line(&counted.material) {
                        line.originals = counted.paper.originals;
                        line.copies = counted.paper.copies;
                    }
                }
                self.came_in(event);
            }
            Action::AddFile { material, file } => {
                if let Some(line) = self.line(material) {
                    line.files.push(ReceivedFile {
                        name: file.name.clone(),
                        bytes: file.bytes,
                        sha256: file.sha256.clone(),
                    });
                }
                self.came_in(event);
            }
            Action::RemoveFile { material, sha256, .. } => {
                let files = self.line(material).map(|line| &mut line.files);
                if let Some(files) = files
                    && let Some(at) = files.iter().position(|file| file.sha256 == *sha256)
                {
                    files.remove(at);
                }
            }
            _ => {}
        }
    }

    fn came_in(&mut self, event: &'a TicketEvent) {
        self.first.get_or_insert(event);
        self.last = Some(event);
    }

    fn line(&mut self, material: &str) -> Option<&mut ReceivedLine> {
        self.lines.iter_mut().find(|(key, _)| key == material).map(|(_, line)| line)
    }
}

/// Whether a line of the timeline changes what a receipt lists.
pub fn changes_receipt(event: &TicketEvent) -> bool {
    matches!(
        event.action,
        Action::ReceiveMaterials { .. } | Action::AddFile { .. } | Action::RemoveFile { .. }
    )
}

#[cfg(test)]
mod tests {
    use bangban_domain::ticket::{ChecklistItem, FileRef, MatterRef, PaperReceived, Received};
    use bangban_domain::time::Timestamp;

    use super::*;

    fn line(at: i64, action: Action) -> TicketEvent {
        let (id, ticket, actor) =
            (Uuid::from_u128(at.unsigned_abs().into()), Uuid::nil(), Uuid::nil());
        let at = Timestamp(at);
        TicketEvent { id, ticket, version: 1, actor, at, device_at: at, action }
    }

    fn timeline() -> Vec<TicketEvent> {
        let item = |key: &str| ChecklistItem {
            material: key.to_owned(),
            name: key.to_owned(),
            necessity: None,
        };
        let matter = MatterRef {
            id: "m".into(),
            version: 1,
            name: "m".into(),
            promised: None,
            legal: None,
            on_the_spot: false,
        };
        let checklist = vec![item("form"), item("layout")];
        let paper = PaperReceived { originals: 1, copies: 0 };
        let file = FileRef {
            sha256: "ab".repeat(32),
            name: "图.jpg".into(),
            media: "image/jpeg".into(),
            bytes: 9,
        };
        let sha256 = file.sha256.clone();
        let received = vec![Received { material: "form".into(), paper }];
        vec![
            line(1, Action::OpenReview { matter, situation: None, checklist }),
            line(2, Action::ReceiveMaterials { received }),
            line(3, Action::AddFile { material: "layout".into(), file }),
            line(4, Action::Note { text: "看不清".into() }),
            line(
                5,
                Action::RemoveFile { material: "layout".into(), sha256, reason: "错页".into() },
            ),
        ]
    }

    #[test]
    fn a_receipt_lists_what_was_there_at_its_moment_and_not_what_was_taken_off() {
        let events = timeline();
        let names = |materials: &Materials<'_>| -> Vec<String> {
            materials.received().into_iter().map(|line| line.name).collect()
        };
        let then = Materials::at(&events, events[2].id);
        assert_eq!(names(&then), ["form", "layout"]);
        let now = Materials::now(&events);
        assert_eq!(names(&now), ["form"], "what was taken off is not kept by us");
        assert_eq!(now.first.map(|event| event.at), Some(Timestamp(2)), "收件日");
        assert_eq!(now.last.map(|event| event.at), Some(Timestamp(3)), "taking off is no receipt");
    }
}
