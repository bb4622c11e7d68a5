//! Programs that xtask starts, and how it ends them: only its own, by id, and all of them.

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock, mpsc};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process, kill_process_group};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

/// How often a condition is looked at again.
const PERIOD: Duration = Duration::from_millis(50);
/// How long a program may take to end by itself before it is made to.
const PATIENCE: Duration = Duration::from_secs(10);

static STOP: OnceLock<Arc<AtomicBool>> = OnceLock::new();

/// From now on Ctrl-C is a wish that the loops below notice, so that children end before we do.
pub fn listen_for_stop() -> Result<()> {
    let flag = STOP.get_or_init(Arc::default);
    for signal in [SIGINT, SIGTERM, SIGHUP] {
        signal_hook::flag::register(signal, Arc::clone(flag)).context("listening for Ctrl-C")?;
    }
    Ok(())
}

/// Whether the person asked to stop.
pub fn stop_asked() -> bool {
    STOP.get().is_some_and(|flag| flag.load(Ordering::Relaxed))
}

/// Looks at `condition` until it holds something, the time is over, or the person wants to stop.
pub fn wait_for<T>(
    what: &str,
    limit: Duration,
    mut condition: impl FnMut() -> Result<Option<T>>,
) -> Result<T> {
    let begun = Instant::now();
    loop {
        if let Some(found) = condition()? {
            return Ok(found);
        }
        if stop_asked() {
            bail!("interrupted while waiting for {what}");
        }
        if begun.elapsed() > limit {
            bail!("{what}: not there after {} seconds", limit.as_secs());
        }
        std::thread::sleep(PERIOD);
    }
}

/// Runs a program in the foreground, its output straight to the terminal.
pub fn succeed(command: &mut Command) -> Result<()> {
    let name = describe(command);
    let child = command.spawn().with_context(|| format!("starting {name}"))?;
    outcome(&name, finish(child)?)
}

/// Runs a program in the foreground and hands each line of its standard output to `look` as well.
pub fn succeed_looking(command: &mut Command, mut look: impl FnMut(&str)) -> Result<()> {
    let name = describe(command);
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("starting {name}"))?;
    let output = child.stdout.take().context("standard output was not piped")?;
    let (send, receive) = mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            let text = String::from_utf8_lossy(&line).into_owned();
            println!("{text}");
            if send.send(text).is_err() {
                break;
            }
        }
    });
    let status = finish(child)?;
    // A grandchild that outlives the program may hold its output open; do not wait for that one.
    while let Ok(line) = receive.recv_timeout(Duration::from_secs(1)) {
        look(&line);
    }
    outcome(&name, status)
}

/// What a program prints, or nothing when it is absent or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn finish(mut child: Child) -> Result<ExitStatus> {
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        if stop_asked() {
            // It may be ending already: the terminal sends Ctrl-C to it too.
            let _ = kill_process(pid(&child)?, Signal::TERM);
            child.wait()?;
            bail!("interrupted");
        }
        std::thread::sleep(PERIOD);
    }
}

fn outcome(name: &str, status: ExitStatus) -> Result<()> {
    if status.success() {
        return Ok(());
    }
    if stop_asked() {
        bail!("interrupted");
    }
    bail!("{name}: {status}");
}

fn describe(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    std::iter::once(program)
        .chain(command.get_args())
        .map(|part| part.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

fn pid(child: &Child) -> Result<Pid> {
    let raw = i32::try_from(child.id()).context("process id")?;
    Pid::from_raw(raw).context("process id 0")
}

/// A program that runs beside us in a process group of its own: Ctrl-C reaches us, and we end it
/// together with whatever it started.
pub struct Background {
    name: String,
    child: Child,
    log: PathBuf,
}

impl Background {
    /// Starts it, with its words in a log file.
    pub fn start(name: &str, command: &mut Command, log: &Path) -> Result<Self> {
        let out = File::create(log).with_context(|| format!("writing {}", log.display()))?;
        command.stdin(Stdio::null()).stdout(out.try_clone()?).stderr(out);
        Self::spawn(name, command, log)
    }

    /// Starts it, with `secret` as its standard input.
    pub fn start_telling(
        name: &str,
        command: &mut Command,
        secret: &str,
        log: &Path,
    ) -> Result<Self> {
        let out = File::create(log).with_context(|| format!("writing {}", log.display()))?;
        command.stdin(Stdio::piped()).stdout(out.try_clone()?).stderr(out);
        let mut started = Self::spawn(name, command, log)?;
        let mut input = started.child.stdin.take().context("standard input was not piped")?;
        input.write_all(secret.as_bytes())?;
        Ok(started)
    }

    /// Starts a program that tells by its first line that it is ready, and hands back that line.
    pub fn start_listening(
        name: &str,
        command: &mut Command,
        log: &Path,
    ) -> Result<(Self, String)> {
        let errors = File::create(log).with_context(|| format!("writing {}", log.display()))?;
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(errors);
        let mut started = Self::spawn(name, command, log)?;
        let output = started.child.stdout.take().context("standard output was not piped")?;
        let (send, receive) = mpsc::channel();
        std::thread::spawn(move || {
            // Reads on after the first line, as a closed pipe would end the program.
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                let _ = send.send(line);
            }
        });
        let line = wait_for(name, Duration::from_secs(20), || {
            started.must_run()?;
            Ok(receive.try_recv().ok())
        })?;
        Ok((started, line))
    }

    fn spawn(name: &str, command: &mut Command, log: &Path) -> Result<Self> {
        let child = command.process_group(0).spawn().with_context(|| format!("starting {name}"))?;
        Ok(Self { name: name.to_owned(), child, log: log.to_owned() })
    }

    /// How it ended, if it has.
    pub fn ended(&mut self) -> Result<Option<ExitStatus>> {
        Ok(self.child.try_wait()?)
    }

    /// An error with its last words when it has ended.
    pub fn must_run(&mut self) -> Result<()> {
        match self.ended()? {
            None => Ok(()),
            Some(status) => bail!("{} ended ({status})\n{}", self.name, self.last_words()),
        }
    }

    /// The end of its log.
    pub fn last_words(&self) -> String {
        let text = std::fs::read(&self.log).unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        let lines: Vec<&str> = text.lines().collect();
        let tail = lines[lines.len().saturating_sub(20)..].join("\n");
        format!("{tail}\n(all of it: {})", self.log.display())
    }

    /// Asks it to end, waits, and insists when asking was not enough.
    pub fn stop(&mut self) {
        let Ok(group) = pid(&self.child) else { return };
        if !matches!(self.child.try_wait(), Ok(None)) {
            return;
        }
        let _ = kill_process_group(group, Signal::TERM);
        let asked = Instant::now();
        while asked.elapsed() < PATIENCE {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(PERIOD);
        }
        let _ = kill_process_group(group, Signal::KILL);
        let _ = self.child.wait();
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        self.stop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log(name: &str) -> PathBuf {
        std::env::temp_dir().join(format!("xtask-{}-{name}.log", std::process::id()))
    }

    #[test]
    fn dropping_a_background_program_ends_what_it_started_too() {
        let mut shell = Command::new("sh");
        shell.args(["-c", "sleep 600 & echo $!; wait"]);
        let (started, line) =
            Background::start_listening("sh", &mut shell, &log("group")).expect("starts");
        let grandchild = Pid::from_raw(line.parse().expect("a process id")).expect("not 0");
        drop(started);
        let gone = wait_for("the end of the grandchild", Duration::from_secs(10), || {
            let stat =
                std::fs::read_to_string(format!("/proc/{}/stat", grandchild.as_raw_nonzero()));
            // Without a parent that reaps it, it may stay as a zombie.
            Ok(stat.map_or(true, |stat| stat.contains(") Z ")).then_some(()))
        });
        assert!(gone.is_ok(), "nothing may outlive the command that started it");
        std::fs::remove_file(log("group")).expect("removed");
    }

    #[test]
    fn a_program_that_ends_early_is_reported_with_its_last_words() {
        let mut shell = Command::new("sh");
        shell.args(["-c", "echo out of paper >&2; exit 3"]);
        let mut started = Background::start("sh", &mut shell, &log("words")).expect("starts");
        let error =
            wait_for("sh", Duration::from_secs(10), || started.must_run().map(|()| None::<()>))
                .expect_err("it ends with an error");
        assert!(error.to_string().contains("out of paper"), "{error}");
        std::fs::remove_file(log("words")).expect("removed");
    }
}
