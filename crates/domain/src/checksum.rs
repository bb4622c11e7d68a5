//! Check digits of resident ID numbers (GB 11643) and unified social credit codes (GB 32100).

const ID_WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECK: &[u8; 11] = b"10X98765432";
const CREDIT_ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const CREDIT_WEIGHTS: [usize; 17] =
    [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/// Whether an 18-character resident ID number has the right check character.
pub fn id_number_is_valid(number: &str) -> bool {
    let bytes = number.as_bytes();
    if bytes.len() != 18 || !bytes[..17].iter().all(u8::is_ascii_digit) {
        return false;
    }
    let sum: u32 =
        bytes.iter().zip(ID_WEIGHTS).map(|(b, weight)| u32::from(b - b'0') * weight).sum();
    ID_CHECK[(sum % 11) as usize] == bytes[17].to_ascii_uppercase()
}

/// Whether an 18-character unified social credit code has the right check character.
pub fn credit_code_is_valid(code: &str) -> bool {
    let bytes = code.as_bytes();
    if bytes.len() != 18 {
        return false;
    }
    let place = |b: &u8| CREDIT_ALPHABET.iter().position(|c| c == b);
    let mut sum = 0;
    for (byte, weight) in bytes.iter().zip(CREDIT_WEIGHTS) {
        let Some(value) = place(byte) else { return false };
        sum += value * weight;
    }
    CREDIT_ALPHABET[(31 - sum % 31) % 31] == bytes[17]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn id_numbers_are_checked_as_gb_11643_says() {
        assert!(id_number_is_valid("11010519491231002X"), "the standard's own example");
        assert!(id_number_is_valid("11010519491231002x"), "a small x is the same");
        assert!(!id_number_is_valid("110105194912310021"), "wrong check digit");
        assert!(!id_number_is_valid("1101051949123100"), "too short");
        assert!(!id_number_is_valid("一一010519491231002X"), "not digits");
    }

    #[test]
    fn credit_codes_are_checked_as_gb_32100_says() {
        assert!(credit_code_is_valid("11440000006939756B"), "a real department");
        assert!(!credit_code_is_valid("13440000515356094L"), "fails in the real export");
        assert!(!credit_code_is_valid("TE440000GD030003VV"), "fails in the real export");
    }
}
