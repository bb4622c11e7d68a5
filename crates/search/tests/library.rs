//! A small library to search in.

use std::collections::{BTreeMap, HashMap};

use bangban_search::{
    Document, Error, Facets, Filters, Found, Hit, Index, Kind, Passage, Query, Role, Season,
    Synonyms,
};
use chrono::NaiveDate;
use tempfile::TempDir;

/// Nothing was used by anybody.
pub static NOBODY: BTreeMap<String, u32> = BTreeMap::new();
pub const KEY: [u8; 32] = [7; 32];

/// An index in a folder of its own.
pub struct Shelf {
    pub dir: TempDir,
    pub index: Index,
}

impl Shelf {
    pub fn empty() -> Self {
        let dir = TempDir::new().unwrap();
        let index = Index::open(dir.path(), &KEY).unwrap();
        Self { dir, index }
    }

    pub fn with(documents: Vec<Document>) -> Self {
        let shelf = Self::empty();
        shelf.put(1, documents);
        shelf
    }

    /// The library most tests look in.
    pub fn filled() -> Self {
        Self::with(documents())
    }

    pub fn put(&self, watermark: u64, documents: Vec<Document>) {
        let put = |batch: &mut bangban_search::Batch<'_>| {
            documents.into_iter().try_for_each(|document| batch.put(document))
        };
        self.index.write::<Error>(watermark, put).unwrap();
    }

    pub fn find(&self, text: &str) -> Found {
        self.find_with(text, &Filters::default(), "", &HashMap::new())
    }

    pub fn find_with(
        &self,
        text: &str,
        filters: &Filters,
        place: &str,
        uses: &HashMap<(Kind, String), u32>,
    ) -> Found {
        self.index.find(&query(text, filters, place, uses, &synonyms())).unwrap()
    }

    /// Keys of a group, best first.
    pub fn keys(&self, kind: Kind, text: &str) -> Vec<String> {
        hits(&self.find(text), kind).into_iter().map(|hit| hit.key).collect()
    }

    /// The best hit of a group.
    pub fn best(&self, kind: Kind, text: &str) -> Hit {
        let found = hits(&self.find(text), kind).into_iter().next();
        found.unwrap_or_else(|| panic!("nothing found for {text}"))
    }
}

pub fn query<'a>(
    text: &'a str,
    filters: &'a Filters,
    place: &'a str,
    uses: &'a HashMap<(Kind, String), u32>,
    synonyms: &'a Synonyms,
) -> Query<'a> {
    Query {
        text,
        kinds: &Kind::ALL,
        filters,
        limit_per_kind: 10,
        today: NaiveDate::from_ymd_opt(2026, 6, 20).unwrap(),
        place,
        uses,
        used_by_all: &NOBODY,
        synonyms,
    }
}

pub fn synonyms() -> Synonyms {
    Synonyms::new([["环评", "环境影响评价"]])
}

pub fn hits(found: &Found, kind: Kind) -> Vec<Hit> {
    let group = found.groups.iter().find(|group| group.kind == kind);
    group.map(|group| group.hits.clone()).unwrap_or_default()
}

fn matter(key: &str, title: &str) -> Document {
    Document::new(Kind::Matter, key, title)
}

pub fn documents() -> Vec<Document> {
    let mut insurance = matter("insurance", "企业职工社会保险参保登记");
    insurance.aliases = vec!["社保参保".into(), "上社保".into()];
    insurance.codes = vec!["11440000MB2D01234F4442111817003".into()];
    insurance.passages = vec![
        Passage::new(Role::Department, "人力资源和社会保障局"),
        Passage::new(Role::Material, "单位参保人员花名册"),
        Passage::new(Role::Text, "用人单位应当自用工之日起三十日内为其职工申请办理社会保险登记。"),
    ];
    insurance.facets = Facets {
        department: "人力资源和社会保障局".into(),
        objects: vec!["企业法人".into()],
        themes: vec!["社会保障".into()],
        level: "county".into(),
        division: "440106".into(),
        status: "in_use".into(),
    };
    let mut licence = matter("licence", "个体工商户营业执照注销登记");
    licence.aliases = vec!["注销个体户".into()];
    licence.facets.department = "市场监督管理局".into();
    let mut school = matter("school", "义务教育阶段学生转学办理");
    school.seasons = vec![Season { from: (6, 1), to: (9, 15) }];
    let sea = matter("sea", "海洋工程建设项目环境影响评价审批");
    let carnet = matter("carnet", "货物暂准进口ATA单证册签发");
    let mut pension = matter("pension-city", "基本养老金申领");
    pension.facets.division = "440100".into();
    let mut other = pension.clone();
    other.key = "pension-district".into();
    other.facets.division = "440106".into();
    let mut answer = Document::new(Kind::Knowledge, "k-1", "灵活就业人员怎么交养老保险？");
    answer.passages =
        vec![Passage::new(Role::Text, "可以到户籍所在地的社保经办机构办理，每月缴费一次。")];
    let case = Document::new(Kind::Case, "c-1", "欧阳娜娜 补办残疾人证");
    vec![insurance, licence, school, sea, carnet, pension, other, answer, case]
}
