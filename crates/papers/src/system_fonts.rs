//! Fonts of the system, for the rare character that ours do not hold.
//!
//! They are looked for only then. Where they answer, the bytes of the PDF depend on the machine; the
//! hash of the content does not.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use fontdb::{Database, FaceInfo, ID, Style};
use typst::foundations::Bytes;
use typst::text::Font;

/// Asked first, in this order: the look of our own, then what Windows, Kylin and macOS bring.
const PREFERRED: &[&str] = &[
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "SimSun",
    "SimSun-ExtB",
    "Songti SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Zen Hei",
];

/// The font of this system that has the character, if any.
pub(crate) fn having(c: char) -> Option<Font> {
    static KNOWN: LazyLock<Mutex<HashMap<char, Option<Font>>>> = LazyLock::new(Mutex::default);
    // Whoever panicked left the map whole: an entry is put in at once.
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    known.entry(c).or_insert_with(|| find(c)).clone()
}

fn find(c: char) -> Option<Font> {
    let mut faces: Vec<&FaceInfo> = database().faces().filter(|face| upright(face)).collect();
    faces.sort_by_key(|face| (rank(face), face.post_script_name.clone(), face.index));
    faces.into_iter().find(|face| has(face.id, c)).and_then(|face| load(face.id))
}

fn database() -> &'static Database {
    static DATABASE: LazyLock<Database> = LazyLock::new(|| {
        let mut database = Database::new();
        database.load_system_fonts();
        database
    });
    &DATABASE
}

/// Regular and upright, and no pictures.
fn upright(face: &FaceInfo) -> bool {
    let picture = face.families.iter().any(|(name, _)| name.contains("Emoji"));
    face.style == Style::Normal && face.weight == fontdb::Weight::NORMAL && !picture
}

fn rank(face: &FaceInfo) -> usize {
    let named = |wanted: &&&str| face.families.iter().any(|(name, _)| name == *wanted);
    PREFERRED.iter().position(|wanted| named(&wanted)).unwrap_or(PREFERRED.len())
}

fn has(id: ID, c: char) -> bool {
    let glyph =
        |data: &[u8], index| Some(ttf_parser::Face::parse(data, index).ok()?.glyph_index(c)?.0);
    database().with_face_data(id, glyph).flatten().is_some_and(|glyph| glyph != 0)
}

fn load(id: ID) -> Option<Font> {
    database().with_face_data(id, |data, index| Font::new(Bytes::new(data.to_vec()), index))?
}
