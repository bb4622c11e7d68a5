//! PDFs that do more than being read.

use std::io::Read;

use bangban_files::{HeldReason, Verdict};

use crate::make::{PAGE, PAGES, deflated, held, look, pdf, stream};

const CATALOGUE: &[u8] = b"<< /Type /Catalog /Pages 2 0 R >>";

#[test]
fn a_plain_document_is_usable_and_its_pages_are_counted() {
    let content = stream("/Filter /FlateDecode", &deflated(&mut &b"BT (JavaScript) Tj ET"[..]));
    let looked = look(&pdf(&[CATALOGUE, PAGES, PAGE, &content]), "申请表.pdf");
    assert_eq!((looked.verdict, looked.pages), (Verdict::Usable, Some(1)));
}

#[test]
fn what_a_document_does_is_found_in_every_spelling() {
    let catalogue = |rest: &str| format!("<< /Type /Catalog /Pages 2 0 R {rest} >>").into_bytes();
    let found = [
        ("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", HeldReason::PdfScript),
        ("/OpenAction << /S /J#61vaScript /JS (x) >>", HeldReason::PdfScript),
        ("/OpenAction << /S /Rendition /JS (x) >>", HeldReason::PdfScript),
        ("/Names << /JavaScript << /Names [] >> >>", HeldReason::PdfScript),
        ("/AcroForm << /XFA (x) >>", HeldReason::PdfScript),
        ("/OpenAction << /S /Launch /F (calc.exe) >>", HeldReason::PdfLaunch),
        ("/Names << /EmbeddedFiles << /Names [] >> >>", HeldReason::PdfEmbeddedFile),
        ("/AF [<< /Type /Filespec /EF << /F 3 0 R >> >>]", HeldReason::PdfEmbeddedFile),
        ("/Annots [<< /Subtype /RichMedia >>]", HeldReason::PdfRichMedia),
    ];
    for (rest, reason) in found {
        let file = pdf(&[&catalogue(rest), PAGES, PAGE]);
        assert_eq!(held(&file, "a.pdf"), Some(reason), "{rest}");
    }
    let harmless = catalogue("/OpenAction [3 0 R /Fit] /PageMode /UseOutlines");
    assert_eq!(held(&pdf(&[&harmless, PAGES, PAGE]), "a.pdf"), None);
}

#[test]
fn scripts_in_compressed_object_streams_are_found() {
    let action = "<< /S /JavaScript /JS (app.alert\\(1\\)) >> ".repeat(20);
    let inner = format!("5 0 6 {} {action} << /A 5 0 R >>", action.len());
    let packed = deflated(&mut inner.as_bytes());
    let objects = stream("/Type /ObjStm /N 2 /First 10 /Filter /FlateDecode", &packed);
    let file = pdf(&[CATALOGUE, PAGES, PAGE, &objects]);
    assert!(!file.windows(10).any(|w| w == b"JavaScript"), "not to be seen in the bytes");
    assert_eq!(held(&file, "a.pdf"), Some(HeldReason::PdfScript));
}

#[test]
fn streams_that_grow_beyond_measure_are_held() {
    let bomb = deflated(&mut std::io::repeat(0).take(600 * 1024 * 1024));
    let objects = stream("/Filter /FlateDecode", &bomb);
    let file = pdf(&[CATALOGUE, PAGES, PAGE, &objects]);
    assert!(file.len() < 1024 * 1024);
    assert_eq!(held(&file, "a.pdf"), Some(HeldReason::ArchiveBomb));
    let objects = stream(
        "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode",
        &deflated(&mut std::io::repeat(b' ').take(80 * 1024 * 1024)),
    );
    let file = pdf(&[CATALOGUE, PAGES, PAGE, &objects]);
    assert_eq!(held(&file, "a.pdf"), Some(HeldReason::ArchiveBomb));
}

#[test]
fn what_is_no_document_is_said() {
    assert_eq!(held(b"%PDF-1.7\nnothing follows", "a.pdf"), Some(HeldReason::Unreadable));
    let nested = [b"%PDF-1.7\n1 0 obj\n".to_vec(), b"[".repeat(200_000)].concat();
    assert_eq!(held(&nested, "a.pdf"), Some(HeldReason::Unreadable), "and no stack is used up");
}

#[test]
fn a_document_under_a_password_is_held() {
    // A standard security handler whose keys no empty password opens.
    let catalogue = CATALOGUE.to_vec();
    let mut file = pdf(&[
        &catalogue,
        PAGES,
        PAGE,
        b"<< /Filter /Standard /V 1 /R 2 /P -44 /O <0000000000000000000000000000000000000000000000000000000000000000> /U <1111111111111111111111111111111111111111111111111111111111111111> >>",
    ]);
    let text = String::from_utf8(file).unwrap();
    let id = "/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]";
    file = text.replace("/Root 1 0 R", &format!("/Root 1 0 R /Encrypt 4 0 R {id}")).into_bytes();
    assert_eq!(held(&file, "a.pdf"), Some(HeldReason::PasswordProtected));
}
