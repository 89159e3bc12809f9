//! A module with its bytes sorted by what they are, codes of instructions with codes, numbers of locals with numbers of
//! locals: brotli finds a tenth more in it. `static/boot.js` puts it together again while the page starts.
//!
//! First how many bytes the module has, then how many each stream has, 32 bits each, the lowest first; then the streams. How
//! long a function is stands nowhere: it ends where its last block does.

use crate::module::{Kind, Read, Reader};

/// One stream for each kind of byte, and the last for where stores write, beside where loads read.
const STREAMS: usize = Kind::Zero as usize + 2;

/// Tells the stream of each byte of a module, or of a function.
#[derive(Default)]
struct Sorter {
    reader: Reader,
    opcode: u8,
    /// How many blocks of the function are open.
    depth: u32,
    ended: bool,
}

impl Sorter {
    fn of_a_function() -> Self {
        Self { reader: Reader::of_a_function(), ..Self::default() }
    }

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
            match opcode {
                0x02..=0x04 => self.depth += 1,
                0x0b if self.depth == 0 => self.ended = true,
                0x0b => self.depth -= 1,
                _ => {}
            }
        }
    }
}

/// Sorts the bytes of a module.
#[must_use]
pub fn split(module: &[u8]) -> Vec<u8> {
    let mut streams = vec![Vec::new(); STREAMS];
    let mut sorter = Sorter::default();
    for byte in module {
        if sorter.reader.kind() != Kind::BodySize {
            streams[sorter.stream()].push(*byte);
        }
        sorter.take(*byte);
    }
    let lengths = [module.len()].into_iter().chain(streams.iter().map(Vec::len));
    let head = lengths.flat_map(|length| (length as u32).to_le_bytes());
    head.chain(streams.iter().flatten().copied()).collect()
}

/// The module whose bytes were sorted, if it is whole and counts as short as it can.
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
    let mut whole = Sorter::default();
    let mut module = Vec::with_capacity(length.min(2 * sorted.len()));
    while module.len() < length {
        let start = module.len();
        if whole.reader.kind() == Kind::BodySize {
            let mut function = Sorter::of_a_function();
            while !function.ended {
                let byte = *streams[function.stream()].next()?;
                function.take(byte);
                module.push(byte);
            }
            let size = leb128(module.len() - start);
            module.splice(start..start, size);
        } else {
            module.push(*streams[whole.stream()].next()?);
        }
        for byte in &module[start..] {
            whole.take(*byte);
        }
    }
    Some(module)
}

/// A number in LEB128.
fn leb128(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number > 0x7f {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}
