//! Writes `ui/src/generated`: `bindings DIR`.

use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let dir = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "ui/src/generated".into()));
    std::fs::create_dir_all(&dir)?;
    std::fs::write(dir.join("types.ts"), bangban_api::bindings::types_file())?;
    std::fs::write(dir.join("commands.ts"), bangban_api::bindings::commands_file())
}
