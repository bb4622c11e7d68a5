//! Papers as a counter gives them out, for the tests and for looking at.

use bangban_domain::matter::{
    DayUnit, Fee, HandlingKind, LegalBasis, MaterialSource, Necessity, Period, Place,
};
use bangban_papers::{
    ApplicationForm, CarriedLine, CorrectionNotice, DefectLine, FiveDays, FormField, Handler,
    HandoffSlip, MaterialLine, MaterialReceipt, MatterLine, Number, Office, OneTimeNotice,
    OutOfScopeNotice, Paper, Party, ReceivedFile, ReceivedLine, Requester, USUAL_CONSEQUENCE,
};
use chrono::{DateTime, FixedOffset, NaiveDate};

pub fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).expect("a time in a test is a time")
}

pub fn made_at() -> DateTime<FixedOffset> {
    at("2026-11-23T10:32:05+08:00")
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day in a test is a day")
}

#[expect(clippy::unnecessary_wraps, reason = "every optional field of a sample is given")]
fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// All six, of usual size.
pub fn all() -> Vec<Paper> {
    vec![
        Paper::OneTimeNotice(one_time()),
        Paper::CorrectionNotice(correction()),
        Paper::MaterialReceipt(receipt()),
        Paper::OutOfScopeNotice(out_of_scope()),
        Paper::HandoffSlip(handoff()),
        Paper::ApplicationForm(form()),
    ]
}

pub fn office() -> Office {
    Office {
        name: "东莞市南城街道政务服务中心".to_owned(),
        address: some("东莞市南城街道鸿福路103号一楼综合窗口"),
        phone: some("0769-22836100"),
        hours: some("周一至周五 9:00–12:00，13:30–17:00（法定节假日除外）"),
    }
}

pub fn requester() -> Requester {
    Requester {
        name: "黄丽娟".to_owned(),
        hide_name: false,
        id_number: some("441900198803154221"),
        phone: some("13826912345"),
        agent: None,
    }
}

fn handler() -> Handler {
    Handler { name: "陈志强".to_owned(), post: some("服务专员"), number: some("NC0137") }
}

fn matter() -> MatterLine {
    MatterLine {
        name: "食品经营许可（新办）".to_owned(),
        code: "11441900MB2D0281XN4440131024002".to_owned(),
        version: 7,
        department: "东莞市市场监督管理局".to_owned(),
    }
}

fn law() -> LegalBasis {
    LegalBasis {
        title: "中华人民共和国食品安全法".to_owned(),
        number: some("主席令第81号"),
        article: some("第三十五条"),
        text: some(
            "国家对食品生产经营实行许可制度。从事食品生产、食品销售、餐饮服务，应当依法取得许可。",
        ),
    }
}

fn material(
    name: &str,
    necessity: Option<Necessity>,
    paper: (Option<u8>, Option<u8>),
) -> MaterialLine {
    MaterialLine {
        name: name.to_owned(),
        necessity,
        originals: paper.0,
        copies: paper.1,
        source: Some(MaterialSource::Applicant),
        source_note: None,
        filling_notes: None,
        exempt_by: None,
    }
}

pub fn one_time() -> OneTimeNotice {
    let required = Some(Necessity::Required);
    OneTimeNotice {
        number: Number::Official("DG-NC-20261123-0046".to_owned()),
        date: day(2026, 11, 23),
        office: office(),
        requester: requester(),
        matter: matter(),
        situation: some("餐饮服务经营者，经营面积不超过200平方米，不含中央厨房"),
        conditions: vec![
            "已取得营业执照等合法主体资格。".to_owned(),
            "经营场所与有毒、有害场所以及其他污染源保持规定的距离。".to_owned(),
            "有专职或者兼职的食品安全管理人员和保证食品安全的规章制度。".to_owned(),
        ],
        materials: vec![
            MaterialLine {
                filling_notes: some("用黑色签字笔填写或打印，经营项目逐项勾选，末页由申请人签名。"),
                ..material("食品经营许可申请书", required, (Some(1), Some(0)))
            },
            MaterialLine {
                source: Some(MaterialSource::Government),
                exempt_by: some("电子营业执照"),
                ..material("营业执照", required, (Some(0), Some(1)))
            },
            MaterialLine {
                exempt_by: some("电子身份证"),
                filling_notes: some("正反面复印在同一面，核对原件后当场退回。"),
                ..material("法定代表人（负责人）身份证明", required, (Some(1), Some(1)))
            },
            MaterialLine {
                filling_notes: some("标明各功能间名称、面积和主要设备位置，可以手绘。"),
                ..material("经营场所平面布局图", required, (Some(1), None))
            },
            MaterialLine {
                filling_notes: some("进货查验、从业人员健康管理、食品安全自查三项制度。"),
                ..material("食品安全规章制度", required, (Some(1), None))
            },
            MaterialLine {
                source: Some(MaterialSource::Other),
                source_note: some("经认可的体检机构"),
                filling_notes: some("可以书面承诺在10个工作日内补交。"),
                ..material("从业人员健康证明", Some(Necessity::Deferrable), (Some(0), Some(1)))
            },
            MaterialLine {
                filling_notes: some("仅委托他人代办时提交，写明委托事项和期限。"),
                ..material("授权委托书", Some(Necessity::Optional), (Some(1), None))
            },
            MaterialLine { source: None, ..material("场所使用证明", None, (None, None)) },
        ],
        handling: Some(HandlingKind::Promised),
        legal_period: Some(Period { days: 20, unit: DayUnit::Working }),
        promised_period: Some(Period { days: 6, unit: DayUnit::Working }),
        fee: Some(Fee { charged: false, items: vec![], basis: None }),
        place: Place {
            address: some("东莞市南城街道鸿福路103号一楼3至8号窗口"),
            hours: some("周一至周五 9:00–12:00，13:30–17:00（法定节假日除外）"),
            consult_phone: some("0769-22836100"),
            complaint_phone: some("0769-12345"),
        },
        legal_basis: vec![
            law(),
            LegalBasis {
                title: "食品经营许可和备案管理办法".to_owned(),
                number: some("国家市场监督管理总局令第78号"),
                article: some("第十二条、第十三条"),
                text: None,
            },
        ],
        handler: handler(),
    }
}

pub fn correction() -> CorrectionNotice {
    let line = |material: &str, problem: Option<&str>, fix: &str| DefectLine {
        material: material.to_owned(),
        problem: problem.map(str::to_owned),
        fix: fix.to_owned(),
    };
    CorrectionNotice {
        number: Number::Official("DG-NC-20261123-0046".to_owned()),
        date: day(2026, 11, 25),
        office: office(),
        requester: requester(),
        matter: matter(),
        received_on: Some(day(2026, 11, 23)),
        defects: vec![
            line(
                "食品经营许可申请书",
                Some("第2页“经营项目”未勾选；末页申请人未签名。"),
                "补填经营项目，由申请人本人在末页签名后重新提交原件1份。",
            ),
            line(
                "经营场所平面布局图",
                Some("未标明加工间和就餐区的面积，看不清洗消设备的位置。"),
                "在图上补注各功能间面积（平方米）和洗消设备位置，可以手绘，拍照上传即可。",
            ),
            line(
                "食品安全规章制度",
                None,
                "提交进货查验、从业人员健康管理、食品安全自查三项制度各1份，可以使用窗口提供的样本。",
            ),
            line(
                "法定代表人（负责人）身份证明",
                Some("复印件反光，住址和有效期看不清。"),
                "重新复印正反面，或者出示电子身份证，免提交复印件。",
            ),
        ],
        due_on: day(2026, 12, 9),
        due_days: 10,
        legal_basis: "《中华人民共和国行政许可法》第三十二条第一款第四项".to_owned(),
        consequence: USUAL_CONSEQUENCE.to_owned(),
        five_days: Some(FiveDays { last_day: day(2026, 11, 30) }),
        ordinal: 1,
        reason: None,
        handler: handler(),
    }
}

pub fn receipt() -> MaterialReceipt {
    let file = |name: &str, bytes, sha256: &str| ReceivedFile {
        name: name.to_owned(),
        bytes,
        sha256: sha256.repeat(8),
    };
    let line = |name: &str, originals, copies, files| ReceivedLine {
        name: name.to_owned(),
        originals,
        copies,
        files,
    };
    MaterialReceipt {
        number: Number::Provisional("NC07-0018".to_owned()),
        received_at: at("2026-11-23T10:28:40+08:00"),
        office: office(),
        requester: Requester { agent: some("黄志明"), ..requester() },
        matter: matter(),
        materials: vec![
            line("食品经营许可申请书", 1, 0, vec![file("申请书.pdf", 1_482_113, "9f86d081")]),
            line("营业执照", 0, 1, vec![file("营业执照副本.jpg", 812_004, "2c26b46b")]),
            line(
                "法定代表人（负责人）身份证明",
                0,
                1,
                vec![
                    file("身份证正面.jpg", 327_680, "fcde2b2e"),
                    file("身份证反面.jpg", 301_244, "baa5a0a6"),
                ],
            ),
            line("经营场所平面布局图", 1, 0, vec![]),
            line("从业人员健康证明", 0, 2, vec![]),
        ],
        note: some("平面布局图为手绘原件，申请人要求办结后退回。"),
        handler: handler(),
    }
}

pub fn out_of_scope() -> OutOfScopeNotice {
    OutOfScopeNotice {
        number: Number::Official("DG-NC-20261123-0051".to_owned()),
        date: day(2026, 11, 23),
        office: office(),
        requester: Requester { hide_name: true, id_number: None, ..requester() },
        asked: "申请办理婴幼儿配方乳粉生产许可，询问所需材料和办理地点。".to_owned(),
        right_office: Office {
            name: "广东省市场监督管理局".to_owned(),
            address: some("广州市天河区黄埔大道西363号行政许可大厅"),
            phone: some("020-38835009"),
            hours: some("周一至周五 9:00–12:00，14:00–17:00"),
        },
        told: "婴幼儿配方食品的生产许可由省级市场监督管理部门负责。可以先在广东政务服务网“省市场监管局”专区查看办事指南并网上申报，需要现场办理的，携带申报回执和材料到上述大厅取号。\n路途不便的，可以邮寄材料，收件人写“行政许可处”。".to_owned(),
        legal_basis: vec![LegalBasis {
            title: "食品生产许可管理办法".to_owned(),
            number: some("国家市场监督管理总局令第24号"),
            article: some("第七条"),
            text: None,
        }],
        handler: handler(),
    }
}

pub fn handoff() -> HandoffSlip {
    let person = |name: &str, post: &str, number: &str| {
        Some(Handler { name: name.to_owned(), post: some(post), number: some(number) })
    };
    let carried = |name: &str, originals, copies, files| CarriedLine {
        name: name.to_owned(),
        originals,
        copies,
        files,
    };
    HandoffSlip {
        number: Number::Official("DG-NC-20261123-0046".to_owned()),
        handed_at: at("2026-11-24T16:05:00+08:00"),
        from: Party {
            organisation: office().name,
            person: person("陈志强", "服务专员", "NC0137"),
            phone: some("0769-22836100"),
        },
        to: Party {
            organisation: "东莞市市场监督管理局南城分局".to_owned(),
            person: person("刘芳", "服务专员", "SJ0022"),
            phone: some("0769-22405315"),
        },
        first_responder: Some(Party {
            organisation: office().name,
            person: person("陈志强", "服务专员", "NC0137"),
            phone: None,
        }),
        requester: requester(),
        asked: "新开小餐馆，办理食品经营许可；希望确认后厨布局是否符合要求。".to_owned(),
        matter: Some(matter()),
        note: "材料预审已完成，平面布局图已补正。申请人希望在装修完工前确认洗消区位置，请约现场查看时间并直接答复申请人，结果抄告首问责任人。".to_owned(),
        materials: vec![
            carried("食品经营许可申请书", 1, 0, 1),
            carried("营业执照", 0, 1, 1),
            carried("法定代表人（负责人）身份证明", 0, 1, 2),
            carried("经营场所平面布局图", 1, 0, 0),
        ],
        sign_by: at("2026-11-25T17:00:00+08:00"),
        due_on: Some(day(2026, 12, 1)),
    }
}

pub fn form() -> ApplicationForm {
    let field = |label: &str, value: &str, required| FormField {
        label: label.to_owned(),
        value: value.to_owned(),
        required,
    };
    ApplicationForm {
        number: Number::Provisional("暂3F9A01C2".to_owned()),
        matter: matter(),
        material: "食品经营许可申请书".to_owned(),
        fields: vec![
            field("经营者名称", "东莞市南城阿丽小食店", true),
            field("统一社会信用代码", "91441900MA5C7K9QXW", true),
            field("法定代表人（负责人、经营者）", "黄丽娟", true),
            field("证件号码", "441900198803154221", true),
            field("联系电话", "13826912345", true),
            field("主体业态", "餐饮服务", true),
            field("经营项目", "", false),
            field("经营场所", "东莞市南城街道鸿福路88号首层", true),
            field("经营面积（平方米）", "45", true),
            field("从业人员数", "3", true),
            field("受理机关意见（盖章）", "", false),
        ],
    }
}
