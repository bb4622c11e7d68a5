//! A row of the sheet 事项 as a matter.

use bangban_domain::matter::{
    ApplyBy, Faq, Fee, LegalBasis, Matter, MatterResult, MatterState, Period, Place, ServiceObject,
    Situation, Step,
};

use super::cells::Cells;
use super::columns::{MATTER_COLUMNS, MATTERS};
use super::sheet::SheetRow;
use crate::import::problem::RowProblem;
use crate::import::rule::ImportRule;
use crate::import::source::SourceRow;
use crate::import::{code, conditions, days, fields, phone, vocabulary};

/// The parts of a line such as `名称|时限|内容`; the last takes what remains.
fn parts<const N: usize>(line: &str) -> [Option<String>; N] {
    let line = line.replace('｜', "|");
    let mut rest = line.splitn(N, '|').map(str::trim);
    std::array::from_fn(|_| rest.next().filter(|part| !part.is_empty()).map(str::to_owned))
}

/// Reads one row of the sheet 事项, without its materials.
pub(super) fn matter(row: &SheetRow<'_>) -> Result<SourceRow, RowProblem> {
    let cells = &mut Cells::new(row, MATTERS, MATTER_COLUMNS);
    let code = cells.must("实施编码")?;
    let name = cells.must("事项名称")?;
    let organisation = cells.text("实施主体代码")?;
    let column = organisation.as_deref().map(|stated| ("实施主体代码", stated));
    code::check(&mut cells.notes, "实施编码", &code, column);
    let raw = cells.raw("区划代码")?;
    let division = fields::division(&mut cells.notes, "区划代码", raw.as_deref(), &code)?;
    let kind = cells.text("事项类型")?.unwrap_or_default();
    let kind = fields::kind(&mut cells.notes, "事项类型", &kind, "", &code);
    let level = cells.text("行使层级")?.unwrap_or_default();
    let level = fields::level(&mut cells.notes, "行使层级", &level, &code, &division);
    let [legal_days, promised_days] = periods(cells)?;
    let raw = cells.raw("实施主体")?;
    let department = fields::department(&mut cells.notes, "实施主体", raw.as_deref());
    let credit = code::credit(&code).map(str::to_owned);
    let matter = Matter {
        id: cells.text("事项标识")?.unwrap_or_else(|| code.clone()),
        version: 1,
        popular_names: cells.several("常用名称")?,
        kind,
        department_code: organisation.filter(|o| o.len() == 18).or(credit).unwrap_or_default(),
        department,
        level,
        division,
        objects: objects(cells)?,
        themes: cells.several("主题")?,
        state: state(cells)?,
        effective_from: cells.date("生效日期")?,
        handling_kind: cells.one("办件类型", vocabulary::HANDLING)?,
        legal_days,
        promised_days,
        visits: cells.count("跑动次数")?,
        apply_by: ways(cells)?,
        conditions: conditions(cells)?,
        situations: cells.lines("情形")?.iter().enumerate().map(situation).collect(),
        materials: Vec::new(),
        steps: cells.lines("办理环节")?.iter().map(|line| step(line)).collect(),
        fee: fee(cells)?,
        legal_basis: cells.lines("设定依据")?.iter().map(|line| basis(line)).collect(),
        faq: cells.lines("常见问题")?.iter().map(|line| question(line)).collect(),
        result: result(cells)?,
        place: place(cells)?,
        source_url: url(cells)?,
        code,
        name: name.clone(),
    };
    let warnings = std::mem::take(&mut cells.notes.warnings);
    Ok(SourceRow { row: row.number, matter, family: name, warnings })
}

fn periods(cells: &mut Cells<'_>) -> Result<[Option<Period>; 2], RowProblem> {
    let legal = cells.raw("法定办结时限")?;
    let legal = days::read(&mut cells.notes, "法定办结时限", legal.as_deref());
    let promised = cells.raw("承诺办结时限")?;
    let promised = days::read(&mut cells.notes, "承诺办结时限", promised.as_deref());
    days::compare(&mut cells.notes, "承诺办结时限", legal, promised);
    Ok([legal, promised])
}

fn objects(cells: &mut Cells<'_>) -> Result<Vec<ServiceObject>, RowProblem> {
    let stated = cells.several("服务对象")?;
    let stated: Vec<&str> = stated.iter().map(String::as_str).collect();
    Ok(fields::objects(&mut cells.notes, "服务对象", &stated))
}

fn state(cells: &mut Cells<'_>) -> Result<MatterState, RowProblem> {
    let raw = cells.raw("事项状态")?;
    Ok(fields::state(&mut cells.notes, "事项状态", raw.as_deref()))
}

fn ways(cells: &mut Cells<'_>) -> Result<Vec<ApplyBy>, RowProblem> {
    let mut ways = Vec::new();
    for word in cells.several("办理形式")? {
        let way = cells.known("办理形式", vocabulary::APPLY_BY, &word);
        ways.extend(way.filter(|way| !ways.contains(way)));
    }
    Ok(ways)
}

fn conditions(cells: &mut Cells<'_>) -> Result<Vec<String>, RowProblem> {
    let raw = cells.raw("受理条件")?;
    Ok(conditions::read(&mut cells.notes, "受理条件", raw.as_deref()))
}

fn situation((at, line): (usize, &String)) -> Situation {
    let [id, name, question] = parts::<3>(line);
    let id = id.unwrap_or_else(|| (at + 1).to_string());
    Situation {
        name: name.unwrap_or_else(|| id.clone()),
        id,
        question: question.unwrap_or_default(),
    }
}

fn step(line: &str) -> Step {
    let [name, limit, content] = parts::<3>(line).map(Option::unwrap_or_default);
    Step { name, limit, content }
}

fn basis(line: &str) -> LegalBasis {
    let [title, number, article, text] = parts::<4>(line);
    LegalBasis { title: title.unwrap_or_default(), number, article, text }
}

fn question(line: &str) -> Faq {
    let [question, answer] = parts::<2>(line).map(Option::unwrap_or_default);
    Faq { question, answer }
}

fn fee(cells: &mut Cells<'_>) -> Result<Option<Fee>, RowProblem> {
    let charged = cells.one("是否收费", vocabulary::YES_NO)?;
    let items = cells.lines("收费标准")?;
    let basis = cells.text("收费依据")?;
    // Amounts or a basis without the word "yes" still say that something is charged.
    let charged = charged.or((!items.is_empty() || basis.is_some()).then_some(true));
    Ok(charged.map(|charged| Fee { charged, items, basis }))
}

fn result(cells: &mut Cells<'_>) -> Result<Option<MatterResult>, RowProblem> {
    let delivery = cells.several("送达方式")?;
    let name = cells.text("办理结果")?.unwrap_or_default();
    let stated = !name.is_empty() || !delivery.is_empty();
    Ok(stated.then_some(MatterResult { name, delivery }))
}

fn place(cells: &mut Cells<'_>) -> Result<Place, RowProblem> {
    let address = cells.raw("办理地点")?;
    let (consult, complaint) = (cells.raw("咨询电话")?, cells.raw("投诉电话")?);
    let hours = cells.text("办理时间")?;
    let notes = &mut cells.notes;
    let (no_consult, no_complaint) =
        (ImportRule::MissingConsultPhone, ImportRule::MissingComplaintPhone);
    let place = Place {
        address: fields::address(notes, "办理地点", address.as_deref()),
        hours,
        consult_phone: phone::read(notes, "咨询电话", no_consult, consult.as_deref()),
        complaint_phone: phone::read(notes, "投诉电话", no_complaint, complaint.as_deref()),
    };
    phone::compare(notes, "投诉电话", &place);
    Ok(place)
}

fn url(cells: &mut Cells<'_>) -> Result<Option<String>, RowProblem> {
    let raw = cells.raw("指南网址")?;
    Ok(fields::url(&mut cells.notes, "指南网址", raw.as_deref()))
}
