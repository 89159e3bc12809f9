//! What stands before a byte, looked at in several ways: each way is a context in which the byte's decisions are counted.

use std::ops::Range;

use crate::module::{Kind, Read, Reader};

/// How many ways there are.
pub const CONTEXTS: usize = 6;

/// What came before.
#[derive(Debug, Default)]
pub struct Past {
    /// The last opcodes, the newest first.
    opcodes: [u32; 8],
    /// The instruction so far, and the one before it, with their operands.
    current: u32,
    before: u32,
    /// The number of the function.
    function: u32,
    /// The last local named, and at which offset from it memory was used last.
    local: usize,
    offsets: [u32; 32],
    /// The last text named by a constant: where it starts and where it ends, at which the next one is likely to start.
    text: u32,
    text_end: u32,
    /// About how many values lie on the stack since the last statement.
    stacked: u32,
    /// The letters of the word so far, outside of code.
    word: u32,
}

/// Constants in here may be addresses of texts: the first megabyte is the stack.
const TEXTS: Range<u32> = 0x10_0000..0x20_0000;

impl Past {
    /// The contexts of the next byte, one number each.
    // Not inlined, as all that is called often here: browsers compile a function well once it has been called often.
    #[inline(never)]
    pub fn contexts(&self, reader: &Reader, done: &[u8]) -> [u32; CONTEXTS] {
        let mut contexts = if reader.in_code() { self.in_code(reader) } else { self.in_bytes(reader, done) };
        for (way, context) in (0..).zip(&mut contexts) {
            *context = mixed(*context, way);
        }
        contexts
    }

    fn in_code(&self, reader: &Reader) -> [u32; CONTEXTS] {
        let class = reader.class() as u32;
        let part = mixed(mixed(class, self.current), reader.number());
        let [o0, o1, o2, o3, o4, o5, o6, o7] = self.opcodes;
        let five = mixed(mixed(mixed(mixed(o0, o1), o2), o3), o4);
        let eight = mixed(mixed(mixed(five, o5), o6), o7);
        let of_operand = if reader.kind() == Kind::Int32 {
            let place = (7 * reader.read()).min(28);
            let as_expected = (self.text_end ^ reader.number()) & ((1 << place) - 1) == 0;
            mixed(mixed(class, self.text_end >> place), place << 1 | u32::from(as_expected))
        } else {
            mixed(part, mixed(self.offsets[self.local], self.local as u32))
        };
        [
            mixed(part, self.before),
            mixed(part, five),
            mixed(part, eight),
            mixed(part, mixed(self.stacked, o0)),
            mixed(part, mixed(self.function, o0)),
            of_operand,
        ]
    }

    fn in_bytes(&self, reader: &Reader, done: &[u8]) -> [u32; CONTEXTS] {
        let back = |count: usize| {
            done.len().checked_sub(count).and_then(|place| done.get(place)).map_or(0, |byte| u32::from(*byte))
        };
        let class = reader.class() as u32;
        let column = done.len() as u32 & 3;
        let one = mixed(class, back(1));
        let two = mixed(one, back(2));
        let three = mixed(two, back(3));
        let in_list = mixed(class, back(8));
        [one, two, three, mixed(class, self.word), mixed(in_list, column), mixed(in_list, back(4))]
    }

    /// Takes a byte, and what it ended.
    pub fn take(&mut self, byte: u8, read: Read) {
        match read {
            Read::Byte => {
                self.word = if byte.is_ascii_alphabetic() { mixed(self.word, u32::from(byte)) } else { 0 };
            }
            Read::Part => {}
            Read::Opcode(opcode, _) => {
                let [o0, o1, o2, o3, o4, o5, o6, _] = self.opcodes;
                self.opcodes = [u32::from(opcode) + 1, o0, o1, o2, o3, o4, o5, o6];
                self.current = u32::from(opcode) + 1;
                self.stacked = stacked_after(opcode, self.stacked);
            }
            Read::Operand(kind, value, _) => {
                self.current = mixed(self.current, value);
                self.take_operand(kind, value);
            }
        }
        if let Read::Opcode(_, true) | Read::Operand(_, _, true) = read {
            self.before = self.current;
            self.current = 0;
        }
    }

    fn take_operand(&mut self, kind: Kind, value: u32) {
        match kind {
            Kind::Get | Kind::Set | Kind::Tee => self.local = value as usize & (self.offsets.len() - 1),
            Kind::Offset => self.offsets[self.local] = value.wrapping_add(1),
            Kind::Int32 if TEXTS.contains(&value) => (self.text, self.text_end) = (value, value),
            // The length of a text stands behind its address.
            Kind::Int32 if self.text == self.text_end => self.text_end = self.text_end.wrapping_add(value),
            Kind::BodySize => {
                self.function += 1;
                self.opcodes = [0; 8];
                self.offsets = [0; 32];
            }
            _ => {}
        }
    }
}

/// About how many values lie on the stack after an instruction, if so many lay there before.
const fn stacked_after(opcode: u8, before: u32) -> u32 {
    match opcode {
        0x20 | 0x23 | 0x41..=0x44 => before + 1,
        0x04 | 0x0d | 0x1a | 0x1b | 0x21 | 0x24 | 0x46..=0x4f | 0x51..=0x66 | 0x6a..=0x78 | 0x7c..=0x8a => {
            before.saturating_sub(1)
        }
        0x36..=0x3e => before.saturating_sub(2),
        0x02 | 0x03 | 0x05 | 0x0b | 0x0c | 0x0e..=0x11 => 0,
        _ => before,
    }
}

/// Two numbers as one, in which each of their bits counts.
pub const fn mixed(one: u32, other: u32) -> u32 {
    let both = (one ^ other.wrapping_mul(0x9e37_79b1)).wrapping_mul(0x85eb_ca6b);
    both ^ both >> 15
}
