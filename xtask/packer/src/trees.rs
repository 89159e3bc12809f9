//! By which questions a byte is found: a prefix code for every kind of byte, short for the frequent ones, so that half
//! as many decisions are to be made (D. A. Huffman, "A method for the construction of minimum-redundancy codes", 1952).

/// No code is longer, in decisions.
pub const LONGEST: usize = 15;

/// The code of one kind of byte.
#[derive(Clone, Debug)]
pub struct Tree {
    /// For each inner place, where "no" and "yes" lead: to another one, or, beyond [`LEAF`], to a byte. Place 0 is the root.
    places: Vec<[u16; 2]>,
    /// For each byte its decisions behind a leading 1, the first the highest; 0 for one that does not come.
    codes: [u32; 256],
}

/// A place of a [`Tree`] from here on is a byte.
pub const LEAF: u16 = 0x8000;

impl Tree {
    /// From the length of each byte's code, 0 for one that does not come: a canonical code.
    #[must_use]
    pub fn from_lengths(lengths: &[u8; 256]) -> Self {
        let mut tree = Self { places: vec![[LEAF; 2]], codes: [0; 256] };
        let of = |length: u8| (0..=255_u8).filter(move |byte| lengths[usize::from(*byte)] == length);
        if of(0).count() == 255
            && let Some(only) = (1..).find_map(|length| of(length).next())
        {
            tree.places[0] = [LEAF | u16::from(only); 2];
            tree.codes[usize::from(only)] = 1;
            return tree;
        }
        let (mut code, mut last) = (0_u32, 0);
        for byte in (1..=LONGEST as u8).flat_map(of) {
            let length = lengths[usize::from(byte)];
            code <<= length - last;
            last = length;
            tree.codes[usize::from(byte)] = code | 1 << length;
            let mut place = 0;
            for step in (0..length).rev() {
                let side = (code >> step & 1) as usize;
                if step == 0 {
                    tree.places[place][side] = LEAF | u16::from(byte);
                } else {
                    if tree.places[place][side] >= LEAF {
                        tree.places[place][side] = tree.places.len() as u16;
                        tree.places.push([LEAF; 2]);
                    }
                    place = usize::from(tree.places[place][side]);
                }
            }
            code += 1;
        }
        tree
    }

    /// The only byte there is, if there is but one.
    #[must_use]
    pub fn only(&self) -> Option<u8> {
        let [no, yes] = self.places[0];
        (no == yes).then_some(no as u8)
    }

    /// Where a decision leads from an inner place.
    #[must_use]
    pub fn next(&self, place: u16, yes: bool) -> u16 {
        self.places[usize::from(place)][usize::from(yes)]
    }

    /// The decisions that lead to a byte, behind a leading 1.
    #[must_use]
    pub const fn code(&self, byte: u8) -> u32 {
        self.codes[byte as usize]
    }
}

/// The lengths of the codes of bytes that come so often.
#[must_use]
pub fn lengths(counts: &[u32; 256]) -> [u8; 256] {
    let total: u32 = counts.iter().sum();
    let floor = total.div_ceil(1 << (LONGEST - 2));
    let mut lengths = [0; 256];
    let mut groups: Vec<(u32, Vec<u8>)> = (0..=255_u8)
        .filter(|byte| counts[usize::from(*byte)] > 0)
        .map(|byte| (counts[usize::from(byte)].max(floor), vec![byte]))
        .collect();
    if let [(_, only)] = &groups[..] {
        lengths[usize::from(only[0])] = 1;
    }
    while groups.len() > 1 {
        groups.sort_by_key(|(count, bytes)| (std::cmp::Reverse(*count), bytes[0]));
        let (Some((one, mut bytes)), Some((other, more))) = (groups.pop(), groups.pop()) else { break };
        bytes.extend(more);
        for byte in &bytes {
            lengths[usize::from(*byte)] += 1;
        }
        groups.push((one + other, bytes));
    }
    lengths
}
