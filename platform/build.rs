//! Tells cargo that the embedded sample is part of the build, new files included.

fn main() {
    println!("cargo::rerun-if-changed=sample");
    println!("cargo::rerun-if-changed=migrations");
}
