//! Words the rules read: lists in lower case with a blank between two words, most of them in alphabetical order. A list is
//! one text, because as many texts take twice the room.

pub(super) use crate::text::words::has as is_in;

/// Names of the months, from January on.
pub(super) const MONTHS: &str = "\
    january february march april may june july august september october november december";

/// Short names of the months, from January on. "May" has none.
pub(super) const SHORT_MONTHS: &str = "jan feb mar apr may jun jul aug sept oct nov dec";

/// Names of the days of the week, from Monday on.
pub(super) const WEEKDAYS: &str = "monday tuesday wednesday thursday friday saturday sunday";

/// Place of `word` in `list`, whatever its case, counted from nought.
pub(super) fn place_in(list: &str, word: &str) -> Option<usize> {
    let mut entries = list.as_bytes().split(|byte| *byte == b' ');
    entries.position(|entry| entry.eq_ignore_ascii_case(word.as_bytes()))
}

/// Place of `word` in `list`, whatever its case, counted from one.
pub(super) fn number_in(list: &str, word: &str) -> Option<u32> {
    u32::try_from(place_in(list, word)? + 1).ok()
}

/// Words that a sentence often begins with, and others whose capital says nothing about a name.
pub(super) const NO_NAMES: &str = "\
    a about according across after again all almost along also although among an and another any april are around \
    as asked at august be because before both but by chairman chancellor chief col council december despite do dr \
    during each early eight even every february few first five following for four friday from gen general \
    government governor half has have he her here his how however i if in instead is it its january july june just \
    king last late later lt many march may mayor meanwhile minister monday more most mr mrs ms my near nearly \
    neither never next nine no nobody nor not nothing november now october of officials on once one only or other \
    others our out over part people per police president prime prof professor queen saturday secretary senator \
    september seven sgt she since sir six so some soon still such sunday ten than that the their then there these \
    they this those three through thursday to today tuesday two under until up upon was we wednesday were what when \
    where whether which while who why will with within without yes yesterday yet you";

/// Events that two dates or two tellings can be about. Singular; "talks" has no singular.
pub(super) const EVENTS: &str = "\
    accident attack auction blast blaze bombing ceremony collapse collision concert conference congress crash \
    debate demonstration derailment earthquake election eruption explosion festival fire flood funeral hearing \
    inauguration launch march massacre match meeting parade protest raid rally referendum robbery shooting storm \
    strike summit talks tournament trial visit vote wedding";

/// Events at which people meet.
pub(super) const MEETINGS: &str = "conference congress meeting negotiations session summit talks visit";

/// Words that tell one event from another of its kind.
pub(super) const ANOTHER: &str = "\
    annual another each earlier every final first follow following fourth future last later latest new next other \
    previous regular second separate similar subsequent third upcoming weekly yearly";

/// Past tenses that do not end in -ed, as one meets them beside a date.
pub(super) const IRREGULAR_PAST: &str = "\
    beat became began bought broke brought built came caught chose cut did died drew drove fell felt fought found \
    gave got grew had held hit kept knew laid led left lost made met paid put ran reached read rose said sank saw \
    sent set shot shut sold spent spoke stood struck swore taken taught thrown told took understood was went were \
    withdrew won wrote";

/// Past participles after which a date still lies ahead: "was scheduled for", "postponed to".
pub(super) const PLANNED: &str = "\
    announced awaited billed booked called confirmed delayed due earmarked expected extended fixed forecast \
    intended moved planned postponed predicted promised proposed pushed rescheduled scheduled set slated supposed \
    timed";

/// Words of a clause that is not a plain past tense.
pub(super) const NOT_PAST: &str = "\
    am are be being can cannot could due if is may might must ought shall should to unless until when will wo would";

/// Words at which a clause begins.
pub(super) const CLAUSE_STARTS: &str = "\
    although and as because but if or so than that though when whether which while who whom whose";

/// Words for a message and for sending one.
pub(super) const MESSAGES: &str = "\
    answer answered letter message note replied reply responded response sent statement written wrote";

/// Units of time.
pub(super) const UNITS: &str = "day days decade decades hour hours minute minutes month months week weeks year years";

/// Words that say little about what a sentence is about.
pub(super) const EMPTY: &str = "\
    about above according across after again against all almost along already also although always among and \
    another any are around because been before being between both but can could did does during each either every \
    few for from had has have her here him his how however into its just last least less like made make many may \
    might more most much must near nearly new next nor not now number off often once one only other our out over \
    own people per percent said same say says she should since some still such than that the their them then there \
    these they this those through today told too two under until upon very was were what when where whether which \
    while who will with within without would year years yet you";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_unique() {
        for table in
            [NO_NAMES, EVENTS, MEETINGS, ANOTHER, IRREGULAR_PAST, PLANNED, NOT_PAST, CLAUSE_STARTS, MESSAGES, EMPTY]
        {
            let words: Vec<&str> = table.split(' ').collect();
            for (a, b) in words.iter().zip(words.iter().skip(1)) {
                assert!(a < b, "{a} {b}");
            }
            assert!(words.iter().all(|word| is_in(table, word)));
        }
    }

    #[test]
    fn case_does_not_matter() {
        assert!(is_in(EVENTS, "Summit"));
        assert!(!is_in(EVENTS, "summits") && !is_in(EVENTS, ""));
        assert_eq!(number_in(MONTHS, "June"), Some(6));
    }
}
