//! What a model is told: how to answer, the question, the entries. Nothing else.

use bangban_domain::drafted::NO_BASIS;
use bangban_domain::knowledge::KnowledgeEntry;

/// What is sent, in the two pieces that the protocol knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// How to answer.
    pub system: String,
    /// The question and the entries.
    pub user: String,
}

impl Prompt {
    /// Asks for a draft. `question`: without personal data.
    pub fn draft(question: &str, entries: &[KnowledgeEntry]) -> Self {
        let entries: Vec<String> = entries.iter().zip(1..).map(of_entry).collect();
        let user =
            format!("群众的问题：\n{}\n\n条目：\n\n{}", question.trim(), entries.join("\n\n"));
        Self { system: instructions(), user }
    }

    /// Asks for next to nothing, to see whether there is an answer at all.
    pub fn trial() -> Self {
        Self { system: "只回答“好”。".to_owned(), user: "好吗？".to_owned() }
    }
}

/// How a model is to answer.
pub fn instructions() -> String {
    format!(
        "你为政务服务专员起草给群众的答复。只根据下面给出的条目作答，不使用其他知识，不推测。\n\
         每一段都用 [1]、[2] 这样的编号注明所依据的条目，只用给出的编号。\n\
         不写条目里没有的文件、文号、条款、金额、期限和电话。\n\
         〔姓名〕这类方括号里的字代替了个人信息，不要猜测，尽量不写。\n\
         不写称呼、问候和落款，不用标题、列表和表格，用平实的话，不超过 500 字。\n\
         如果条目不能回答这个问题，只写：{NO_BASIS}"
    )
}

/// An entry as it is sent: number, title, answer, what it rests on.
pub fn of_entry((entry, number): (&KnowledgeEntry, usize)) -> String {
    format!("[{number}] {}\n{}", entry.title, entry.answer_text())
}
