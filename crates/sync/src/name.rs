//! The name of this desk, as people know it: as somebody set it, or where its person works and what
//! the computer is called.

use bangban_domain::directory::Staff;
use bangban_store::Connection;
use bangban_store::table::{directory, meta};

use crate::Result;

/// What a desk is called when nothing at all is known of it.
const NAMELESS: &str = "帮办工作台";

/// The name of the desk of this store.
///
/// # Errors
/// When the store fails.
pub async fn of(c: &mut Connection) -> Result<String> {
    match meta::get(c, meta::DESK_NAME).await? {
        Some(set) => Ok(set),
        None => usual_here(c).await,
    }
}

/// What the desk is called when nobody sets a name.
///
/// # Errors
/// When the store fails.
pub async fn usual_here(c: &mut Connection) -> Result<String> {
    let me = meta::get(c, meta::STAFF).await?;
    let me: Option<Staff> = me.and_then(|body| serde_json::from_str(&body).ok());
    let organisation = match me {
        Some(me) => directory::organisation(c, &me.organisation).await?,
        None => None,
    };
    let computer = meta::get(c, meta::COMPUTER).await?;
    Ok(usual(organisation.as_ref().map(|it| it.short_name.as_str()), computer.as_deref()))
}

/// The name of a desk by where its person works and what the computer is called.
pub fn usual(organisation: Option<&str>, computer: Option<&str>) -> String {
    match (organisation, computer) {
        (Some(organisation), Some(computer)) => format!("{organisation} {computer}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => NAMELESS.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::usual;

    #[test]
    fn a_desk_is_called_by_what_is_known_of_it() {
        for (organisation, computer, name) in [
            (Some("桥头镇"), Some("DESKTOP-3F9A01"), "桥头镇 DESKTOP-3F9A01"),
            (Some("桥头镇"), None, "桥头镇"),
            (None, Some("DESKTOP-3F9A01"), "DESKTOP-3F9A01"),
            (None, None, "帮办工作台"),
        ] {
            assert_eq!(usual(organisation, computer), name);
        }
    }
}
