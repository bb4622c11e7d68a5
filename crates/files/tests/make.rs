//! Makes the files that the tests look at.

use std::fmt::Write as _;
use std::io::{Cursor, Read, Write as _};

use bangban_files::{HeldReason, Inspection, Limits, Verdict, inspect};
use flate2::Compression;
use flate2::write::{DeflateEncoder, ZlibEncoder};

pub fn look(content: &[u8], name: &str) -> Inspection {
    inspect(&mut Cursor::new(content), name, &Limits::default()).unwrap()
}

pub fn held(content: &[u8], name: &str) -> Option<HeldReason> {
    match look(content, name).verdict {
        Verdict::Usable => None,
        Verdict::Held(reason) => Some(reason),
    }
}

/// An entry of an archive as its maker claims it to be.
pub struct Entry {
    pub name: String,
    pub method: u16,
    pub flags: u16,
    pub packed: Vec<u8>,
    pub unpacked: u32,
}

impl Entry {
    pub fn of(name: &str, content: &[u8]) -> Self {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(content).unwrap();
        let packed = encoder.finish().unwrap();
        let unpacked = u32::try_from(content.len()).unwrap();
        Self { name: name.into(), method: 8, flags: 0, packed, unpacked }
    }

    /// Zeros, without having them in memory.
    pub fn zeros(name: &str, count: u64) -> Self {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        std::io::copy(&mut std::io::repeat(0).take(count), &mut encoder).unwrap();
        let packed = encoder.finish().unwrap();
        Self { name: name.into(), method: 8, flags: 0, packed, unpacked: count.try_into().unwrap() }
    }
}

pub fn zip(entries: &[Entry]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut directory = Vec::new();
    for entry in entries {
        let offset = u32::try_from(file.len()).unwrap();
        let (name, packed) = (entry.name.as_bytes(), u32::try_from(entry.packed.len()).unwrap());
        let common = [
            &20_u16.to_le_bytes()[..],
            &entry.flags.to_le_bytes(),
            &entry.method.to_le_bytes(),
            &[0; 8],
            &packed.to_le_bytes(),
            &entry.unpacked.to_le_bytes(),
            &u16::try_from(name.len()).unwrap().to_le_bytes(),
            &0_u16.to_le_bytes(),
        ]
        .concat();
        file.extend([&b"PK\x03\x04"[..], &common, name, &entry.packed].concat());
        let rest = [&[0; 10][..], &offset.to_le_bytes(), name].concat();
        directory.extend([&b"PK\x01\x02\x14\0"[..], &common, &rest].concat());
    }
    end(file, &directory, entries.len())
}

pub fn end(mut file: Vec<u8>, directory: &[u8], count: usize) -> Vec<u8> {
    let at = u32::try_from(file.len()).unwrap();
    let length = u32::try_from(directory.len()).unwrap();
    let count = u16::try_from(count).unwrap().to_le_bytes();
    file.extend_from_slice(directory);
    file.extend(
        [
            &b"PK\x05\x06\0\0\0\0"[..],
            &count,
            &count,
            &length.to_le_bytes(),
            &at.to_le_bytes(),
            &[0; 2],
        ]
        .concat(),
    );
    file
}

pub fn plain_zip(contents: &[(&str, &[u8])]) -> Vec<u8> {
    zip(&contents.iter().map(|(name, content)| Entry::of(name, content)).collect::<Vec<_>>())
}

/// A PDF of these objects (1 is the catalogue), with a right cross-reference table.
pub fn pdf(objects: &[&[u8]]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (index, object) in objects.iter().enumerate() {
        writeln!(table, "{:010} 00000 n ", file.len()).unwrap();
        file.extend(format!("{} 0 obj\n", index + 1).bytes());
        file.extend_from_slice(object);
        file.extend_from_slice(b"\nendobj\n");
    }
    let at = file.len();
    file.extend(table.bytes());
    let size = objects.len() + 1;
    file.extend(
        format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{at}\n%%EOF\n").bytes(),
    );
    file
}

pub const PAGES: &[u8] = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
pub const PAGE: &[u8] = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>";

pub fn deflated(content: &mut impl Read) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    std::io::copy(content, &mut encoder).unwrap();
    encoder.finish().unwrap()
}

pub fn stream(dictionary: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<< {dictionary} /Length {} >>\nstream\n", content.len());
    [head.as_bytes(), content, b"\nendstream"].concat()
}
