//! What the next byte of a module is: a code of an instruction, the number of a local, part of a text (WebAssembly Core
//! Specification 2.0, chapter 5, "Binary Format").

/// What a byte belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    /// Anything outside of code and data.
    Other,
    Data,
    BodySize,
    LocalGroups,
    LocalCount,
    LocalType,
    Opcode,
    BlockType,
    Label,
    LabelCount,
    TableLabel,
    Function,
    FunctionType,
    Table,
    Get,
    Set,
    Tee,
    Global,
    Alignment,
    Offset,
    Int32,
    Int64,
    Float32,
    Float64,
    LongOpcode,
    Zero,
}

/// How many there are, first and further bytes counted apart.
pub const CLASSES: usize = 52;

const CODE: u8 = 10;
const DATA: u8 = 11;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Before the first section, so many bytes.
    Preamble(u8),
    SectionId,
    SectionSize(u8),
    Section(u8),
}

/// Reads a module byte by byte.
#[derive(Debug)]
pub struct Reader {
    place: Place,
    /// Bytes left of the section and of the function.
    section_left: u32,
    body_left: u32,
    in_functions: bool,
    kind: Kind,
    /// A number in LEB128 that is being read, and how many of its bytes are.
    number: u32,
    read: u32,
    /// How many more operands of this kind come.
    more: u32,
}

/// What a byte ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// A byte outside of code.
    Byte,
    /// A part of a number.
    Part,
    /// An opcode; with it the instruction, if `true`.
    Opcode(u8, bool),
    /// An operand; with it the instruction or the declarations, if `true`.
    Operand(Kind, u32, bool),
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            place: Place::Preamble(8),
            section_left: 0,
            body_left: 0,
            in_functions: false,
            kind: Kind::Other,
            number: 0,
            read: 0,
            more: 0,
        }
    }
}

impl Reader {
    /// At the declarations of a function of unknown size.
    #[must_use]
    pub fn of_a_function() -> Self {
        Self {
            place: Place::Section(CODE),
            section_left: u32::MAX,
            body_left: u32::MAX,
            in_functions: true,
            kind: Kind::LocalGroups,
            ..Self::default()
        }
    }

    /// What the next byte is.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// [`Reader::kind`], and whether bytes of the same number came before: less than [`CLASSES`].
    #[must_use]
    pub const fn class(&self) -> usize {
        (self.kind as usize) << 1 | (self.read > 0) as usize
    }

    /// The bytes of the number that is being read.
    #[must_use]
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// How many bytes of the number have been read.
    #[must_use]
    pub const fn read(&self) -> u32 {
        self.read
    }

    /// Whether the next byte lies in the code of functions.
    #[must_use]
    pub const fn in_code(&self) -> bool {
        matches!(self.place, Place::Section(CODE))
    }

    /// Takes the next byte.
    pub fn take(&mut self, byte: u8) -> Read {
        match self.place {
            Place::Preamble(left) => self.place = if left > 1 { Place::Preamble(left - 1) } else { Place::SectionId },
            Place::SectionId => self.place = Place::SectionSize(byte),
            Place::SectionSize(id) => {
                if let Some(size) = self.add(byte) {
                    self.section_left = size;
                    self.in_functions = false;
                    self.place = if size > 0 { Place::Section(id) } else { Place::SectionId };
                    self.kind = if id == DATA { Kind::Data } else { Kind::Other };
                }
            }
            Place::Section(id) => {
                self.section_left = self.section_left.saturating_sub(1);
                let read = if id == CODE { self.take_code(byte) } else { Read::Byte };
                if self.section_left == 0 {
                    self.place = Place::SectionId;
                    self.kind = Kind::Other;
                    (self.number, self.read) = (0, 0);
                }
                return read;
            }
        }
        Read::Byte
    }

    /// Adds a byte to the number, and gives it when it is whole.
    fn add(&mut self, byte: u8) -> Option<u32> {
        self.number |= u32::from(byte & 0x7f).wrapping_shl(7 * self.read);
        self.read += 1;
        if byte >= 0x80 {
            return None;
        }
        let number = self.number;
        (self.number, self.read) = (0, 0);
        Some(number)
    }

    fn take_code(&mut self, byte: u8) -> Read {
        if !self.in_functions {
            if self.add(byte).is_some() {
                self.in_functions = true;
                self.kind = Kind::BodySize;
            }
            return Read::Part;
        }
        if self.kind != Kind::BodySize {
            self.body_left = self.body_left.saturating_sub(1);
        }
        let kind = self.kind;
        match kind {
            Kind::Opcode => {
                self.kind = operand_of(byte);
                let whole = self.kind == Kind::Opcode;
                match self.kind {
                    Kind::Opcode => self.end(),
                    Kind::Float32 => self.more = 4,
                    Kind::Float64 => self.more = 8,
                    _ => self.more = 0,
                }
                Read::Opcode(byte, whole)
            }
            Kind::Float32 | Kind::Float64 => {
                self.more -= 1;
                self.read += 1;
                if self.more == 0 {
                    self.read = 0;
                    self.end();
                }
                Read::Operand(kind, u32::from(byte), self.more == 0)
            }
            _ => match self.add(byte) {
                None => Read::Part,
                Some(value) => Read::Operand(kind, value, self.after(kind, value)),
            },
        }
    }

    /// Goes on after an operand, and says whether it was the last of its instruction or of the declarations.
    fn after(&mut self, kind: Kind, value: u32) -> bool {
        self.kind = match kind {
            Kind::BodySize => {
                self.body_left = value;
                Kind::LocalGroups
            }
            Kind::LocalGroups if value > 0 => {
                self.more = value;
                Kind::LocalCount
            }
            Kind::LocalCount => Kind::LocalType,
            Kind::LocalType if self.more > 1 => {
                self.more -= 1;
                Kind::LocalCount
            }
            Kind::Alignment => Kind::Offset,
            Kind::FunctionType => Kind::Table,
            Kind::LabelCount => {
                self.more = value.saturating_add(1);
                Kind::TableLabel
            }
            Kind::TableLabel | Kind::Zero if self.more > 1 => {
                self.more -= 1;
                kind
            }
            Kind::LongOpcode if value == 10 || value == 11 => {
                self.more = if value == 10 { 2 } else { 1 };
                Kind::Zero
            }
            _ => {
                self.end();
                return true;
            }
        };
        false
    }

    fn end(&mut self) {
        self.kind = if self.body_left == 0 { Kind::BodySize } else { Kind::Opcode };
    }
}

/// What comes behind an opcode; another opcode where nothing does.
const fn operand_of(opcode: u8) -> Kind {
    match opcode {
        0x02..=0x04 => Kind::BlockType,
        0x0c | 0x0d => Kind::Label,
        0x0e => Kind::LabelCount,
        0x10 => Kind::Function,
        0x11 => Kind::FunctionType,
        0x20 => Kind::Get,
        0x21 => Kind::Set,
        0x22 => Kind::Tee,
        0x23 | 0x24 => Kind::Global,
        0x28..=0x3e => Kind::Alignment,
        0x3f | 0x40 => Kind::Zero,
        0x41 => Kind::Int32,
        0x42 => Kind::Int64,
        0x43 => Kind::Float32,
        0x44 => Kind::Float64,
        0xfc => Kind::LongOpcode,
        _ => Kind::Opcode,
    }
}
