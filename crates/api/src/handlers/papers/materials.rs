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
        events.iter().for_each(|event| materials.take(event));
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
