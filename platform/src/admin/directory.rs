//! Organisations and staff from a JSON file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use bangban_domain::checksum::credit_code_is_valid;
use bangban_domain::directory::{Organisation, Staff};
use bangban_domain::time::Timestamp;
use bangban_protocol::FieldFault;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::report::{DirectoryReport, Entry, List, Outcome};
use super::{AdminError, check, file, settle};
use crate::reading::{self, FieldError};
use crate::store::{self, Db, WriteTx, organisations, staff};
use crate::{identity, scope};

/// The file: entries are read one by one, so that one that is wrong stands alone.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    #[serde(default)]
    organisations: Vec<Value>,
    #[serde(default)]
    staff: Vec<Value>,
}

/// Imports organisations and staff, and reports on every entry. What the file does not name stays
/// as it is. One transaction, so that nobody sees staff without their organisation.
///
/// # Errors
/// When the file cannot be read, is no JSON or has other lists, or when the database fails.
pub async fn import_directory(
    db: &Db,
    path: &Path,
    now: Timestamp,
) -> Result<DirectoryReport, AdminError> {
    let given = file::read(path)?;
    let lists: Lists = reading::read(&given).map_err(|fault| AdminError::Faults(vec![fault]))?;
    let mut report = DirectoryReport { file: file::name(path), ..DirectoryReport::default() };
    let mut tx = db.write().await?;
    import_organisations(&mut tx, &lists.organisations, now, &mut report).await?;
    import_staff(&mut tx, &lists.staff, now, &mut report).await?;
    tx.commit().await?;
    report.entries.sort_by_key(|entry| (entry.list == List::Staff, entry.place));
    report.without_password = staff::without_password(db.read()).await?;
    Ok(report)
}

async fn import_organisations(
    tx: &mut WriteTx,
    given: &[Value],
    now: Timestamp,
    report: &mut DirectoryReport,
) -> Result<(), AdminError> {
    let stored = organisations::all(tx.conn()).await?;
    let mut candidates = Vec::new();
    let mut keys = BTreeSet::new();
    for (place, value) in (1..).zip(given) {
        match read_organisation(value, &mut keys) {
            Ok(organisation) => candidates.push((place, organisation)),
            Err(fault) => report.reject(List::Organisations, place, text(value, "id"), &fault),
        }
    }
    let misplaced = settle::misplaced(&candidates, &stored);
    for (place, organisation) in candidates {
        if let Some(fault) = misplaced.get(&place) {
            report.reject(List::Organisations, place, organisation.id, fault);
            continue;
        }
        let put = organisations::put(tx, &organisation, now).await?;
        let before = stored.iter().find(|known| known.id == organisation.id);
        let warnings = warnings(&organisation, before);
        report.take(List::Organisations, place, organisation.id, put.into(), warnings);
    }
    Ok(())
}

fn read_organisation(
    value: &Value,
    keys: &mut BTreeSet<String>,
) -> Result<Organisation, FieldError> {
    let organisation: Organisation = reading::read(value)?;
    check::organisation(&organisation)?;
    if !keys.insert(organisation.id.clone()) {
        return Err(twice("id"));
    }
    Ok(organisation)
}

/// What somebody should look at; none of it keeps the entry out.
fn warnings(organisation: &Organisation, before: Option<&Organisation>) -> Vec<String> {
    let mut warnings = Vec::new();
    if !credit_code_is_valid(&organisation.credit_code) {
        warnings.push(
            "credit_code 校验不符，请核对 (credit_code fails its check character; look it up)"
                .to_owned(),
        );
    }
    let county = scope::county(&organisation.division);
    if before.is_some_and(|before| scope::county(&before.division) != county) {
        warnings.push(
            "division 换了县：人员看到新县的工单，已登记的工单留在原县 \
             (division is in another county: its staff see the tickets there, and those that \
             were registered stay where they are)"
                .to_owned(),
        );
    }
    warnings
}

async fn import_staff(
    tx: &mut WriteTx,
    given: &[Value],
    now: Timestamp,
    report: &mut DirectoryReport,
) -> Result<(), AdminError> {
    let known: BTreeSet<String> =
        organisations::all(tx.conn()).await?.into_iter().map(|one| one.id).collect();
    let mut accounts = BTreeMap::new();
    for (place, value) in (1..).zip(given) {
        match read_staff(tx, value, &known, &mut accounts).await? {
            Ok(member) => {
                let put = staff::put(tx, &member, now).await?;
                report.take(List::Staff, place, member.account, put.into(), Vec::new());
            }
            Err(fault) => report.reject(List::Staff, place, text(value, "account"), &fault),
        }
    }
    Ok(())
}

type Read<T> = Result<T, FieldError>;

async fn read_staff(
    tx: &mut WriteTx,
    value: &Value,
    known: &BTreeSet<String>,
    accounts: &mut BTreeMap<String, usize>,
) -> store::Result<Read<Staff>> {
    let account = text(value, "account");
    let there = staff::by_account(tx.conn(), &account).await?.map(|(member, _)| member);
    let mut value = value.clone();
    if let Some(fields) = value.as_object_mut()
        && fields.get("id").is_none_or(Value::is_null)
    {
        // The same account has the same identity, also on a platform that is set up anew.
        let id = identity::made_of(&format!("bangban staff {account}"));
        let id = there.as_ref().map_or(id, |member| member.id);
        fields.insert("id".to_owned(), Value::String(id.to_string()));
    }
    let member: Staff = match reading::read(&value) {
        Ok(member) => member,
        Err(fault) => return Ok(Err(fault)),
    };
    let owner = staff::get(tx.conn(), member.id).await?;
    let fits = check::staff(&member)
        .and_then(|()| keeps_identity(&member, there.as_ref(), owner.as_ref()))
        .and_then(|()| works_somewhere(&member, known));
    if let Err(fault) = fits {
        return Ok(Err(fault));
    }
    *accounts.entry(member.account.clone()).or_insert(0) += 1;
    Ok(if accounts[&member.account] > 1 { Err(twice("account")) } else { Ok(member) })
}

/// An account keeps its identity, and an identity its account: tickets name people by it.
fn keeps_identity(member: &Staff, there: Option<&Staff>, owner: Option<&Staff>) -> Read<()> {
    if let Some(other) = there.filter(|known| known.id != member.id) {
        return Err(FieldError::new(
            "id",
            FieldFault::NotYours,
            format!("该账号的 id 是 {}，不能更改；请改正或删去 id", other.id),
            format!("this account has the id {}, for good; correct or leave out `id`", other.id),
        ));
    }
    if let Some(other) = owner.filter(|known| known.account != member.account) {
        return Err(FieldError::new(
            "id",
            FieldFault::NotYours,
            format!("这个 id 属于账号 {}；请删去 id", other.account),
            format!("this id belongs to the account {}; leave out `id`", other.account),
        ));
    }
    Ok(())
}

fn works_somewhere(member: &Staff, known: &BTreeSet<String>) -> Read<()> {
    let organisation = &member.organisation;
    if known.contains(organisation) {
        return Ok(());
    }
    Err(FieldError::new(
        "organisation",
        FieldFault::Unknown,
        format!("没有机构 {organisation}，请先加入它或改正"),
        format!("there is no organisation {organisation}; add it or correct this"),
    ))
}

fn twice(path: &str) -> FieldError {
    FieldError::new(
        path,
        FieldFault::NotYours,
        "文件中前面已有同样的一条，请删去一条",
        "an earlier entry of the file has the same; remove one",
    )
}

/// What an entry calls itself, also when it cannot be read.
fn text(value: &Value, field: &str) -> String {
    value.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
}

impl DirectoryReport {
    fn take(
        &mut self,
        list: List,
        place: usize,
        key: String,
        outcome: Outcome,
        warnings: Vec<String>,
    ) {
        self.entries.push(Entry { list, place, key, outcome, reason: None, warnings });
    }

    fn reject(&mut self, list: List, place: usize, key: String, fault: &FieldError) {
        let (outcome, reason) = (Outcome::Rejected, Some(fault.to_string()));
        self.entries.push(Entry { list, place, key, outcome, reason, warnings: Vec::new() });
    }
}
