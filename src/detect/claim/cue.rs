//! The named cues: what in a sentence speaks for checking it, and what against.

/// A named cue. The first eighteen speak for a sentence, the others against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cue {
    /// A number that is not a year.
    Number,
    /// An amount: "millions", "half", "dozens".
    Quantity,
    /// Said of all, of none, of most or of one alone.
    Generality,
    /// A percentage.
    Percentage,
    /// A sum of money.
    Money,
    /// A first, a most, a record.
    Record,
    /// Who won and who lost.
    Outcome,
    /// A comparison.
    Comparison,
    /// A rise, a fall, another change.
    Change,
    /// Cause and effect.
    Cause,
    /// A law, a ruling, a vote, an agreement.
    Law,
    /// A figure that is counted regularly: a rate, a price, an average.
    Statistic,
    /// An accusation, a denial, a confirmation.
    Accusation,
    /// Harm and danger.
    Harm,
    /// A date or the order of events.
    Date,
    /// Evidence: a study, a document, a witness.
    Evidence,
    /// Whose word it is.
    Attribution,
    /// What an authority or a company did or decided.
    OfficialAct,
    /// An opinion.
    Opinion,
    /// Something said to be coming.
    Prediction,
    /// Something wanted or planned.
    Intention,
    /// A question.
    Question,
    /// Somebody speaks of himself.
    FirstPerson,
    /// Nothing definite.
    Vagueness,
}

use Cue::{
    Accusation, Attribution, Cause, Change, Comparison, Date, Evidence, FirstPerson, Generality, Harm, Intention, Law,
    Money, Number, OfficialAct, Opinion, Outcome, Percentage, Prediction, Quantity, Question, Record, Statistic,
    Vagueness,
};

impl Cue {
    /// How many there are.
    pub const COUNT: usize = 24;

    /// All of them, in order.
    pub const ALL: [Self; Self::COUNT] = [
        Number,
        Quantity,
        Generality,
        Percentage,
        Money,
        Record,
        Outcome,
        Comparison,
        Change,
        Cause,
        Law,
        Statistic,
        Accusation,
        Harm,
        Date,
        Evidence,
        Attribution,
        OfficialAct,
        Opinion,
        Prediction,
        Intention,
        Question,
        FirstPerson,
        Vagueness,
    ];

    /// Whether it speaks for checking the sentence.
    #[must_use]
    pub const fn speaks_for(self) -> bool {
        (self as usize) < Opinion as usize
    }

    /// The name in reasons.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Number => "number",
            Quantity => "quantity",
            Generality => "generality",
            Percentage => "percentage",
            Money => "money",
            Record => "record",
            Outcome => "outcome",
            Comparison => "comparison",
            Change => "change",
            Cause => "cause",
            Law => "law",
            Statistic => "statistic",
            Accusation => "accusation",
            Harm => "harm",
            Date => "date",
            Evidence => "evidence",
            Attribution => "attribution",
            OfficialAct => "official-act",
            Opinion => "opinion",
            Prediction => "prediction",
            Intention => "intention",
            Question => "question",
            FirstPerson => "first-person",
            Vagueness => "vagueness",
        }
    }

    /// The cue with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cue| cue.name() == name)
    }

    /// What it says of a passage, to follow "This passage".
    #[must_use]
    pub const fn in_words(self) -> &'static str {
        match self {
            Number => "names a number",
            Quantity => "names an amount",
            Generality => "speaks of all, most, none or one alone",
            Percentage => "names a percentage",
            Money => "names a sum of money",
            Record => "says that something is a first, a most or a record",
            Outcome => "says who won or lost",
            Comparison => "compares",
            Change => "tells of a rise, a fall or another change",
            Cause => "says that one thing brought about another",
            Law => "tells of a law, a ruling, a vote or an agreement",
            Statistic => "names a figure that can be looked up",
            Accusation => "accuses, denies or confirms",
            Harm => "tells of harm or danger",
            Date => "says when, or in which order",
            Evidence => "points to a report, a study, a document or a witness",
            Attribution => "gives somebody's word for it",
            OfficialAct => "tells what an authority or a company did or decided",
            Opinion => "gives an opinion",
            Prediction => "speaks of the future",
            Intention => "speaks of a wish or a plan",
            Question => "asks",
            FirstPerson => "speaks of the speaker",
            Vagueness => "says nothing definite",
        }
    }
}

/// A reason of this name in words, to follow "This passage": "names a number". Nothing for a name no cue has.
#[must_use]
pub fn reason_in_words(name: &str) -> Option<&'static str> {
    Cue::named(name).map(Cue::in_words)
}

/// A set of cues.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct CueSet(u32);

impl CueSet {
    pub(super) fn insert(&mut self, cue: Cue) {
        self.0 |= 1 << cue as u32;
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) fn contains(self, cue: Cue) -> bool {
        self.0 >> cue as u32 & 1 == 1
    }

    pub(super) fn cues(self) -> impl Iterator<Item = Cue> {
        Cue::ALL.into_iter().filter(move |cue| self.contains(*cue))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cue_stands_at_its_own_place_and_has_its_own_name() {
        for (index, cue) in Cue::ALL.into_iter().enumerate() {
            assert_eq!(cue as usize, index);
            assert_eq!(Cue::named(cue.name()), Some(cue));
            assert!(!cue.in_words().is_empty());
        }
        assert_eq!(reason_in_words("number"), Some("names a number"));
        assert_eq!(reason_in_words("astrology"), None);
    }

    #[test]
    fn a_set_gives_back_what_was_put_in() {
        let mut set = CueSet::default();
        assert!(set.is_empty());
        set.insert(Law);
        set.insert(Number);
        assert_eq!(set.cues().collect::<Vec<_>>(), [Number, Law]);
    }
}
