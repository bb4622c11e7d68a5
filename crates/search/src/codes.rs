//! Codes and numbers: found by any part of them.

/// Letters of a piece.
const PIECE: usize = 3;

/// A code without what only separates.
pub(crate) fn plain(code: &str) -> String {
    crate::fold(code).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// The pieces of a code: every three letters that follow each other.
pub(crate) fn pieces(code: &str) -> Vec<String> {
    let letters: Vec<char> = plain(code).chars().collect();
    let mut pieces: Vec<String> =
        letters.windows(PIECE).map(|piece| piece.iter().collect()).collect();
    pieces.sort_unstable();
    pieces.dedup();
    pieces
}

/// What was typed, if it may be a part of a code: three and more Latin letters and digits, with at
/// least one digit, and nothing else but separators.
pub(crate) fn typed(text: &str) -> Option<String> {
    let plain = plain(text);
    let fits = plain.len() >= PIECE && plain.is_ascii();
    (fits && plain.bytes().any(|byte| byte.is_ascii_digit())).then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_typed_with_and_without_separators() {
        assert_eq!(typed("1144 0000-00").as_deref(), Some("1144000000"));
        assert_eq!(typed("12"), None, "two letters are in every code");
        assert_eq!(typed("社保12345"), None, "words stand beside it");
        assert_eq!(typed("shebao"), None, "letters alone are pinyin");
        assert_eq!(pieces("AB-12"), ["ab1", "b12"]);
    }
}
