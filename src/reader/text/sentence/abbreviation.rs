//! Abbreviations written with a full stop, and what their full stop says about the end of a sentence.

use crate::text::{Token, words};

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

fn find(table: &[(Follow, &str)], word: &str) -> Option<Follow> {
    table.iter().find(|(_, list)| words::has(list, word)).map(|(follow, _)| *follow)
}

use Follow::{Calendar, Clock, Name, Number, Part, Place};

/// Abbreviations without a full stop inside, in lower case.
const ABBREVIATIONS: &[(Follow, &str)] = &[
    (
        Name,
        "adm amb asst atty brig capt cf cllr cmdr col comdr cpl dep det dr fr ft gen gov hon insp lt maj messrs \
         mgr mlle mme mr mrs ms msgr mss mt pres prof pvt rep reps rev sec sen sens sgt st ste supt treas v vs",
    ),
    (Number, "approx apt art ca ch chap est etc ex ext fig figs hrs hwy min no nos nr op p para pp pt tel vol vols"),
    (Calendar, "apr aug dec feb fri jan jul jun mar mon nov oct sat sep sept sun thu thurs tue tues wed"),
    (
        Part,
        "al ala ariz ark assn ave bldg blvd bros cal calif co colo conn cor corp cres ct del dept dist div ed eds \
         esq fla inc jr kan ky ltd md mfg mich minn mo mtn natl neb nev okla ore pa pty rd ret sr tenn tex univ \
         va vt wash wis wyo",
    ),
];

/// Abbreviations with a full stop inside, in lower case, whose last full stop means something of its own; the others
/// are parts of names: "U.S.", "J.K.".
const DOTTED: &[(Follow, &str)] =
    &[(Name, "a.k.a e.g i.e"), (Clock, "a.m p.m"), (Place, "b.c d.c l.a n.c n.d n.h n.j n.m n.y p.r r.i s.c s.d")];

/// Words that open sentences, in lower case.
const OPENERS: &str = "\
    a about according after although an and another any anyone are as asked at because before both but by can \
    could despite did do does during each earlier even every everyone few following for from given had has have \
    he her here his how however i if in instead into is it its just last later let like many maybe meanwhile more \
    moreover most much my neither never nevertheless nobody none not nothing now of officials on once only or \
    other others otherwise our over people perhaps please police recently several she should since so some soon \
    still such that the their then there these they this those though through throughout thus to today together \
    under unlike until upon was we were what when where whether which while who why will with within without \
    would yesterday yet you your";

/// Days, months and time zones, in lower case.
const AFTER_CLOCK: &str = "\
    adt aedt aest akdt akst april ast august bst cdt central cest cet cst december eastern edt eest eet est et \
    february friday gmt ist january jst july june march may mdt monday mountain msk mst november nzst october \
    pacific pdt pst pt saturday september sunday thursday tuesday utc wednesday";

/// Names with an exclamation mark, in lower case.
const EXCLAIMED: &str = "jeopardy jumbo yahoo yum";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted_and_hold_nothing_twice() {
        for table in [ABBREVIATIONS, DOTTED] {
            assert!(table.iter().all(|(_, list)| words::is_list(list)));
            for (follow, list) in table {
                assert!(list.split(' ').all(|word| find(table, word) == Some(*follow)), "{list}");
            }
        }
        assert!([OPENERS, AFTER_CLOCK, EXCLAIMED].into_iter().all(words::is_list));
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
