//! The English words that make or bear on a date: one sorted table, one lookup for each word of the text.
//!
//! To add a word, add its row; a test keeps the rows sorted and unique.

use crate::detect::date::unit::{DayPart, Modifier, Reference, Season, Unit};

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
        matches!(self, Self::Is(own) if own as u8 == is as u8)
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
        /// Words that stand in rules as themselves.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Is { $(#[doc = stringify!($name)] $name,)+ }
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
    DayFrom, Edge, EdgeOf, Every, Holiday, Is as I, Month, MonthShort, Number, Ordinal, Other, Part, Parts, Power,
    Refers, Season as S, Seasons, Tens, Unit as U, Units, Weekday, WeekdayShort, Weekdays, Which as W, Zone, ZoneName,
};

/// Every word, in alphabetical order, in lower case.
#[rustfmt::skip]
pub static WORDS: &[(&str, Word)] = &[
    ("a", I(Is::A)),
    ("about", I(Is::About)),
    ("account", I(Is::Account)),
    ("ad", I(Is::Ad)),
    ("additional", I(Is::Additional)),
    ("after", I(Is::After)),
    ("afternoon", Part(DayPart::Afternoon)),
    ("afternoons", Parts(DayPart::Afternoon)),
    ("again", I(Is::Again)),
    ("age", I(Is::Age)),
    ("aged", I(Is::Aged)),
    ("ago", I(Is::Ago)),
    ("ahead", I(Is::Ahead)),
    ("all", I(Is::All)),
    ("almost", I(Is::Almost)),
    ("am", I(Is::Am)),
    ("an", I(Is::An)),
    ("and", I(Is::And)),
    ("anniversary", I(Is::Anniversary)),
    ("annually", Every(Unit::Year)),
    ("another", I(Is::Another)),
    ("any", I(Is::Any)),
    ("apart", I(Is::Apart)),
    ("approximately", I(Is::Approximately)),
    ("apr", MonthShort(4)),
    ("april", Month(4)),
    ("armistice", Holiday),
    ("around", I(Is::Around)),
    ("as", I(Is::As)),
    ("ash", Holiday),
    ("at", I(Is::At)),
    ("aug", MonthShort(8)),
    ("august", Month(8)),
    ("autumn", S(Season::Autumn)),
    ("autumns", Seasons(Season::Autumn)),
    ("away", I(Is::Away)),
    ("bastille", Holiday),
    ("bc", I(Is::Bc)),
    ("bce", I(Is::Bce)),
    ("before", I(Is::Before)),
    ("beginning", EdgeOf(Start)),
    ("between", I(Is::Between)),
    ("billion", Power(9)),
    ("boxing", Holiday),
    ("bst", ZoneName),
    ("business", I(Is::Business)),
    ("by", I(Is::By)),
    ("cdt", ZoneName),
    ("ce", I(Is::Ce)),
    ("centenary", I(Is::Centenary)),
    ("centuries", Units(Unit::Century)),
    ("century", U(Unit::Century)),
    ("cest", ZoneName),
    ("cet", ZoneName),
    ("christmas", Holiday),
    ("cinco", Holiday),
    ("circa", I(Is::Circa)),
    ("clock", I(Is::Clock)),
    ("close", EdgeOf(End)),
    ("closing", I(Is::Closing)),
    ("columbus", Holiday),
    ("coming", W(Which::Coming)),
    ("comparable", I(Is::Comparable)),
    ("consecutive", I(Is::Consecutive)),
    ("corresponding", I(Is::Corresponding)),
    ("couple", I(Is::Couple)),
    ("cst", ZoneName),
    ("ct", ZoneName),
    ("current", W(Which::Current)),
    ("currently", Refers(Reference::Present)),
    ("daily", Every(Unit::Day)),
    ("dawn", I(Is::Dawn)),
    ("day", U(Unit::Day)),
    ("days", Units(Unit::Day)),
    ("dec", MonthShort(12)),
    ("decade", U(Unit::Decade)),
    ("decades", Units(Unit::Decade)),
    ("december", Month(12)),
    ("distant", I(Is::Distant)),
    ("dozen", I(Is::Dozen)),
    ("dozens", I(Is::Dozens)),
    ("during", I(Is::During)),
    ("each", I(Is::Each)),
    ("earlier", I(Is::Earlier)),
    ("early", Edge(Start)),
    ("easter", Holiday),
    ("edt", ZoneName),
    ("eight", Number(8)),
    ("eighteen", Number(18)),
    ("eighteenth", Ordinal(18)),
    ("eighth", Ordinal(8)),
    ("eighties", Tens(8)),
    ("eighty", Number(80)),
    ("election", Holiday),
    ("eleven", Number(11)),
    ("eleventh", Ordinal(11)),
    ("end", EdgeOf(End)),
    ("ended", I(Is::Ended)),
    ("ending", I(Is::Ending)),
    ("ends", I(Is::Ends)),
    ("entire", I(Is::Entire)),
    ("est", ZoneName),
    ("estimated", I(Is::Estimated)),
    ("et", ZoneName),
    ("eve", I(Is::Eve)),
    ("evening", Part(DayPart::Evening)),
    ("evenings", Parts(DayPart::Evening)),
    ("ever", I(Is::Ever)),
    ("every", I(Is::Every)),
    ("extended", I(Is::Extended)),
    ("extra", I(Is::Extra)),
    ("fall", S(Season::Autumn)),
    ("falls", Seasons(Season::Autumn)),
    ("father", Holiday),
    ("fathers", Holiday),
    ("feb", MonthShort(2)),
    ("february", Month(2)),
    ("few", I(Is::Few)),
    ("fewer", I(Is::Fewer)),
    ("fifteen", Number(15)),
    ("fifteenth", Ordinal(15)),
    ("fifth", Ordinal(5)),
    ("fifties", Tens(5)),
    ("fifty", Number(50)),
    ("final", I(Is::Final)),
    ("financial", I(Is::Financial)),
    ("first", Ordinal(1)),
    ("fiscal", I(Is::Fiscal)),
    ("five", Number(5)),
    ("following", W(Which::Following)),
    ("for", I(Is::For)),
    ("foreseeable", I(Is::Foreseeable)),
    ("forties", Tens(4)),
    ("fortnight", I(Is::Fortnight)),
    ("forty", Number(40)),
    ("four", Number(4)),
    ("fourteen", Number(14)),
    ("fourteenth", Ordinal(14)),
    ("fourth", Ordinal(4)),
    ("fri", WeekdayShort(5)),
    ("friday", Weekday(5)),
    ("fridays", Weekdays(5)),
    ("from", I(Is::From)),
    ("full", I(Is::Full)),
    ("future", I(Is::Future)),
    ("fy", I(Is::Fy)),
    ("gmt", Zone(0)),
    ("good", Holiday),
    ("groundhog", Holiday),
    ("h", I(Is::H)),
    ("half", I(Is::Half)),
    ("halloween", Holiday),
    ("hence", I(Is::Hence)),
    ("her", I(Is::Her)),
    ("high", I(Is::High)),
    ("his", I(Is::His)),
    ("hour", U(Unit::Hour)),
    ("hourly", Every(Unit::Hour)),
    ("hours", Units(Unit::Hour)),
    ("hr", U(Unit::Hour)),
    ("hrs", Units(Unit::Hour)),
    ("hundred", Power(2)),
    ("hundreds", I(Is::Hundreds)),
    ("immediate", I(Is::Immediate)),
    ("in", I(Is::In)),
    ("inauguration", Holiday),
    ("independence", Holiday),
    ("ist", ZoneName),
    ("it", I(Is::It)),
    ("its", I(Is::Its)),
    ("jan", MonthShort(1)),
    ("january", Month(1)),
    ("jst", ZoneName),
    ("jul", MonthShort(7)),
    ("july", Month(7)),
    ("jun", MonthShort(6)),
    ("june", Month(6)),
    ("juneteenth", Holiday),
    ("just", I(Is::Just)),
    ("labor", Holiday),
    ("labour", Holiday),
    ("last", W(Which::Last)),
    ("late", Edge(End)),
    ("lately", Refers(Reference::Past)),
    ("later", I(Is::Later)),
    ("latest", W(Which::Latest)),
    ("least", I(Is::Least)),
    ("less", I(Is::Less)),
    ("long", I(Is::Long)),
    ("longer", I(Is::Longer)),
    ("m", I(Is::M)),
    ("many", I(Is::Many)),
    ("mar", MonthShort(3)),
    ("march", Month(3)),
    ("martin", Holiday),
    ("matter", I(Is::Matter)),
    ("matters", I(Is::Matters)),
    ("may", Month(5)),
    ("mdt", ZoneName),
    ("memorial", Holiday),
    ("mid", Edge(Mid)),
    ("midday", I(Is::Midday)),
    ("middle", EdgeOf(Mid)),
    ("midnight", I(Is::Midnight)),
    ("millennia", Units(Unit::Millennium)),
    ("millennium", U(Unit::Millennium)),
    ("million", Power(6)),
    ("mins", Units(Unit::Minute)),
    ("minute", U(Unit::Minute)),
    ("minutes", Units(Unit::Minute)),
    ("moment", I(Is::Moment)),
    ("moments", I(Is::Moments)),
    ("mon", WeekdayShort(1)),
    ("monday", Weekday(1)),
    ("mondays", Weekdays(1)),
    ("month", U(Unit::Month)),
    ("monthly", Every(Unit::Month)),
    ("months", Units(Unit::Month)),
    ("more", I(Is::More)),
    ("morning", Part(DayPart::Morning)),
    ("mornings", Parts(DayPart::Morning)),
    ("most", I(Is::Most)),
    ("mother", Holiday),
    ("mothers", Holiday),
    ("msk", ZoneName),
    ("mst", ZoneName),
    ("much", I(Is::Much)),
    ("my", I(Is::My)),
    ("nd", I(Is::Nd)),
    ("near", I(Is::Near)),
    ("nearly", I(Is::Nearly)),
    ("new", Holiday),
    ("next", W(Which::Next)),
    ("night", Part(DayPart::Night)),
    ("nightly", Every(Unit::Day)),
    ("nights", Parts(DayPart::Night)),
    ("nine", Number(9)),
    ("nineteen", Number(19)),
    ("nineteenth", Ordinal(19)),
    ("nineties", Tens(9)),
    ("ninety", Number(90)),
    ("ninth", Ordinal(9)),
    ("no", I(Is::No)),
    ("noon", I(Is::Noon)),
    ("not", I(Is::Not)),
    ("nov", MonthShort(11)),
    ("november", Month(11)),
    ("now", Refers(Reference::Present)),
    ("nowadays", Refers(Reference::Present)),
    ("o", I(Is::O)),
    ("oct", MonthShort(10)),
    ("october", Month(10)),
    ("of", I(Is::Of)),
    ("off", I(Is::Off)),
    ("old", I(Is::Old)),
    ("on", I(Is::On)),
    ("once", I(Is::Once)),
    ("one", Number(1)),
    ("only", I(Is::Only)),
    ("opening", I(Is::Opening)),
    ("or", I(Is::Or)),
    ("other", I(Is::Other)),
    ("our", I(Is::Our)),
    ("ours", I(Is::Ours)),
    ("outset", EdgeOf(Start)),
    ("over", I(Is::Over)),
    ("overnight", I(Is::Overnight)),
    ("p", I(Is::P)),
    ("palm", Holiday),
    ("past", W(Which::Past)),
    ("pdt", ZoneName),
    ("per", I(Is::Per)),
    ("period", I(Is::Period)),
    ("pm", I(Is::Pm)),
    ("point", I(Is::Point)),
    ("possible", I(Is::Possible)),
    ("preceding", W(Which::Previous)),
    ("presently", Refers(Reference::Present)),
    ("presidents", Holiday),
    ("previous", W(Which::Previous)),
    ("prior", W(Which::Previous)),
    ("pst", ZoneName),
    ("pt", ZoneName),
    ("q", I(Is::Q)),
    ("quarter", U(Unit::Quarter)),
    ("quarters", Units(Unit::Quarter)),
    ("r", I(Is::R)),
    ("rd", I(Is::Rd)),
    ("recent", I(Is::Recent)),
    ("recently", Refers(Reference::Past)),
    ("remainder", I(Is::Remainder)),
    ("remembrance", Holiday),
    ("right", I(Is::Right)),
    ("roughly", I(Is::Roughly)),
    ("running", I(Is::Running)),
    ("s", I(Is::S)),
    ("same", W(Which::Same)),
    ("sat", WeekdayShort(6)),
    ("saturday", Weekday(6)),
    ("saturdays", Weekdays(6)),
    ("scheduled", I(Is::Scheduled)),
    ("second", I(Is::Second)),
    ("seconds", Units(Unit::Second)),
    ("sep", MonthShort(9)),
    ("sept", MonthShort(9)),
    ("september", Month(9)),
    ("seven", Number(7)),
    ("seventeen", Number(17)),
    ("seventeenth", Ordinal(17)),
    ("seventh", Ordinal(7)),
    ("seventies", Tens(7)),
    ("seventy", Number(70)),
    ("several", I(Is::Several)),
    ("short", I(Is::Short)),
    ("since", I(Is::Since)),
    ("six", Number(6)),
    ("sixteen", Number(16)),
    ("sixteenth", Ordinal(16)),
    ("sixth", Ordinal(6)),
    ("sixties", Tens(6)),
    ("sixty", Number(60)),
    ("so", I(Is::So)),
    ("some", I(Is::Some)),
    ("someday", Refers(Reference::Future)),
    ("sometime", I(Is::Sometime)),
    ("soon", I(Is::Soon)),
    ("spring", S(Season::Spring)),
    ("springs", Seasons(Season::Spring)),
    ("st", I(Is::St)),
    ("start", EdgeOf(Start)),
    ("straight", I(Is::Straight)),
    ("summer", S(Season::Summer)),
    ("summers", Seasons(Season::Summer)),
    ("sun", WeekdayShort(7)),
    ("sunday", Weekday(7)),
    ("sundays", Weekdays(7)),
    ("t", I(Is::T)),
    ("ten", Number(10)),
    ("tenth", Ordinal(10)),
    ("term", I(Is::Term)),
    ("th", I(Is::Th)),
    ("than", I(Is::Than)),
    ("thanksgiving", Holiday),
    ("that", W(Which::That)),
    ("the", I(Is::The)),
    ("their", I(Is::Their)),
    ("then", I(Is::Then)),
    ("these", I(Is::These)),
    ("third", Ordinal(3)),
    ("thirteen", Number(13)),
    ("thirteenth", Ordinal(13)),
    ("thirties", Tens(3)),
    ("thirtieth", Ordinal(30)),
    ("thirty", Number(30)),
    ("this", W(Which::This)),
    ("those", I(Is::Those)),
    ("thousand", Power(3)),
    ("thousands", I(Is::Thousands)),
    ("three", Number(3)),
    ("through", I(Is::Through)),
    ("thu", WeekdayShort(4)),
    ("thur", WeekdayShort(4)),
    ("thurs", WeekdayShort(4)),
    ("thursday", Weekday(4)),
    ("thursdays", Weekdays(4)),
    ("till", I(Is::Till)),
    ("time", I(Is::Time)),
    ("times", I(Is::Times)),
    ("to", I(Is::To)),
    ("today", DayFrom(0)),
    ("tomorrow", DayFrom(1)),
    ("tonight", I(Is::Tonight)),
    ("trading", I(Is::Trading)),
    ("tue", WeekdayShort(2)),
    ("tues", WeekdayShort(2)),
    ("tuesday", Weekday(2)),
    ("tuesdays", Weekdays(2)),
    ("twelfth", Ordinal(12)),
    ("twelve", Number(12)),
    ("twenties", Tens(2)),
    ("twentieth", Ordinal(20)),
    ("twenty", Number(20)),
    ("twice", I(Is::Twice)),
    ("two", Number(2)),
    ("under", I(Is::Under)),
    ("until", I(Is::Until)),
    ("up", I(Is::Up)),
    ("upcoming", W(Which::Coming)),
    ("utc", Zone(0)),
    ("valentine", Holiday),
    ("very", I(Is::Very)),
    ("veterans", Holiday),
    ("was", I(Is::Was)),
    ("wed", WeekdayShort(3)),
    ("wednesday", Weekday(3)),
    ("wednesdays", Weekdays(3)),
    ("weds", WeekdayShort(3)),
    ("week", U(Unit::Week)),
    ("weekend", U(Unit::Weekend)),
    ("weekends", Units(Unit::Weekend)),
    ("weekly", Every(Unit::Week)),
    ("weeks", Units(Unit::Week)),
    ("when", I(Is::When)),
    ("which", I(Is::Which)),
    ("whole", I(Is::Whole)),
    ("winter", S(Season::Winter)),
    ("winters", Seasons(Season::Winter)),
    ("within", I(Is::Within)),
    ("working", I(Is::Working)),
    ("xmas", Holiday),
    ("year", U(Unit::Year)),
    ("yearly", Every(Unit::Year)),
    ("years", Units(Unit::Year)),
    ("yesterday", DayFrom(-1)),
    ("yet", I(Is::Yet)),
    ("your", I(Is::Your)),
    ("yrs", Units(Unit::Year)),
    ("z", I(Is::Z)),
];

/// Slots of the hash table: a power of two, about four times the number of words.
const SLOTS: usize = 2048;

/// For each slot the word's place in [`WORDS`] and one, or nought; made at compile time.
static TABLE: [u16; SLOTS] = table();

/// The longest word in the table.
const LONGEST: usize = 14;

#[expect(clippy::indexing_slicing, reason = "runs at compile time: a fault there does not compile")]
#[expect(clippy::cast_possible_truncation, reason = "there are fewer words than slots")]
const fn table() -> [u16; SLOTS] {
    let mut table = [0; SLOTS];
    let mut at = 0;
    while at < WORDS.len() {
        let bytes = WORDS[at].0.as_bytes();
        let mut hash = SEED;
        let mut i = 0;
        while i < bytes.len() {
            hash = mix(hash, bytes[i]);
            i += 1;
        }
        let mut slot = hash as usize % SLOTS;
        while table[slot] != 0 {
            slot = (slot + 1) % SLOTS;
        }
        table[slot] = at as u16 + 1;
        at += 1;
    }
    table
}

const SEED: u32 = 0x811c_9dc5;

/// For each first letter, as the last five bits of its byte, a bit for every length that a word with it has; made at
/// compile time.
static LENGTHS: [u16; 32] = lengths();

#[expect(clippy::indexing_slicing, reason = "runs at compile time: a fault there does not compile")]
const fn lengths() -> [u16; 32] {
    let mut lengths = [0; 32];
    let mut at = 0;
    while at < WORDS.len() {
        let bytes = WORDS[at].0.as_bytes();
        lengths[(bytes[0] & 31) as usize] |= 1 << bytes.len();
        at += 1;
    }
    lengths
}

/// One step of FNV-1a.
const fn mix(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(0x0100_0193)
}

/// What `word` is to the rules, in whatever case it is written.
#[must_use]
pub fn look_up(word: &str) -> Word {
    let lengths = word.bytes().next().and_then(|first| LENGTHS.get(usize::from(first & 31)).copied()).unwrap_or(0);
    if word.len() > LONGEST || lengths >> word.len() & 1 == 0 {
        return Other;
    }
    let hash = word.bytes().fold(SEED, |hash, byte| mix(hash, byte.to_ascii_lowercase()));
    let mut slot = hash as usize % SLOTS;
    while let Some(at) = TABLE.get(slot).copied().unwrap_or(0).checked_sub(1) {
        if let Some((entry, class)) = WORDS.get(usize::from(at))
            && entry.eq_ignore_ascii_case(word)
        {
            return *class;
        }
        slot = (slot + 1) % SLOTS;
    }
    Other
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_sorted_and_unique() {
        for pair in WORDS.windows(2) {
            assert!(pair[0].0 < pair[1].0, "{} before {}", pair[0].0, pair[1].0);
        }
    }

    #[test]
    fn every_word_is_found_in_any_case() {
        for (word, class) in WORDS {
            assert_eq!(look_up(word), *class);
            assert_eq!(look_up(&word.to_uppercase()), *class);
            assert!(word.len() <= LONGEST);
        }
        assert_eq!(look_up("mayor"), Word::Other);
        assert_eq!(look_up(""), Word::Other);
    }
}
