//! The papers as they come out: read back by pdftotext, verified by their code, the same every time.

mod samples;

use std::process::Command;

use bangban_papers::{Paper, Verification, content_sha256, preview, qr_text, render, verify};

/// The text of a PDF, as pdftotext reads it, without spaces and breaks.
fn text(pdf: &[u8]) -> String {
    pages(pdf).concat()
}

/// The same, page by page.
fn pages(pdf: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, pdf).expect("written");
    let read = Command::new("pdftotext").arg("-raw").arg(&file).arg("-").output();
    let read = read.expect("pdftotext, of Debian's poppler-utils");
    assert!(read.status.success(), "pdftotext reads the paper");
    let read = String::from_utf8(read.stdout).expect("text");
    let pages = read.trim_end_matches('\u{c}').split('\u{c}');
    pages.map(|page| page.split_whitespace().collect()).collect()
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
        let whole = read.contains("441900198803154221");
        let own = matches!(paper, Paper::ApplicationForm(_));
        assert_eq!(whole, own, "{:?}: only the citizen's own form hides nothing", paper.kind());
    }
}

#[test]
fn no_paper_claims_acceptance_or_bears_a_seal() {
    for mut paper in samples::all() {
        if let Paper::ApplicationForm(form) = &mut paper {
            // The labels are the department's, who may well ask for its own seal; ours are judged.
            assert!(form.fields.iter().any(|field| field.label.contains("盖章")), "such a label");
            form.fields.clear();
        }
        let read = printed(&paper);
        for word in ["受理通知", "已受理", "予以受理", "盖章", "专用章"] {
            assert!(!read.contains(word), "{:?} says {word}", paper.kind());
        }
    }
}

#[test]
fn a_paper_of_usual_size_is_one_page_that_nobody_has_to_staple() {
    for paper in samples::all() {
        let rendered = render(&paper, samples::made_at()).expect("a paper");
        assert_eq!(rendered.pages, 1, "{:?}", paper.kind());
    }
    let mut notice = samples::correction();
    notice.defects.extend(notice.defects.first().cloned());
    let rendered = render(&Paper::CorrectionNotice(notice), samples::made_at()).expect("a paper");
    assert_eq!(rendered.pages, 1, "five defects");
}

#[test]
fn no_page_holds_a_signature_alone() {
    let lengths = (15..=20).map(|lines| {
        let mut notice = samples::correction();
        let more = notice.defects.iter().cloned().cycle().take(lines).collect();
        notice.defects = more;
        Paper::CorrectionNotice(notice)
    });
    let slips = (32..=44).step_by(4).map(|lines| {
        let mut slip = samples::handoff();
        slip.materials = slip.materials.iter().cloned().cycle().take(lines).collect();
        Paper::HandoffSlip(slip)
    });
    let mut several = 0;
    for paper in lengths.chain(slips) {
        let (sign, before) = match &paper {
            Paper::HandoffSlip(_) => ("交出人签名", "食品经营许可申请书"),
            _ => ("申请人签收", "期限、依据与后果"),
        };
        let pages = pages(&render(&paper, samples::made_at()).expect("a paper").pdf);
        let last = pages.last().expect("a page");
        assert!(last.contains(sign), "it is signed at the end");
        if pages.len() > 1 {
            several += 1;
            let table = last.contains("序号") || last.contains(before);
            assert!(table, "{} pages: what is signed is on the same page: {last}", pages.len());
        }
    }
    assert!(several > 5, "several pages were tried: {several}");
}

#[test]
fn long_codes_break_and_come_back_whole_when_they_are_copied() {
    let mut slip = samples::handoff();
    let code = "https://example.gov.cn/".to_owned() + &"0a1b2c3d".repeat(40);
    slip.note = format!("见 {code} 。");
    let rendered = render(&Paper::HandoffSlip(slip), samples::made_at()).expect("a paper");
    let read = text(&rendered.pdf);
    assert!(read.contains(&code), "nothing between its letters, over the edge of a line: {read}");
    for paper in samples::all() {
        let read = printed(&paper);
        assert!(!read.contains('\u{200b}'), "{:?} leaves no marks of breaking", paper.kind());
    }
}

#[test]
fn a_form_shows_its_fields_in_order_marks_the_required_and_keeps_room_for_a_pen() {
    let read = printed(&Paper::ApplicationForm(samples::form()));
    let mut from = 0;
    for field in samples::form().fields {
        let mark = if field.required { "*" } else { "" };
        let wanted: String = format!("{}{mark}{}", field.label, field.value);
        let at = read[from..].find(&wanted).unwrap_or_else(|| panic!("{wanted} in {read}"));
        from += at + wanted.len();
    }
    assert!(read[from..].contains("申请人签名"), "signed by hand");
    let filled = render(&Paper::ApplicationForm(samples::form()), samples::made_at());
    let mut blank = samples::form();
    blank.fields[6].value = "热食类食品制售".to_owned();
    let other = render(&Paper::ApplicationForm(blank), samples::made_at());
    let hash = |made: Result<bangban_papers::Rendered, _>| made.expect("a form").content_sha256;
    assert_ne!(hash(filled), hash(other), "what was filled in is what the code stands for");
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
    for paper in samples::all() {
        let one = render(&paper, samples::made_at()).expect("a paper");
        let two = render(&paper, samples::made_at()).expect("a paper");
        assert_eq!(one.pdf, two.pdf, "{:?}", paper.kind());
        assert_eq!(one.content_sha256, content_sha256(&paper));
    }
    let paper = Paper::MaterialReceipt(samples::receipt());
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
    let pages = preview(&paper, samples::made_at(), 3.0).expect("pages").pages;
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
