//! What a file is, whatever it is called.

use std::io::{Cursor, Write};

use bangban_files::{HeldReason, Media, detect};

use crate::make::{PAGE, PAGES, held, look, pdf, plain_zip};

fn of(content: &[u8]) -> Media {
    detect(&mut Cursor::new(content)).unwrap()
}

fn ole(streams: &[&str]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for path in streams {
        if let Some(name) = path.strip_suffix('/') {
            file.create_storage(name).unwrap();
        } else {
            file.create_stream(path).unwrap().write_all(b"content").unwrap();
        }
    }
    file.into_inner().into_inner()
}

#[test]
fn every_kind_is_known_by_its_content() {
    let office = |folder: &str| {
        plain_zip(&[("[Content_Types].xml", b"<Types/>"), (&format!("{folder}/a.xml"), b"<a/>")])
    };
    let bitmap = [&b"BM"[..], &[0; 12], &40_u32.to_le_bytes(), &[0; 36]].concat();
    let gb = b"\xb9\xe3\xb6\xab\xca\xa1\xb2\xa9\xc2\xde\xcf\xd8"; // 广东省博罗县
    let known: Vec<(Vec<u8>, Media)> = vec![
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0".to_vec(), Media::Jpeg),
        (b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec(), Media::Png),
        (b"RIFF\x10\0\0\0WEBPVP8 ".to_vec(), Media::Webp),
        (b"II*\0\x08\0\0\0".to_vec(), Media::Tiff),
        (b"MM\0*\0\0\0\x08".to_vec(), Media::Tiff),
        (b"GIF89a\x01\0\x01\0".to_vec(), Media::Gif),
        (bitmap, Media::Bmp),
        (b"\0\0\0\x18ftypheic\0\0\0\0".to_vec(), Media::Heic),
        (b"\0\0\0\x18ftypisom\0\0\0\0".to_vec(), Media::Mp4),
        (pdf(&[b"<< /Type /Catalog /Pages 2 0 R >>", PAGES, PAGE]), Media::Pdf),
        ([&b"scanner\n"[..], b"%PDF-1.4\n"].concat(), Media::Pdf),
        (plain_zip(&[("OFD.xml", b"<ofd:OFD/>"), ("Doc_0/Document.xml", b"<a/>")]), Media::Ofd),
        (office("word"), Media::Docx),
        (office("xl"), Media::Xlsx),
        (office("ppt"), Media::Pptx),
        (plain_zip(&[("a.txt", b"a")]), Media::Zip),
        (ole(&["/WordDocument"]), Media::Doc),
        (ole(&["/Workbook"]), Media::Xls),
        (ole(&["/PowerPoint Document"]), Media::Ppt),
        ("广东省博罗县\r\n".as_bytes().to_vec(), Media::Text),
        (gb.to_vec(), Media::Text),
        (b"BMW, MZ and other words".to_vec(), Media::Text),
        (b"\x7fELF\x02\x01\x01".to_vec(), Media::Executable),
        (b"#!/bin/sh\nrm -rf .\n".to_vec(), Media::Executable),
        (b"<html><script>alert(1)</script>".to_vec(), Media::Unknown),
        (b"\x1f\x8b\x08\0\0\0\0\0".to_vec(), Media::Unknown),
    ];
    for (content, media) in known {
        assert_eq!(of(&content), media, "{:?}", String::from_utf8_lossy(&content[..8]));
    }
}

#[test]
fn a_name_that_says_something_else_is_found_out() {
    let text = "申请书".as_bytes();
    assert_eq!(held(text, "申请书.txt"), None);
    assert_eq!(held(text, "申请书"), None, "no extension claims nothing");
    assert_eq!(held(text, "申请书.TXT"), None, "case does not matter");
    assert_eq!(held(text, "申请书.pdf"), Some(HeldReason::WrongExtension));
    assert_eq!(
        held(b"\xff\xd8\xff\xe0\0\x10JFIF\0", "身份证.png"),
        Some(HeldReason::WrongExtension)
    );
    let wps = ole(&["/WordDocument"]);
    assert_eq!(held(&wps, "承诺书.wps"), None, "WPS writes the same container");
    assert_eq!(held(&wps, "承诺书.xls"), Some(HeldReason::WrongExtension));
}

#[test]
fn programs_are_held_whatever_they_are_called() {
    let mut exe = vec![0; 512];
    exe[..2].copy_from_slice(b"MZ");
    exe[0x3c..0x40].copy_from_slice(&128_u32.to_le_bytes());
    exe[128..132].copy_from_slice(b"PE\0\0");
    for name in ["材料.pdf", "材料.exe", "材料", "材料.jpg"] {
        assert_eq!(held(&exe, name), Some(HeldReason::Executable), "{name}");
    }
    let text = b"start calc";
    for name in ["a.bat", "a.VBS", "a.pdf.js", "a.lnk. ", "x/y.ps1"] {
        assert_eq!(held(text, name), Some(HeldReason::Executable), "{name} is run when opened");
    }
    let jar = plain_zip(&[("META-INF/MANIFEST.MF", b"Main-Class: A"), ("A.class", b"\xca\xfe")]);
    assert_eq!(held(&jar, "a.zip"), Some(HeldReason::Executable));
}

#[test]
fn nothing_too_much_and_the_unknown_are_held() {
    assert_eq!(held(b"", "空.txt"), Some(HeldReason::Empty));
    assert_eq!(held(b"Rar!\x1a\x07\x01\0", "a.rar"), Some(HeldReason::UnsupportedType));
    let mut large = Cursor::new(b"a text".to_vec());
    let limits = bangban_files::Limits { bytes: 5, ..Default::default() };
    let looked = bangban_files::inspect(&mut large, "a.txt", &limits).unwrap();
    assert_eq!(looked.verdict, bangban_files::Verdict::Held(HeldReason::TooLarge));
}

#[test]
fn macros_and_passwords_of_office_files_are_held() {
    assert_eq!(held(&ole(&["/WordDocument"]), "a.doc"), None);
    let macros = ole(&["/WordDocument", "/Macros/"]);
    assert_eq!(held(&macros, "a.doc"), Some(HeldReason::Macros));
    let sealed = ole(&["/EncryptedPackage"]);
    assert_eq!(held(&sealed, "a.docx"), Some(HeldReason::PasswordProtected));
    let docm = plain_zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", b"<a/>"),
        ("word/vbaProject.bin", b"macro"),
    ]);
    assert_eq!(held(&docm, "a.docx"), Some(HeldReason::Macros));
}

#[test]
fn whatever_bytes_come_the_answer_is_a_verdict_and_not_a_crash() {
    // A small generator of its own, so that a failure can be repeated.
    let mut state = 7_u64;
    let mut next = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        state.to_be_bytes()[1]
    };
    let catalogue: &[u8] = b"<< /Type /Catalog /Pages 2 0 R >>";
    let originals = [
        pdf(&[catalogue, PAGES, PAGE]),
        plain_zip(&[("[Content_Types].xml", b"<a/>"), ("word/a.xml", b"<a/>")]),
        ole(&["/WordDocument", "/1Table"]),
        b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x10\0\0\0\x10\0\x08\x02\0\0\0".to_vec(),
        b"II*\0\x08\0\0\0\x02\0\0\x01\x03\0\x01\0\0\0\x10\0\0\0\x01\x01\x03\0\x01\0\0\0".to_vec(),
        b"\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x40meta\0\0\0\0".to_vec(),
    ];
    for original in originals {
        for _ in 0..300 {
            let mut bad = original.clone();
            for _ in 0..=next() % 8 {
                let at = (usize::from(next()) << 8 | usize::from(next())) % bad.len();
                bad[at] = next();
            }
            let cut = (usize::from(next()) << 8 | usize::from(next())) % bad.len();
            if next().is_multiple_of(4) {
                bad.truncate(cut);
            }
            look(&bad, "a");
        }
    }
}
