//! Embeds the built UI and declares the one command, so that the window's permissions cover it.

fn main() {
    println!("cargo:rerun-if-changed=../ui/dist");
    let manifest = tauri_build::AppManifest::new().commands(&["rpc"]);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo:warning=the shell cannot be built: {error:#}");
        std::process::exit(1);
    }
}
