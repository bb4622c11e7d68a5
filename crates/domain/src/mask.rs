//! Personal data as it is shown until someone asks for it with a reason.

/// `441300199001011234` becomes `4413**********1234`; short numbers keep only their last two.
pub fn id_number(number: &str) -> String {
    let chars: Vec<char> = number.chars().collect();
    if chars.len() < 10 {
        return keep(&chars, 0, 2);
    }
    keep(&chars, 4, 4)
}

/// `13800131234` becomes `138****1234`.
pub fn phone(number: &str) -> String {
    let chars: Vec<char> = number.chars().collect();
    if chars.len() < 8 {
        return keep(&chars, 0, 2);
    }
    keep(&chars, 3, 4)
}

fn keep(chars: &[char], head: usize, tail: usize) -> String {
    let hidden = chars.len().saturating_sub(head + tail);
    let shown = |c: (usize, &char)| {
        if c.0 < head || c.0 >= head + hidden { *c.1 } else { '*' }
    };
    chars.iter().enumerate().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_only_what_a_person_needs_to_recognise_them() {
        assert_eq!(id_number("441300199001011234"), "4413**********1234");
        assert_eq!(phone("13800131234"), "138****1234");
        assert_eq!(phone("5550"), "**50", "a short number is hidden too");
        assert_eq!(id_number("E12"), "*12");
    }
}
