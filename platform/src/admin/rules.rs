//! The rule book from a JSON file: checked as a whole, and published as a whole.

use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::path::Path;

use bangban_checks::CheckError;
use bangban_domain::calendar::Year;
use bangban_domain::routing::Route;
use bangban_domain::rulebook::{Check, RuleBook, SetLimit};
use bangban_domain::ticket::LimitUnit;
use bangban_domain::time::Timestamp;
use bangban_protocol::FieldFault;
use chrono::{Datelike, NaiveDate, Weekday};
use serde_json::Value;

use super::{AdminError, check, file, searching};
use crate::reading::{self, FieldError};
use crate::store::{self, Db, Put, WriteTx, matters, organisations, rule_book};

/// The first year whose days off ship with the product.
const FIRST_YEAR: i32 = 2024;
/// Days off are announced for the next year; one more is allowed for.
const YEARS_AHEAD: i32 = 2;
/// Longest limit in days.
const MOST_DAYS: u32 = 365;
/// Longest limit in seconds of service time.
const MOST_SECONDS: u32 = 86_400;

/// What an import of the rule book did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublishedRules {
    /// Whether anything changed.
    pub put: Put,
    /// Version in force now.
    pub version: u32,
}

/// Puts the rule book of a file in force and tells the stations. The `version` in the file does
/// not matter: the platform counts.
///
/// # Errors
/// When the file cannot be read or anything in it is wrong; every fault is named, and the book in
/// force stays.
pub async fn import_rules(
    db: &Db,
    path: &Path,
    now: Timestamp,
) -> Result<PublishedRules, AdminError> {
    let mut given = file::read(path)?;
    if let Some(fields) = given.as_object_mut() {
        fields.entry("version").or_insert_with(|| Value::from(1));
    }
    let book: RuleBook = reading::read(&given).map_err(|fault| AdminError::Faults(vec![fault]))?;
    let mut tx = db.write().await?;
    let faults = faults(&mut tx, &book, now.day()).await?;
    if !faults.is_empty() {
        return Err(AdminError::Faults(faults));
    }
    let put = rule_book::put(&mut tx, &book, now).await?;
    let version = rule_book::get(tx.conn()).await?.map_or(book.version, |book| book.version);
    tx.commit().await?;
    Ok(PublishedRules { put, version })
}

impl fmt::Display for PublishedRules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (zh, en) = match self.put {
            Put::Unchanged => ("未变", "unchanged"),
            Put::Stored | Put::Changed => ("已发布", "published"),
        };
        let version = self.version;
        writeln!(f, "规则{zh}，现行第 {version} 版 (rule book {en}, version {version} in force)")
    }
}

async fn faults(
    tx: &mut WriteTx,
    book: &RuleBook,
    today: NaiveDate,
) -> store::Result<Vec<FieldError>> {
    let mut faults = limits(book);
    faults.extend(check::shifts("usual_hours", &book.usual_hours));
    faults.extend(routes(tx, &book.routes).await?);
    faults.extend(checks(tx, &book.checks).await?);
    faults.extend(holidays(&book.holidays, today));
    faults.extend(searching::faults(book));
    Ok(faults)
}

/// Checks that no station could run, or that are about a matter nobody has, are refused here: at
/// a station they would only be silent.
async fn checks(tx: &mut WriteTx, checks: &[Check]) -> store::Result<Vec<FieldError>> {
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for (index, check) in checks.iter().enumerate() {
        let path = |field: &str| format!("checks[{index}].{field}");
        if !seen.insert(&check.id) {
            faults.push(FieldError::new(
                path("id"),
                FieldFault::NotYours,
                format!("检查 {} 写了两次，请改名或删去", check.id),
                format!("there are two checks {}; rename or remove one", check.id),
            ));
        }
        if check.reason.trim().is_empty() {
            faults.push(FieldError::missing(path("reason")));
        }
        if let Err(error) = bangban_checks::examine(check) {
            faults.push(unusable(path("when"), &error));
        }
        let Some(id) = &check.matter else { continue };
        let Some(matter) = matters::get(tx.conn(), id).await? else {
            faults.push(unknown(path("matter"), "事项", "matter", id));
            continue;
        };
        let known = |id: &&String| matter.materials.iter().any(|material| material.id == **id);
        if let Some(material) = check.material.as_ref().filter(|id| !known(id)) {
            faults.push(unknown(path("material"), "材料", "material", material));
        }
    }
    Ok(faults)
}

/// The interpreter draws what it means over several lines; the first says it.
fn unusable(path: String, error: &CheckError) -> FieldError {
    let words = error.to_string();
    let en = words.lines().next().unwrap_or_default();
    let zh = match error {
        CheckError::TooCostly(_) => "表达式太复杂：最多 500 个字、16 层括号、两个循环".to_owned(),
        CheckError::Unreadable { .. } => format!("表达式写得不对（{en}）"),
    };
    FieldError::new(path, FieldFault::WrongForm, zh, en)
}

fn limits(book: &RuleBook) -> Vec<FieldError> {
    let limits = &book.limits;
    let in_days = [
        ("contact", &limits.contact),
        ("signing", &limits.signing),
        ("simple", &limits.simple),
        ("complex", &limits.complex),
        ("material_review", &limits.material_review),
        ("one_notice", &limits.one_notice),
        ("follow_up", &limits.follow_up),
    ];
    let days = [LimitUnit::Working, LimitUnit::Natural];
    let seconds = [LimitUnit::Seconds];
    let mut faults =
        limit("first_response", &limits.first_response, &seconds, "seconds", MOST_SECONDS);
    for (name, set) in in_days {
        faults.extend(limit(name, set, &days, "working, natural", MOST_DAYS));
    }
    if limits.simple.unit == limits.complex.unit && limits.simple.amount > limits.complex.amount {
        faults.push(FieldError::new(
            "limits.complex.amount",
            FieldFault::WrongForm,
            "复杂诉求的时限不能短于简单诉求",
            "a complex request may not have less time than a simple one",
        ));
    }
    faults
}

fn limit(
    name: &str,
    set: &SetLimit,
    units: &[LimitUnit],
    words: &str,
    most: u32,
) -> Vec<FieldError> {
    let mut faults = Vec::new();
    if set.source.trim().is_empty() {
        faults.push(FieldError::new(
            format!("limits.{name}.source"),
            FieldFault::Missing,
            "请写明时限的依据（法规、标准或本地规定）",
            "name the law, standard or local rule that sets the limit",
        ));
    }
    if !units.contains(&set.unit) {
        faults.push(FieldError::new(
            format!("limits.{name}.unit"),
            FieldFault::NotOneOf,
            format!("这一项的单位只能是 {words}"),
            format!("the unit of this limit has to be one of {words}"),
        ));
    }
    if !(1..=most).contains(&set.amount) {
        faults.push(FieldError::new(
            format!("limits.{name}.amount"),
            FieldFault::WrongForm,
            format!("应在 1 到 {most} 之间"),
            format!("it has to be within 1 and {most}"),
        ));
    }
    faults
}

async fn routes(tx: &mut WriteTx, lines: &[Route]) -> store::Result<Vec<FieldError>> {
    let mut faults = Vec::new();
    let mut seen = HashMap::new();
    for (index, line) in lines.iter().enumerate() {
        let path = |field: &str| format!("routes[{index}].{field}");
        for (field, named) in
            [("organisation", &line.organisation), ("consultants", &line.consultants)]
        {
            let Some(id) = named else { continue };
            if organisations::get(tx.conn(), id).await?.is_none() {
                faults.push(unknown(path(field), "机构", "organisation", id));
            }
        }
        if let Some(id) = &line.matter
            && matters::get(tx.conn(), id).await?.is_none()
        {
            faults.push(unknown(path("matter"), "事项", "matter", id));
        }
        faults.extend(line_alone(index, line));
        for (names, what) in
            [(&line.organisation, "organisation"), (&line.consultants, "consultants")]
        {
            if names.is_none() {
                continue;
            }
            let condition = (what, &line.matter, line.nature, &line.division);
            if let Some(first) = seen.insert(condition, index) {
                faults.push(never_used(index, first));
                seen.insert(condition, first);
            }
        }
    }
    Ok(faults)
}

/// What is wrong with a line whatever else is there.
fn line_alone(index: usize, line: &Route) -> Vec<FieldError> {
    let mut faults = Vec::new();
    let path = |field: &str| format!("routes[{index}].{field}");
    if line.organisation.is_none() && line.consultants.is_none() {
        faults.push(FieldError::new(
            path("organisation"),
            FieldFault::Missing,
            "organisation 和 consultants 至少写一个",
            "name `organisation`, `consultants`, or both",
        ));
    }
    if line.designated && line.organisation.is_none() {
        faults.push(FieldError::new(
            path("designated"),
            FieldFault::WrongForm,
            "没有写 organisation，不能指定",
            "only a line that names `organisation` can designate it",
        ));
    }
    let digits = |code: &String| {
        (2..=12).contains(&code.len()) && code.bytes().all(|digit| digit.is_ascii_digit())
    };
    if line.division.as_ref().is_some_and(|code| !digits(code)) {
        faults.push(FieldError::new(
            path("division"),
            FieldFault::WrongForm,
            "应为区划代码的前 2 至 12 位数字",
            "it has to be the first 2 to 12 digits of a division code",
        ));
    }
    faults
}

fn unknown(path: String, zh: &str, en: &str, id: &str) -> FieldError {
    FieldError::new(
        path,
        FieldFault::Unknown,
        format!("没有{zh} {id}，请先导入它或改正"),
        format!("there is no {en} {id}; import it first or correct this"),
    )
}

fn never_used(index: usize, first: usize) -> FieldError {
    FieldError::new(
        format!("routes[{index}]"),
        FieldFault::NotYours,
        format!("条件与 routes[{first}] 相同，永远用不到；请合并或删去"),
        format!("routes[{first}] has the same conditions, so this is never used; remove one"),
    )
}

fn holidays(years: &[Year], today: NaiveDate) -> Vec<FieldError> {
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    let last = today.year() + YEARS_AHEAD;
    for (index, year) in years.iter().enumerate() {
        let path = format!("holidays[{index}]");
        if !(FIRST_YEAR..=last).contains(&year.year) {
            faults.push(FieldError::new(
                format!("{path}.year"),
                FieldFault::WrongForm,
                format!("年份应在 {FIRST_YEAR} 到 {last} 之间"),
                format!("the year has to be within {FIRST_YEAR} and {last}"),
            ));
        }
        if !seen.insert(year.year) {
            faults.push(FieldError::new(
                format!("{path}.year"),
                FieldFault::NotYours,
                "这一年写了两次，请合并",
                "the year is there twice; make one of them",
            ));
        }
        if year.days.is_empty() {
            faults.push(FieldError::missing(format!("{path}.days")));
        }
        faults.extend(days(&path, year));
    }
    faults
}

fn days(path: &str, year: &Year) -> Vec<FieldError> {
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for (index, day) in year.days.iter().enumerate() {
        let path = |field: &str| format!("{path}.days[{index}].{field}");
        if day.name.trim().is_empty() {
            faults.push(FieldError::missing(path("name")));
        }
        // New Year's days off may begin in the December before.
        let eve = day.date.year() == year.year - 1 && day.date.month() == 12;
        if day.date.year() != year.year && !eve {
            faults.push(FieldError::new(
                path("date"),
                FieldFault::WrongForm,
                "日期不在这一年",
                "the date is not in this year",
            ));
        }
        if !seen.insert(day.date) {
            faults.push(FieldError::new(
                path("date"),
                FieldFault::NotYours,
                "这一天写了两次，请删去一次",
                "the day is there twice; remove one",
            ));
        }
        if !day.off && !matches!(day.date.weekday(), Weekday::Sat | Weekday::Sun) {
            faults.push(FieldError::new(
                path("off"),
                FieldFault::WrongForm,
                "调休上班日（off: false）应在周六或周日",
                "a day worked in exchange (off: false) is a Saturday or Sunday",
            ));
        }
    }
    faults
}
