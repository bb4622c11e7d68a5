//! The papers as they come out: read back by pdftotext, verified by their code, the same every time.

mod samples;

use std::process::Command;

use bangban_papers::{Paper, Verification, content_sha256, preview, qr_text, render, verify};

/// The text of a PDF, as pdftotext reads it, without spaces and breaks.
fn text(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, pdf).expect("written");
    let read = Command::new("pdftotext").arg("-raw").arg(&file).arg("-").output();
    let read = read.expect("pdftotext, of Debian's poppler-utils");
    assert!(read.status.success(), "pdftotext reads the paper");
    // Places where a long word may break carry no letter.
    let text = String::from_utf8(read.stdout).expect("text").replace('\u{200b}', "");
    text.split_whitespace().collect()
}

fn printed(paper: &Paper) -> String {
    text(&render(paper, samples::made_at()).expect("a paper").pdf)
}

#[test]
fn every_paper_says_what_it_is_for_whom_and_by_whom() {
    for paper in samples::all() {
        let read = printed(&paper);
        for word in [paper.kind().title(), "黄", "核验码", "第1页"] {
            assert!(read.contains(word), "{:?} says {word}", paper.kind());
        }
        assert!(!read.contains("441900198803154221"), "numbers are masked on paper");
    }
}

#[test]
fn no_paper_claims_acceptance_or_bears_a_seal() {
    for paper in samples::all() {
        let read = printed(&paper);
        for word in ["受理通知", "已受理", "予以受理", "盖章", "专用章"] {
            assert!(!read.contains(word), "{:?} says {word}", paper.kind());
        }
    }
}

#[test]
fn a_correction_notice_lists_every_defect_its_deadline_and_what_follows() {
    let read = printed(&Paper::CorrectionNotice(samples::correction()));
    for defect in samples::correction().defects {
        assert!(read.contains(&defect.material), "{}", defect.material);
    }
    assert!(read.contains("10个工作日") && read.contains("视为撤回"), "{read}");
    assert!(read.contains("逾期不告知的，自收到申请材料之日起即为受理"), "the five-day rule");
}

#[test]
fn the_same_paper_has_the_same_bytes_and_another_content_another_code() {
    let paper = Paper::MaterialReceipt(samples::receipt());
    let one = render(&paper, samples::made_at()).expect("a paper");
    let two = render(&paper, samples::made_at()).expect("a paper");
    assert_eq!(one.pdf, two.pdf);
    assert_eq!(one.content_sha256, content_sha256(&paper));
    let code = qr_text(&paper);
    assert_eq!(verify(&code, &paper), Verification::Verified);
    let mut altered = samples::receipt();
    altered.materials[0].originals += 1;
    assert_eq!(verify(&code, &Paper::MaterialReceipt(altered)), Verification::Altered);
    let other = Paper::HandoffSlip(samples::handoff());
    assert_eq!(verify(&code, &other), Verification::OtherPaper);
}

#[test]
fn the_code_on_the_page_can_be_read_by_a_camera() {
    let paper = Paper::OutOfScopeNotice(samples::out_of_scope());
    let pages = preview(&paper, samples::made_at(), 3.0).expect("pages");
    let mut reader = png::Decoder::new(std::io::Cursor::new(&pages[0])).read_info().expect("PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut pixels).expect("a picture");
    let (width, bytes) = (info.width as usize, info.color_type.samples());
    let mut seen =
        rqrr::PreparedImage::prepare_from_greyscale(width, info.height as usize, |x, y| {
            pixels[(y * width + x) * bytes]
        });
    let found = seen.detect_grids();
    let (_, read) = found.first().expect("a code on the page").decode().expect("it can be read");
    assert_eq!(read, qr_text(&paper));
}

#[test]
fn what_people_wrote_is_never_taken_for_markup() {
    let mut slip = samples::handoff();
    let hostile = "#import \"x\": * $ x^2 $ *bold* _it_ [ ] { } \\ <label> @ref // 注释 #read(\"/etc/passwd\")";
    hostile.clone_into(&mut slip.note);
    let read = printed(&Paper::HandoffSlip(slip));
    let wanted: String = hostile.split_whitespace().collect();
    assert!(read.contains(&wanted), "printed as it was written: {read}");
}

#[test]
fn a_text_of_four_thousand_characters_flows_over_pages_and_loses_nothing() {
    let mut slip = samples::handoff();
    slip.note = "长文字".repeat(1_333) + "末";
    let rendered = render(&Paper::HandoffSlip(slip), samples::made_at()).expect("a paper");
    assert!(rendered.pages > 1);
    let read = text(&rendered.pdf);
    assert!(read.contains("长文字末"), "to the last character");
}

#[test]
fn a_character_without_a_glyph_is_named_and_not_dropped() {
    let mut slip = samples::handoff();
    "\u{E123}".clone_into(&mut slip.requester.name);
    let rendered = render(&Paper::HandoffSlip(slip), samples::made_at()).expect("a paper");
    assert_eq!(rendered.missing, ['\u{E123}']);
    assert!(text(&rendered.pdf).contains("E123"), "its code point stands in its place");
}
