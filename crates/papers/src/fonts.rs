//! The fonts that come with the program. How they were made: `fonts/README.md`.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::Font;

/// The family under which the template knows them.
pub(crate) const FAMILY: &str = "papers";

static REGULAR: &[u8] = include_bytes!("../fonts/papers-regular.otf");
static BOLD: &[u8] = include_bytes!("../fonts/papers-bold.otf");

/// Regular and bold, in this order.
pub(crate) fn embedded() -> &'static [Font; 2] {
    static FONTS: LazyLock<[Font; 2]> = LazyLock::new(|| [REGULAR, BOLD].map(load));
    &FONTS
}

fn load(data: &'static [u8]) -> Font {
    Font::new(Bytes::new(data), 0).expect("the fonts of this crate are fonts")
}

/// Whether the font for running text has the character.
pub(crate) fn covers(c: char) -> bool {
    embedded()[0].info().coverage.contains(c.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever Chinese the sources of this crate contain, the bold font has: it was made from them.
    #[test]
    fn every_fixed_word_can_be_set_in_both_weights() {
        let sources = [
            include_str!("words.rs"),
            include_str!("paper/mod.rs"),
            include_str!("paper/parts.rs"),
            include_str!("paper/one_time.rs"),
            include_str!("paper/correction.rs"),
            include_str!("paper/form.rs"),
            include_str!("paper/receipt.rs"),
            include_str!("paper/out_of_scope.rs"),
            include_str!("paper/handoff.rs"),
            include_str!("sheet.typ"),
        ];
        for font in embedded() {
            // Spaces of every kind are set as room, not as glyphs.
            let shown = |c: &char| !c.is_control() && !c.is_whitespace();
            for c in sources.iter().flat_map(|text| text.chars()).filter(shown) {
                let there = font.info().coverage.contains(c.into());
                assert!(there, "{c} is missing: run fonts/subset.py again");
            }
        }
    }

    #[test]
    fn the_font_holds_what_a_register_office_meets() {
        for c in "喆淼镕垚①⑳□√〔〕ⅣＡ１㎡—…·䶮𬭎𫖯".chars() {
            assert!(covers(c), "{c} U+{:X}", u32::from(c));
        }
    }
}
