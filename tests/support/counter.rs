//! What a person at the counter does with a window, a word for each.

use anyhow::Result;

use crate::window::Window;

impl Window {
    /// Finds a ticket by its requester and opens it.
    pub async fn open_ticket(&self, requester: &str) -> Result<()> {
        self.press("link", "工单").await?;
        self.press("tab", "全部").await?;
        self.fill("筛选工单", requester).await?;
        self.press("option", requester).await?;
        self.heading(requester).await
    }

    /// 认领.
    pub async fn claim(&self) -> Result<()> {
        self.press("button", "认领").await?;
        self.gone("button", "认领").await?;
        self.find("button", "更多").await?;
        Ok(())
    }

    /// Records a reply to the citizen.
    pub async fn reply(&self, text: &str) -> Result<()> {
        self.fill("答复申请人", text).await?;
        self.press("button", "记录答复").await?;
        self.until_script(
            "the reply to leave its box",
            "return [...document.querySelectorAll('textarea')].every((area) => area.value === '')",
        )
        .await
        .map(drop)
    }

    /// 转交 to a named colleague of the same organisation.
    pub async fn hand_off(&self, to: &str, note: &str) -> Result<()> {
        self.begin("转交").await?;
        self.choose("接收人", to).await?;
        self.fill("交办说明", note).await?;
        self.finish("转交").await
    }

    /// 请顾问出具意见.
    pub async fn escalate(&self, consultant: &str, question: &str) -> Result<()> {
        self.begin("请顾问出具意见").await?;
        self.choose("顾问", consultant).await?;
        self.fill("要问的问题", question).await?;
        self.finish("提交").await
    }

    /// Presses an action where it stands: beside the main one, or in the menu.
    pub async fn begin(&self, action: &str) -> Result<()> {
        self.find("button", "更多").await?;
        if self.has_named("button", action).await? {
            return self.press("button", action).await;
        }
        self.press("button", "更多").await?;
        self.press("menuitem", action).await
    }

    /// Presses the button that carries out what a dialog is about, and waits for it to close.
    pub async fn finish(&self, submit: &str) -> Result<()> {
        self.find("dialog", "").await?;
        self.press("button", submit).await?;
        self.gone("dialog", "").await
    }
}
