//! What holds for a single entry, whatever else is there.

use bangban_domain::directory::{Organisation, Staff};
use bangban_domain::hours::ServiceHours;
use bangban_protocol::FieldFault;

use super::RESERVED;
use crate::reading::FieldError;

/// Longest key or account.
const KEY_CHARS: usize = 64;

/// The first thing that keeps an organisation from being stored.
pub(super) fn organisation(organisation: &Organisation) -> Result<(), FieldError> {
    key("id", &organisation.id)?;
    stated("name", &organisation.name)?;
    stated("short_name", &organisation.short_name)?;
    if !is_division(&organisation.division) {
        return Err(FieldError::new(
            "division",
            FieldFault::WrongForm,
            "区划代码应为 6、9 或 12 位数字",
            "a division code has 6, 9 or 12 digits",
        ));
    }
    let own = organisation.service_hours.as_ref();
    own.and_then(|hours| shifts("service_hours", hours).into_iter().next()).map_or(Ok(()), Err)
}

/// The first thing that keeps a member of staff from being stored.
pub(super) fn staff(member: &Staff) -> Result<(), FieldError> {
    key("account", &member.account)?;
    stated("name", &member.name)?;
    if member.account.starts_with(RESERVED) {
        return Err(FieldError::new(
            "account",
            FieldFault::NotYours,
            format!("以 {RESERVED} 开头的账号留给接入渠道，请换一个"),
            format!("accounts that begin with {RESERVED} belong to channels; choose another"),
        ));
    }
    Ok(())
}

/// Everything that is wrong with service hours.
pub(super) fn shifts(path: &str, hours: &ServiceHours) -> Vec<FieldError> {
    if hours.shifts.is_empty() {
        return vec![FieldError::missing(format!("{path}.shifts"))];
    }
    let mut faults = Vec::new();
    for (index, shift) in hours.shifts.iter().enumerate() {
        if shift.from >= shift.until {
            faults.push(FieldError::new(
                format!("{path}.shifts[{index}]"),
                FieldFault::WrongForm,
                "from 应早于 until",
                "`from` has to be before `until`",
            ));
        }
    }
    for (index, pair) in hours.shifts.windows(2).enumerate() {
        if pair[1].from < pair[0].until {
            faults.push(FieldError::new(
                format!("{path}.shifts[{}]", index + 1),
                FieldFault::WrongForm,
                "各班次应按时间先后排列，不能重叠",
                "shifts have to be in order and may not overlap",
            ));
        }
    }
    faults
}

/// Whether it is the code of a county, a township or a village.
pub(super) fn is_division(code: &str) -> bool {
    matches!(code.len(), 6 | 9 | 12) && code.bytes().all(|digit| digit.is_ascii_digit())
}

fn stated(path: &str, text: &str) -> Result<(), FieldError> {
    if text.trim().is_empty() { Err(FieldError::missing(path)) } else { Ok(()) }
}

fn key(path: &str, text: &str) -> Result<(), FieldError> {
    stated(path, text)?;
    let usable = text.chars().count() <= KEY_CHARS
        && !text.chars().any(|letter| letter.is_whitespace() || letter.is_control());
    if usable {
        return Ok(());
    }
    Err(FieldError::new(
        path,
        FieldFault::WrongForm,
        format!("至多 {KEY_CHARS} 个字符，不含空格"),
        format!("at most {KEY_CHARS} characters and no spaces"),
    ))
}
