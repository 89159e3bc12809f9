//! The English words that make or bear on a date, and one lookup for each word of the text.
//!
//! To add a word, add it to its row; a test keeps the words unique.
//!
//! The page carries no more than the letters: each row is one string, and the table that finds a word is made at start.

use crate::detect::date::unit::{DayPart, Modifier, Reference, Season, Unit};
use crate::text::cut::pieces;

/// What a word is to the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// A month written out: 1 is January.
    Month(u8),
    /// A month cut short: "Sept", with or without its full stop.
    MonthShort(u8),
    /// A weekday: 1 is Monday.
    Weekday(u8),
    /// A weekday cut short: "Fri".
    WeekdayShort(u8),
    /// More than one of a weekday: "Fridays".
    Weekdays(u8),
    /// A unit of time.
    Unit(Unit),
    /// More than one of a unit of time.
    Units(Unit),
    /// A season.
    Season(Season),
    /// More than one of a season.
    Seasons(Season),
    /// A part of the day.
    Part(DayPart),
    /// More than one of a part of the day: "nights".
    Parts(DayPart),
    /// A number below a hundred.
    Number(u8),
    /// "hundred", "thousand", "million"; as a power of ten.
    Power(u8),
    /// "third"
    Ordinal(u8),
    /// "nineties": the tens of a decade.
    Tens(u8),
    /// A day, counted from today: "tomorrow" is 1.
    DayFrom(i8),
    /// Which one of a row: "last", "this", "next".
    Which(Which),
    /// A word that stands for past, present or future.
    Refers(Reference),
    /// A word that says which part of a stretch is meant: "early".
    Edge(Modifier),
    /// "beginning", "end": an edge only before "of".
    EdgeOf(Modifier),
    /// Something that comes again at this distance: "daily".
    Every(Unit),
    /// A time zone, minutes east of Greenwich.
    Zone(i16),
    /// A time zone that does not say whether it is summer time, or of which there are two.
    ZoneName,
    /// First word of a holiday.
    Holiday,
    /// Any other word that stands in a rule.
    Is(Is),
    /// A run of digits.
    Digits,
    /// ","
    Comma,
    /// "."
    Stop,
    /// "-" or a dash that joins
    Dash,
    /// An apostrophe.
    Apostrophe,
    /// "/"
    Slash,
    /// ":"
    Colon,
    /// "$", "£", "€"
    Money,
    /// "%"
    Percent,
    /// "(" or another opening bracket
    Open,
    /// A half: "½"
    Half,
    /// Nothing that dates are made of.
    Other,
}

impl Word {
    /// Whether it is the word `is`.
    #[must_use]
    pub const fn is(self, is: Is) -> bool {
        matches!(self, Self::Is(own) if own.0 == is.0)
    }
}

/// Which one of a row of days, weeks, years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// "last"
    Last,
    /// "past"
    Past,
    /// "previous", "prior", "preceding"
    Previous,
    /// "this"
    This,
    /// "current"
    Current,
    /// "latest"
    Latest,
    /// "next"
    Next,
    /// "coming", "upcoming"
    Coming,
    /// "following"
    Following,
    /// "that"
    That,
    /// "same"
    Same,
}

macro_rules! words {
    ($($name:ident)+) => {
        /// Words that stand in rules as themselves, by their number.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct Is(u8);

        enum Numbered { $($name,)+ }

        #[expect(non_upper_case_globals, reason = "one name a word, as in an enum")]
        #[expect(dead_code, reason = "some words stand in no rule, but follow a number that counts nothing")]
        impl Is {
            $(#[doc = stringify!($name)] pub const $name: Self = Self(Numbered::$name as u8);)+

            /// The number of the word.
            #[must_use]
            pub const fn number(self) -> u8 {
                self.0
            }
        }

        /// The words, by their numbers.
        const THEMSELVES: &str = concat!($(stringify!($name), " "),+);
    };
}

words! {
    A About Account Ad Additional After Again Age Aged Ago Ahead All Almost Am An And Anniversary Another
    Any Apart Approximately Around As At Away Bc Bce Before Between Business By Ce Centenary Circa Clock
    Closing Comparable Consecutive Corresponding Couple Dawn Distant Dozen Dozens During Each Earlier Ended
    Ending Ends Entire Estimated Eve Ever Every Extended Extra Few Fewer Final Financial Fiscal For
    Foreseeable Fortnight From Full Future Fy H Half Hence Her High His Hundreds Immediate In It Its Just
    Later Least Less Long Longer M Many Matter Matters Midday Midnight Moment Moments More Most Much My Nd
    Near Nearly No Noon Not O Of Off Old On Once Only Opening Or Other Our Ours Over Overnight P Per Period
    Pm Point Possible Q R Rd Recent Remainder Right Roughly Running S Scheduled Second Several Short Since
    So Some Sometime Soon St Straight T Term Th Than The Their Then These Those Thousands Through Till Time
    Times To Tonight Trading Twice Under Until Up Very Was When Which Whole Within Working Yet Your Z
}

use Modifier::{End, Mid, Start};
use Word::{
    DayFrom, Edge, EdgeOf, Every, Holiday, Month, MonthShort, Number, Ordinal, Part, Parts, Power, Refers, Season as S,
    Seasons, Tens, Unit as U, Units, Weekday, WeekdayShort, Weekdays, Which as W, Zone, ZoneName,
};

type Row = (fn(u8) -> Word, u8, &'static str);

/// Words in a row: what they are, by number; the number of the first; and the words. A dash stands where a number has no
/// word.
#[rustfmt::skip]
const ROWS: &[Row] = &[
    (Month, 1, "january february march april may june july august september october november december"),
    (MonthShort, 1, "jan feb mar apr - jun jul aug sep oct nov dec"),
    (MonthShort, 9, "sept"),
    (Weekday, 1, "monday tuesday wednesday thursday friday saturday sunday"),
    (Weekdays, 1, "mondays tuesdays wednesdays thursdays fridays saturdays sundays"),
    (WeekdayShort, 1, "mon tue wed thu fri sat sun"),
    (WeekdayShort, 2, "tues weds thurs"),
    (WeekdayShort, 4, "thur"),
    (Number, 1, "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"),
    (|tens| Number(10 * tens), 2, "twenty thirty forty fifty sixty seventy eighty ninety"),
    (Power, 2, "hundred thousand - - million - - billion"),
    (Ordinal, 1, "first - third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"),
    (Ordinal, 30, "thirtieth"),
    (Tens, 2, "twenties thirties forties fifties sixties seventies eighties nineties"),
];

/// Every other word, by what it is.
const WORDS: &[(Word, &str)] = &[
    (U(Unit::Minute), "minute"),
    (U(Unit::Hour), "hour hr"),
    (U(Unit::Day), "day"),
    (U(Unit::Weekend), "weekend"),
    (U(Unit::Week), "week"),
    (U(Unit::Month), "month"),
    (U(Unit::Quarter), "quarter"),
    (U(Unit::Year), "year"),
    (U(Unit::Decade), "decade"),
    (U(Unit::Century), "century"),
    (U(Unit::Millennium), "millennium"),
    (Units(Unit::Second), "seconds"),
    (Units(Unit::Minute), "minutes mins"),
    (Units(Unit::Hour), "hours hrs"),
    (Units(Unit::Day), "days"),
    (Units(Unit::Weekend), "weekends"),
    (Units(Unit::Week), "weeks"),
    (Units(Unit::Month), "months"),
    (Units(Unit::Quarter), "quarters"),
    (Units(Unit::Year), "years yrs"),
    (Units(Unit::Decade), "decades"),
    (Units(Unit::Century), "centuries"),
    (Units(Unit::Millennium), "millennia"),
    (Every(Unit::Hour), "hourly"),
    (Every(Unit::Day), "daily nightly"),
    (Every(Unit::Week), "weekly"),
    (Every(Unit::Month), "monthly"),
    (Every(Unit::Year), "yearly annually"),
    (S(Season::Spring), "spring"),
    (S(Season::Summer), "summer"),
    (S(Season::Autumn), "autumn fall"),
    (S(Season::Winter), "winter"),
    (Seasons(Season::Spring), "springs"),
    (Seasons(Season::Summer), "summers"),
    (Seasons(Season::Autumn), "autumns falls"),
    (Seasons(Season::Winter), "winters"),
    (Part(DayPart::Morning), "morning"),
    (Part(DayPart::Afternoon), "afternoon"),
    (Part(DayPart::Evening), "evening"),
    (Part(DayPart::Night), "night"),
    (Parts(DayPart::Morning), "mornings"),
    (Parts(DayPart::Afternoon), "afternoons"),
    (Parts(DayPart::Evening), "evenings"),
    (Parts(DayPart::Night), "nights"),
    (DayFrom(-1), "yesterday"),
    (DayFrom(0), "today"),
    (DayFrom(1), "tomorrow"),
    (W(Which::Last), "last"),
    (W(Which::Past), "past"),
    (W(Which::Previous), "previous prior preceding"),
    (W(Which::This), "this"),
    (W(Which::Current), "current"),
    (W(Which::Latest), "latest"),
    (W(Which::Next), "next"),
    (W(Which::Coming), "coming upcoming"),
    (W(Which::Following), "following"),
    (W(Which::That), "that"),
    (W(Which::Same), "same"),
    (Refers(Reference::Past), "lately recently"),
    (Refers(Reference::Present), "currently now nowadays presently"),
    (Refers(Reference::Future), "someday"),
    (Edge(Start), "early"),
    (Edge(Mid), "mid"),
    (Edge(End), "late"),
    (EdgeOf(Start), "beginning outset start"),
    (EdgeOf(Mid), "middle"),
    (EdgeOf(End), "close end"),
    (Zone(0), "gmt utc"),
    (ZoneName, "bst cdt cest cet cst ct edt est et ist jst mdt msk mst pdt pst pt"),
    (
        Holiday,
        "armistice ash bastille boxing christmas cinco columbus easter election father fathers good groundhog halloween \
         inauguration independence juneteenth labor labour martin memorial mother mothers new palm presidents \
         remembrance thanksgiving valentine veterans xmas",
    ),
];

/// All words in a hash table with open addressing.
pub struct Lexicon {
    words: Vec<(&'static str, Word)>,
    /// For each slot the word's place in `words` and one, or nought.
    slots: Vec<u16>,
    /// For each first letter, as the last five bits of its byte, a bit for every length that a word with it has.
    lengths: [u16; 32],
}

/// Slots of the hash table: a power of two, about four times the number of words.
const SLOTS: usize = 2048;

/// The longest word, in letters.
const LONGEST: usize = 14;

impl Lexicon {
    /// The table of all words.
    #[must_use]
    pub fn new() -> Self {
        let mut lexicon = Self { words: Vec::new(), slots: vec![0; SLOTS], lengths: [0; 32] };
        for (number, word) in (0..).zip(pieces(THEMSELVES.trim_end(), b' ')) {
            lexicon.add(word, Word::Is(Is(number)));
        }
        for (of, first, row) in ROWS {
            for (number, word) in (*first..).zip(pieces(row, b' ')).filter(|(_, word)| *word != "-") {
                lexicon.add(word, of(number));
            }
        }
        for (class, words) in WORDS {
            pieces(words, b' ').for_each(|word| lexicon.add(word, *class));
        }
        lexicon
    }

    fn add(&mut self, word: &'static str, class: Word) {
        let slot = self.slot(word);
        self.words.push((word, class));
        if let (Some(slot), Ok(place)) = (self.slots.get_mut(slot), u16::try_from(self.words.len())) {
            *slot = place;
        }
        if let Some(lengths) = self.lengths.get_mut(first_letter(word)) {
            *lengths |= 1 << word.len();
        }
    }

    /// The slot of `word`, or the free one where it would go.
    fn slot(&self, word: &str) -> usize {
        // FNV-1a
        let step = |hash: u32, byte: u8| (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193);
        let mut slot = word.bytes().fold(0x811c_9dc5, step) as usize % SLOTS;
        while self.at(slot).is_some_and(|(entry, _)| !entry.eq_ignore_ascii_case(word)) {
            slot = (slot + 1) % SLOTS;
        }
        slot
    }

    fn at(&self, slot: usize) -> Option<&(&'static str, Word)> {
        self.words.get(usize::from(*self.slots.get(slot)?).checked_sub(1)?)
    }

    /// What `word` is to the rules, in whatever case it is written.
    #[must_use]
    pub fn look_up(&self, word: &str) -> Word {
        let lengths = self.lengths.get(first_letter(word)).copied().unwrap_or(0);
        if word.len() > LONGEST || lengths >> word.len() & 1 == 0 {
            return Word::Other;
        }
        self.at(self.slot(word)).map_or(Word::Other, |(_, class)| *class)
    }

    /// What the words are.
    pub fn classes(&self) -> impl Iterator<Item = Word> {
        self.words.iter().map(|(_, class)| *class)
    }
}

fn first_letter(word: &str) -> usize {
    usize::from(word.bytes().next().unwrap_or(0) & 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_in_any_case() {
        let lexicon = Lexicon::new();
        assert!(2 * lexicon.words.len() <= SLOTS);
        for (word, class) in &lexicon.words {
            assert!(word.len() <= LONGEST);
            assert_eq!(lexicon.look_up(word), *class, "{word} is there twice");
            assert_eq!(lexicon.look_up(&word.to_uppercase()), *class);
        }
        for (word, class) in [("about", Word::Is(Is::About)), ("Z", Word::Is(Is::Z)), ("sept", MonthShort(9))] {
            assert_eq!(lexicon.look_up(word), class);
        }
        assert_eq!(lexicon.look_up("billion"), Power(9));
        assert_eq!(lexicon.look_up("mayor"), Word::Other);
        assert_eq!(lexicon.look_up(""), Word::Other);
    }
}
