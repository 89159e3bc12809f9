//! A module with its bytes sorted by what they are, codes of instructions with codes, numbers of locals with numbers of
//! locals: brotli finds a tenth more in it. `static/boot.js` puts it together again while the page starts.
//!
//! First how many bytes the module has, then how many each stream has, 32 bits each, the lowest first; then the streams.

use crate::module::{Kind, Read, Reader};

/// One stream for each kind of byte, and the last for where stores write, beside where loads read.
const STREAMS: usize = Kind::Zero as usize + 2;

/// Tells the stream of each byte of a module.
#[derive(Default)]
struct Sorter {
    reader: Reader,
    opcode: u8,
}

impl Sorter {
    /// The stream of the next byte.
    fn stream(&self) -> usize {
        match self.reader.kind() {
            Kind::Offset if self.opcode >= 0x36 => STREAMS - 1,
            kind => kind as usize,
        }
    }

    fn take(&mut self, byte: u8) {
        if let Read::Opcode(opcode, _) = self.reader.take(byte) {
            self.opcode = opcode;
        }
    }
}

/// Sorts the bytes of a module.
#[must_use]
pub fn split(module: &[u8]) -> Vec<u8> {
    let mut streams = vec![Vec::new(); STREAMS];
    let mut sorter = Sorter::default();
    for byte in module {
        streams[sorter.stream()].push(*byte);
        sorter.take(*byte);
    }
    let lengths = [module.len()].into_iter().chain(streams.iter().map(Vec::len));
    let head = lengths.flat_map(|length| (length as u32).to_le_bytes());
    head.chain(streams.iter().flatten().copied()).collect()
}

/// The module whose bytes were sorted; nothing if it is not whole.
#[must_use]
pub fn join(sorted: &[u8]) -> Option<Vec<u8>> {
    let mut lengths =
        sorted.chunks_exact(4).map(|four| four.iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte)));
    let length = lengths.next()?;
    let mut rest = sorted.get(4 * (STREAMS + 1)..)?;
    let mut streams = Vec::with_capacity(STREAMS);
    for length in lengths.take(STREAMS) {
        let (stream, after) = rest.split_at_checked(length)?;
        streams.push(stream.iter());
        rest = after;
    }
    let mut sorter = Sorter::default();
    let mut module = Vec::with_capacity(length.min(sorted.len()));
    while module.len() < length {
        let byte = *streams[sorter.stream()].next()?;
        sorter.take(byte);
        module.push(byte);
    }
    Some(module)
}
