//! The reference platform with sample data, as the demonstration and the tour need it.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::processes::{self, Background};
use crate::say;

/// Where a workstation looks for the platform when nobody tells it otherwise.
const USUAL: SocketAddr = local(7400);
/// Creating and filling the sample database is part of the first start.
const START: Duration = Duration::from_mins(1);

/// Keys with which other systems hand over requests; they open nothing but sample data.
const INTAKE_KEYS: [(&str, &str); 4] = [
    ("BANGBAN_PLATFORM_INTAKE_KEY_MOBILE", "demo-key-of-the-mobile-channel-000"),
    ("BANGBAN_PLATFORM_INTAKE_KEY_WEB", "demo-key-of-the-web-channel-000000"),
    ("BANGBAN_PLATFORM_INTAKE_KEY_HOTLINE", "demo-key-of-the-hotline-channel-00"),
    ("BANGBAN_PLATFORM_INTAKE_KEY_SELF_SERVICE", "demo-key-of-the-self-service-channel"),
];

/// A platform that answers.
pub struct Platform {
    /// Its process.
    pub process: Background,
    /// Its address for workstations.
    pub url: String,
}

impl Platform {
    /// Starts `program` on its usual port, or on a free one when that is taken, and waits until it
    /// is healthy. Database, address file and log go to `folder`.
    pub fn start(program: &Path, folder: &Path) -> Result<Self> {
        std::fs::create_dir_all(folder)?;
        let address_file = folder.join("platform.address");
        remove_file(&address_file)?;
        let mut serve = Command::new(program);
        serve.args(["serve", "--sample", "--bind"]).arg(free_address().to_string());
        serve.arg("--data-dir").arg(folder.join("platform"));
        serve.envs(INTAKE_KEYS);
        serve.arg("--port-file").arg(&address_file);
        let log = folder.join("platform.log");
        let mut process = Background::start("bangban-platform", &mut serve, &log)?;
        let address = processes::wait_for("the platform", START, || {
            process.must_run()?;
            let written = std::fs::read_to_string(&address_file);
            Ok(written.ok().and_then(|text| text.trim().parse::<SocketAddr>().ok()))
        })?;
        processes::wait_for("the platform's health", START, || {
            process.must_run()?;
            Ok(healthy(address).then_some(()))
        })?;
        let url = format!("http://{address}");
        say::step(&format!("platform: ready on {url}"));
        Ok(Self { process, url })
    }
}

const fn local(port: u16) -> SocketAddr {
    SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), port)
}

fn free_address() -> SocketAddr {
    if TcpListener::bind(USUAL).is_ok() {
        return USUAL;
    }
    say::step(&format!("port {} is taken: using a free one", USUAL.port()));
    local(0)
}

fn healthy(address: SocketAddr) -> bool {
    status(address, "/health").is_ok_and(|line| line.split(' ').nth(1) == Some("200"))
}

/// The first line of the answer to a GET.
fn status(address: SocketAddr, path: &str) -> Result<String> {
    let patience = Duration::from_secs(5);
    let mut stream = TcpStream::connect_timeout(&address, patience)?;
    stream.set_read_timeout(Some(patience))?;
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes())?;
    let mut answer = Vec::new();
    stream.take(4096).read_to_end(&mut answer)?;
    let text = String::from_utf8_lossy(&answer).into_owned();
    text.lines().next().map(str::to_owned).context("an empty answer")
}

/// Removes a file, which need not exist.
pub fn remove_file(file: &Path) -> Result<()> {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("removing {}", file.display()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_200_counts_as_healthy() {
        for (answer, expected) in [("200 OK", true), ("503 Service Unavailable", false)] {
            let listener = TcpListener::bind(local(0)).expect("a free port");
            let address = listener.local_addr().expect("an address");
            let server = std::thread::spawn(move || {
                let (mut stream, _) = listener.accept().expect("a caller");
                let mut request = Vec::new();
                while !request.ends_with(b"\r\n\r\n") {
                    let mut byte = [0];
                    stream.read_exact(&mut byte).expect("a whole request");
                    request.extend(byte);
                }
                write!(stream, "HTTP/1.1 {answer}\r\nContent-Length: 0\r\n\r\n").expect("answered");
                String::from_utf8_lossy(&request).into_owned()
            });
            assert_eq!(healthy(address), expected, "{answer}");
            let request = server.join().expect("the server ended well");
            assert!(request.starts_with("GET /health HTTP/1.1\r\n"), "{request}");
        }
    }
}
