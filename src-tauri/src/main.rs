//! shell
fn main() {
    tauri::Builder::default();
}
