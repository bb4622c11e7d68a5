//! A text about a case that leaves the desk for somebody outside: what could point at a person is
//! taken out of it.
//!
//! Stricter than [`crate::personal`], which lets an office's number and address stand because
//! colleagues need them: here every long number, every house and every form of address goes. What
//! nobody told the desk, such as the name of a neighbour, cannot be known; a person reads the text
//! before it leaves.

use crate::personal;

/// What is put in the place of a name.
const NAME: &str = "〔姓名〕";
/// What is put in the place of a number whose kind is not known.
const NUMBER: &str = "〔号码〕";
/// What is put in the place of where somebody lives.
const HOME: &str = "〔住址〕";

/// Everything that may stand in place of personal data.
pub const PLACEHOLDERS: [&str; 6] =
    [NAME, "〔证件号码〕", "〔手机号码〕", "〔银行卡号〕", NUMBER, HOME];

/// With so many digits, a run of letters and digits belongs to somebody.
const LONG: usize = 6;
/// A name of one character is a word more often.
const LEAST_NAME: usize = 2;
/// Shorter numbers would be found in ordinary ones.
const LEAST_NUMBER: usize = 4;
/// As far before a house number as the name of its street or village may begin.
const MOST_STREET: usize = 16;
/// Words that follow a family name.
const TITLES: [&str; 12] = [
    "先生", "女士", "小姐", "阿姨", "大爷", "大妈", "阿婆", "阿伯", "奶奶", "爷爷", "师傅", "同志",
];
/// Characters of a name with a family name of one.
const MOST_NAME: usize = 3;
/// The family names of most people here.
const FAMILIES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温欧";
/// What stands right before a house number.
const STREETS: &str = "路街巷道村里弄园苑庄湾区组栋幢座楼元号队屯坊城";
/// What stands right behind one, the longer ones first.
const HOUSES: [&str; 11] = ["号楼", "单元", "号", "栋", "幢", "座", "室", "房", "弄", "组", "队"];
/// Numbers of windows and documents are no houses.
const NO_HOUSES: [&str; 4] = ["号窗", "号文", "号令", "号线"];
/// Words at which the name of a street has begun at the latest.
const BEFORE_STREETS: &str = "住在于是的到从我他她们家址和及去按了有";
/// The characters that a number plate begins with.
const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

/// Whom and what the desk knows of.
#[derive(Debug, Clone, Default)]
pub struct Known<'t> {
    /// Names of everybody the text may be about.
    pub names: Vec<&'t str>,
    /// Their numbers: documents, phones, credit code, the case itself.
    pub numbers: Vec<&'t str>,
}

/// From where to where, and what stands there instead.
type Piece = (usize, usize, &'static str);

/// `text` with a word for everything that could point at a person.
pub fn masked(text: &str, known: &Known) -> String {
    let chars: Vec<char> = text.chars().collect();
    let plain = Plain::of(&chars);
    let mut pieces: Vec<Piece> = personal::found(text, &[])
        .into_iter()
        .map(|found| (found.start, found.end, found.kind.placeholder()))
        .collect();
    for name in &known.names {
        let places = plain.places(name, LEAST_NAME).into_iter();
        pieces.extend(places.map(|(from, to)| (from, to, NAME)));
    }
    for number in &known.numbers {
        let places = plain.places(number, LEAST_NUMBER).into_iter();
        pieces.extend(places.map(|(from, to)| (from, to, NUMBER)));
    }
    pieces.extend(addressed(&chars));
    pieces.extend(codes(&chars));
    pieces.extend(homes(&chars));
    replaced(&chars, pieces)
}

/// A text as it is compared: without gaps, in half width and lower case.
struct Plain {
    letters: Vec<char>,
    /// Where each letter stands in the text.
    at: Vec<usize>,
}

impl Plain {
    fn of(chars: &[char]) -> Self {
        let kept = chars.iter().enumerate().filter(|(_, c)| !is_gap(**c));
        let (at, letters) = kept.map(|(at, c)| (at, plain(*c))).unzip();
        Self { letters, at }
    }

    /// Where a word of at least so many letters stands, gaps or not.
    fn places(&self, word: &str, least: usize) -> Vec<(usize, usize)> {
        let word: Vec<char> = word.chars().filter(|c| !is_gap(*c)).map(plain).collect();
        if word.len() < least || word.is_empty() {
            return Vec::new();
        }
        let windows = self.letters.windows(word.len()).enumerate();
        let here = windows.filter(|(_, letters)| **letters == word[..]);
        here.map(|(from, _)| (self.at[from], self.at[from + word.len() - 1] + 1)).collect()
    }
}

fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '－' | '·' | '・' | '.')
}

/// In half width and lower case.
fn plain(c: char) -> char {
    let half = match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    half.to_ascii_lowercase()
}

/// 王先生, 王小明先生: a name and what people are called by.
fn addressed(chars: &[char]) -> Vec<Piece> {
    let titles = TITLES.map(|title| title.chars().collect::<Vec<_>>());
    let at = |start: usize| titles.iter().find(|title| chars[start..].starts_with(title));
    let named = |start: usize| at(start).filter(|_| is_han(chars[start - 1]));
    let pieces = (1..chars.len()).filter_map(|start| {
        named(start).map(|title| (name(chars, start), start + title.len(), NAME))
    });
    pieces.collect()
}

/// Where the name begins that ends here: at a family name, else it is one character.
fn name(chars: &[char], end: usize) -> usize {
    let first = end.saturating_sub(MOST_NAME);
    (first..end).find(|at| FAMILIES.contains(chars[*at])).unwrap_or(end - 1)
}

/// Long runs of letters and digits, addresses on the net, number plates.
fn codes(chars: &[char]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while start < chars.len() {
        let run = chars[start..].iter().take_while(|c| is_of_code(plain(**c))).count();
        let letters: Vec<char> = chars[start..start + run].iter().map(|c| plain(*c)).collect();
        let digits = letters.iter().filter(|c| c.is_ascii_digit()).count();
        let is_plate = start > 0
            && PROVINCES.contains(chars[start - 1])
            && letters.first().is_some_and(char::is_ascii_alphabetic)
            && letters.iter().filter(|c| c.is_ascii_alphanumeric()).count() >= LONG;
        if digits >= LONG || letters.contains(&'@') || is_plate {
            pieces.push((start - usize::from(is_plate), start + run, NUMBER));
        }
        start += run.max(1);
    }
    pieces
}

fn is_of_code(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '@' | '.' | '_' | '-')
}

/// Streets and villages with the number of a house, as far as its room.
fn homes(chars: &[char]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = 1;
    while at < chars.len() {
        let follows = STREETS.contains(chars[at - 1]) || pieces.last().is_some_and(|p| p.1 == at);
        let Some(end) = house(&chars[at..]).filter(|_| follows).map(|length| at + length) else {
            at += 1;
            continue;
        };
        match pieces.last_mut().filter(|before| before.1 == at) {
            Some(before) => before.1 = end,
            None => pieces.push((street(chars, at), end, HOME)),
        }
        at = end;
    }
    pieces
}

/// Length of a house number, if one begins here.
fn house(chars: &[char]) -> Option<usize> {
    let digits = chars.iter().take_while(|c| is_numeral(plain(**c))).count();
    let rest: String = chars[digits..].iter().take(2).collect();
    let unit = HOUSES.iter().find(|unit| rest.starts_with(**unit)).filter(|_| digits > 0)?;
    let is_none = NO_HOUSES.iter().any(|other| rest.starts_with(other));
    (!is_none).then(|| digits + unit.chars().count())
}

/// Where the name of the street begins that ends here.
fn street(chars: &[char], end: usize) -> usize {
    let of_name = |c: &&char| is_han(**c) && !BEFORE_STREETS.contains(**c);
    end - chars[..end].iter().rev().take(MOST_STREET).take_while(of_name).count().max(1)
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七八九十百".contains(c)
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Pieces that touch each other on the same characters become one.
fn replaced(chars: &[char], mut pieces: Vec<Piece>) -> String {
    pieces.sort_by_key(|piece| (piece.0, usize::MAX - piece.1));
    let (mut out, mut at) = (String::new(), 0);
    for (start, end, word) in pieces {
        if start >= at {
            out.extend(&chars[at..start]);
            out.push_str(word);
        }
        at = at.max(end);
    }
    out.extend(&chars[at..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(text: &str) -> String {
        let names = vec!["何秀兰", "秀兰", "陈玉梅", "惠民种养合作社"];
        let numbers = vec!["E12345678", "0752-6661234", "GD-2026-0042", "91441322MA4W0000XX"];
        masked(text, &Known { names, numbers })
    }

    #[test]
    fn nothing_that_points_at_a_person_leaves_the_desk() {
        let cases = [
            ("何秀兰问，何 秀 兰本人能代办吗", "〔姓名〕问，〔姓名〕本人能代办吗"),
            ("秀兰的儿子找过陈玉梅", "〔姓名〕的儿子找过〔姓名〕"),
            ("邻居王先生、李小兰阿姨", "邻居〔姓名〕、〔姓名〕"),
            ("护照ｅ１２３４５６７８丢了", "护照〔号码〕丢了"),
            ("身份证11010519491231002X", "身份证〔证件号码〕"),
            ("打138 0000 0000或0752 6661234", "打〔手机号码〕或〔号码〕"),
            ("微信wang_xm@example.cn、QQ 10023456", "微信〔号码〕、QQ 〔号码〕"),
            ("工单GD-2026-0042，车牌粤L12345", "工单〔号码〕，车牌〔号码〕"),
            ("惠民种养合作社（91441322MA4W0000XX）", "〔姓名〕（〔号码〕）"),
            ("我住在石湾镇铁场村5组12号，怎么办", "我住在〔住址〕，怎么办"),
            ("住阳光花园3栋2单元501室的老人", "住〔住址〕的老人"),
            ("家在解放路十二号", "家在〔住址〕"),
        ];
        for (text, clean) in cases {
            assert_eq!(left(text), clean, "{text}");
        }
    }

    #[test]
    fn what_the_question_is_about_stays_or_nothing_could_answer_it() {
        for text in [
            "满80周岁每月多少钱？2026年1月1日起算吗",
            "国办发〔2023〕29号第十二条怎么理解",
            "到2号窗口还是社区3号窗口办",
            "社保交了15年，缺12个月",
            "",
        ] {
            assert_eq!(left(text), text);
        }
    }

    #[test]
    fn a_masked_text_is_not_masked_again_so_that_a_person_may_change_it_and_send_it() {
        let once = left("何秀兰，13800000000，铁场村5组12号");
        assert_eq!(left(&once), once);
    }
}
