//! Abbreviations written with a full stop, and what their full stop says about the end of a sentence.

use crate::text::Token;

/// How an abbreviation behaves before the next word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Follow {
    /// A name follows: "Mr. Reyes". Never the end of a sentence.
    Name,
    /// A number follows: "No. 5". The end of a sentence before anything else; so is "etc."
    Number,
    /// The calendar: "Aug. 4". The end only before a word that opens sentences.
    Calendar,
    /// Part of a name, which goes on or ends with it: "Inc.", "Calif.". The end only before a word that opens sentences.
    Part,
    /// Clock time: "a.m." The end before a capital, but not before "Friday" or "EST".
    Clock,
    /// A place at the end of its name: "Washington D.C."
    Place,
}

/// What the full stop after `word` (without that full stop, as written) means; nothing where it is no abbreviation.
///
/// `word` may have full stops inside: "e.g", "U.S", "J.K".
pub(super) fn follow(word: &str) -> Option<Follow> {
    if word.contains('.') {
        return Some(find(DOTTED, word).unwrap_or(Follow::Part));
    }
    let follow = find(ABBREVIATIONS, word)?;
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    // "He sat." and "the sun." are no days of the week, "mar" and "no" no abbreviations.
    (capital || !matches!(follow, Follow::Calendar) && !word.eq_ignore_ascii_case("no")).then_some(follow)
}

/// Whether `token` is a word that opens sentences and is hardly ever the next word of a name.
pub(super) fn opens_sentences(token: &Token, text: &str) -> bool {
    token.is_in(text, OPENERS)
}

/// Whether `token` names a day, a month or a time zone, as it follows "p.m."
pub(super) fn follows_the_clock(token: &Token, text: &str) -> bool {
    token.is_in(text, AFTER_CLOCK)
}

/// Whether `token` is a name that is written with an exclamation mark.
pub(super) fn has_its_own_mark(token: &Token, text: &str) -> bool {
    token.is_in(text, EXCLAIMED)
}

fn find(table: &[(&str, Follow)], word: &str) -> Option<Follow> {
    let at = table.binary_search_by(|(entry, _)| crate::text::token::compare_lower(entry, word)).ok()?;
    table.get(at).map(|(_, follow)| *follow)
}

use Follow::{Calendar, Clock, Name, Number, Part, Place};

/// Abbreviations without a full stop inside, in lower case.
const ABBREVIATIONS: &[(&str, Follow)] = &[
    ("adm", Name),
    ("al", Part),
    ("ala", Part),
    ("amb", Name),
    ("approx", Number),
    ("apr", Calendar),
    ("apt", Number),
    ("ariz", Part),
    ("ark", Part),
    ("art", Number),
    ("assn", Part),
    ("asst", Name),
    ("atty", Name),
    ("aug", Calendar),
    ("ave", Part),
    ("bldg", Part),
    ("blvd", Part),
    ("brig", Name),
    ("bros", Part),
    ("ca", Number),
    ("cal", Part),
    ("calif", Part),
    ("capt", Name),
    ("cf", Name),
    ("ch", Number),
    ("chap", Number),
    ("cllr", Name),
    ("cmdr", Name),
    ("co", Part),
    ("col", Name),
    ("colo", Part),
    ("comdr", Name),
    ("conn", Part),
    ("cor", Part),
    ("corp", Part),
    ("cpl", Name),
    ("cres", Part),
    ("ct", Part),
    ("dec", Calendar),
    ("del", Part),
    ("dep", Name),
    ("dept", Part),
    ("det", Name),
    ("dist", Part),
    ("div", Part),
    ("dr", Name),
    ("ed", Part),
    ("eds", Part),
    ("esq", Part),
    ("est", Number),
    ("etc", Number),
    ("ex", Number),
    ("ext", Number),
    ("feb", Calendar),
    ("fig", Number),
    ("figs", Number),
    ("fla", Part),
    ("fr", Name),
    ("fri", Calendar),
    ("ft", Name),
    ("gen", Name),
    ("gov", Name),
    ("hon", Name),
    ("hrs", Number),
    ("hwy", Number),
    ("inc", Part),
    ("insp", Name),
    ("jan", Calendar),
    ("jr", Part),
    ("jul", Calendar),
    ("jun", Calendar),
    ("kan", Part),
    ("ky", Part),
    ("lt", Name),
    ("ltd", Part),
    ("maj", Name),
    ("mar", Calendar),
    ("md", Part),
    ("messrs", Name),
    ("mfg", Part),
    ("mgr", Name),
    ("mich", Part),
    ("min", Number),
    ("minn", Part),
    ("mlle", Name),
    ("mme", Name),
    ("mo", Part),
    ("mon", Calendar),
    ("mr", Name),
    ("mrs", Name),
    ("ms", Name),
    ("msgr", Name),
    ("mss", Name),
    ("mt", Name),
    ("mtn", Part),
    ("natl", Part),
    ("neb", Part),
    ("nev", Part),
    ("no", Number),
    ("nos", Number),
    ("nov", Calendar),
    ("nr", Number),
    ("oct", Calendar),
    ("okla", Part),
    ("op", Number),
    ("ore", Part),
    ("p", Number),
    ("pa", Part),
    ("para", Number),
    ("pp", Number),
    ("pres", Name),
    ("prof", Name),
    ("pt", Number),
    ("pty", Part),
    ("pvt", Name),
    ("rd", Part),
    ("rep", Name),
    ("reps", Name),
    ("ret", Part),
    ("rev", Name),
    ("sat", Calendar),
    ("sec", Name),
    ("sen", Name),
    ("sens", Name),
    ("sep", Calendar),
    ("sept", Calendar),
    ("sgt", Name),
    ("sr", Part),
    ("st", Name),
    ("ste", Name),
    ("sun", Calendar),
    ("supt", Name),
    ("tel", Number),
    ("tenn", Part),
    ("tex", Part),
    ("thu", Calendar),
    ("thurs", Calendar),
    ("treas", Name),
    ("tue", Calendar),
    ("tues", Calendar),
    ("univ", Part),
    ("v", Name),
    ("va", Part),
    ("vol", Number),
    ("vols", Number),
    ("vs", Name),
    ("vt", Part),
    ("wash", Part),
    ("wed", Calendar),
    ("wis", Part),
    ("wyo", Part),
];

/// Abbreviations with a full stop inside, in lower case, whose last full stop means something of its own; the others
/// are parts of names: "U.S.", "J.K.".
const DOTTED: &[(&str, Follow)] = &[
    ("a.d", Part),
    ("a.k.a", Name),
    ("a.m", Clock),
    ("b.c", Place),
    ("d.c", Place),
    ("e.g", Name),
    ("i.e", Name),
    ("l.a", Place),
    ("n.c", Place),
    ("n.d", Place),
    ("n.h", Place),
    ("n.j", Place),
    ("n.m", Place),
    ("n.y", Place),
    ("p.m", Clock),
    ("p.r", Place),
    ("r.i", Place),
    ("s.c", Place),
    ("s.d", Place),
];

/// Words that open sentences, in lower case.
const OPENERS: &[&str] = &[
    "a",
    "about",
    "according",
    "after",
    "although",
    "an",
    "and",
    "another",
    "any",
    "anyone",
    "are",
    "as",
    "asked",
    "at",
    "because",
    "before",
    "both",
    "but",
    "by",
    "can",
    "could",
    "despite",
    "did",
    "do",
    "does",
    "during",
    "each",
    "earlier",
    "even",
    "every",
    "everyone",
    "few",
    "following",
    "for",
    "from",
    "given",
    "had",
    "has",
    "have",
    "he",
    "her",
    "here",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "instead",
    "into",
    "is",
    "it",
    "its",
    "just",
    "last",
    "later",
    "let",
    "like",
    "many",
    "maybe",
    "meanwhile",
    "more",
    "moreover",
    "most",
    "much",
    "my",
    "neither",
    "never",
    "nevertheless",
    "nobody",
    "none",
    "not",
    "nothing",
    "now",
    "of",
    "officials",
    "on",
    "once",
    "only",
    "or",
    "other",
    "others",
    "otherwise",
    "our",
    "over",
    "people",
    "perhaps",
    "please",
    "police",
    "recently",
    "several",
    "she",
    "should",
    "since",
    "so",
    "some",
    "soon",
    "still",
    "such",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "though",
    "through",
    "throughout",
    "thus",
    "to",
    "today",
    "together",
    "under",
    "unlike",
    "until",
    "upon",
    "was",
    "we",
    "were",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "why",
    "will",
    "with",
    "within",
    "without",
    "would",
    "yesterday",
    "yet",
    "you",
    "your",
];

/// Days, months and time zones, in lower case.
const AFTER_CLOCK: &[&str] = &[
    "adt",
    "aedt",
    "aest",
    "akdt",
    "akst",
    "april",
    "ast",
    "august",
    "bst",
    "cdt",
    "central",
    "cest",
    "cet",
    "cst",
    "december",
    "eastern",
    "edt",
    "eest",
    "eet",
    "est",
    "et",
    "february",
    "friday",
    "gmt",
    "ist",
    "january",
    "jst",
    "july",
    "june",
    "march",
    "may",
    "mdt",
    "monday",
    "mountain",
    "msk",
    "mst",
    "november",
    "nzst",
    "october",
    "pacific",
    "pdt",
    "pst",
    "pt",
    "saturday",
    "september",
    "sunday",
    "thursday",
    "tuesday",
    "utc",
    "wednesday",
];

/// Names with an exclamation mark, in lower case.
const EXCLAIMED: &[&str] = &["jeopardy", "jumbo", "yahoo", "yum"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted_and_hold_nothing_twice() {
        for table in [ABBREVIATIONS, DOTTED] {
            for pair in table.windows(2) {
                assert!(pair[0].0 < pair[1].0, "{} before {}", pair[0].0, pair[1].0);
            }
        }
        for table in [OPENERS, AFTER_CLOCK, EXCLAIMED] {
            for pair in table.windows(2) {
                assert!(pair[0] < pair[1], "{} before {}", pair[0], pair[1]);
            }
        }
    }

    #[test]
    fn a_day_of_the_week_has_a_capital() {
        assert_eq!(follow("Sat"), Some(Calendar));
        assert_eq!(follow("sat"), None);
        assert_eq!(follow("No"), Some(Number));
        assert_eq!(follow("no"), None);
    }

    #[test]
    fn an_unknown_row_of_letters_is_part_of_a_name() {
        assert_eq!(follow("U.S"), Some(Part));
        assert_eq!(follow("E.G"), Some(Name));
    }
}
