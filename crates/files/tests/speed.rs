//! How fast the vault is; said, and held against a floor that only a mistake falls below.

use std::io::{Read, copy, sink};
use std::time::Instant;

use bangban_files::MAX_FILE_BYTES;

use crate::vault::vault;

#[test]
fn a_large_file_is_put_and_read_at_the_speed_of_a_disk() {
    let (_folder, vault) = vault();
    let began = Instant::now();
    let stored = vault.put(&mut std::io::repeat(3).take(MAX_FILE_BYTES)).unwrap();
    let put = began.elapsed();
    let began = Instant::now();
    let read = copy(&mut vault.read(stored.sha256).unwrap(), &mut sink()).unwrap();
    let taken = began.elapsed();
    assert_eq!(read, MAX_FILE_BYTES);
    let speed = |seconds: f64| 200.0 / seconds;
    let (put, read) = (speed(put.as_secs_f64()), speed(taken.as_secs_f64()));
    println!("put {put:.0} MiB/s, read {read:.0} MiB/s");
    assert!(put > 5.0 && read > 5.0, "put {put}, read {read}: is something not optimised?");
}
