//! A file of the folder as the engine writes it: once, from its beginning to its end.

use std::fs::File;
use std::io::{self, BufWriter, Write};

use tantivy::directory::{AntiCallToken, TerminatingWrite};

use super::chunks::{CHUNK, FileSeal};

/// Bytes that are written at once.
const TOGETHER: usize = 64 * 1024;

/// A file under way. Without its last chunk it does not open, so a half-written one is never read.
pub(super) struct Writing {
    file: BufWriter<File>,
    seal: FileSeal,
    number: u64,
    /// What waits for its chunk to be full. A full one waits too: it may be the last.
    chunk: Vec<u8>,
}

impl Writing {
    pub fn begin(file: File, mut seal: FileSeal) -> io::Result<Self> {
        let mut file = BufWriter::with_capacity(TOGETHER, file);
        file.write_all(&seal.begin()?)?;
        Ok(Self { file, seal, number: 0, chunk: Vec::with_capacity(CHUNK) })
    }

    fn put(&mut self, last: bool) -> io::Result<()> {
        let chunk = std::mem::replace(&mut self.chunk, Vec::with_capacity(CHUNK));
        self.file.write_all(&self.seal.close(self.number, last, chunk)?)?;
        self.number += 1;
        Ok(())
    }
}

impl Write for Writing {
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        if self.chunk.len() == CHUNK {
            self.put(false)?;
        }
        let taken = data.len().min(CHUNK - self.chunk.len());
        self.chunk.extend_from_slice(&data[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl TerminatingWrite for Writing {
    fn terminate_ref(&mut self, _: AntiCallToken) -> io::Result<()> {
        self.put(true)?;
        self.file.flush()?;
        self.file.get_ref().sync_all()
    }
}
