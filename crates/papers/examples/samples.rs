//! Writes every sample paper as PDF and PNG into a folder, to be looked at:
//! `cargo run -p bangban-papers --example samples -- FOLDER`.

#[path = "../tests/samples/mod.rs"]
mod samples;

use std::path::PathBuf;

use bangban_papers::{preview, render};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| ".".to_owned()));
    for paper in samples::all() {
        let name = paper.kind().key();
        let rendered = render(&paper, samples::made_at())?;
        std::fs::write(folder.join(format!("{name}.pdf")), rendered.pdf)?;
        let pages = preview(&paper, samples::made_at(), 2.0)?.pages;
        for (index, page) in pages.iter().enumerate() {
            std::fs::write(folder.join(format!("{name}-{}.png", index + 1)), page)?;
        }
    }
    Ok(())
}
