//! The named cues: what in a sentence speaks for checking it, and what against.

macro_rules! cues {
    ($($(#[$doc:meta])* $cue:ident = $name:literal, $words:literal;)*) => {
        /// A named cue. The first eighteen speak for a sentence, the others against it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Cue { $($(#[$doc])* $cue,)* }

        impl Cue {
            /// All of them, in order.
            pub const ALL: [Self; Self::COUNT] = [$(Self::$cue),*];

            /// How many there are.
            pub const COUNT: usize = [$($name),*].len();

            /// The name in reasons.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$cue => $name),* }
            }

            /// What it says of a passage, to follow "This passage".
            #[must_use]
            pub const fn in_words(self) -> &'static str {
                match self { $(Self::$cue => $words),* }
            }
        }
    };
}

cues! {
    /// A number that is not a year.
    Number = "number", "names a number";
    /// An amount: "millions", "half", "dozens".
    Quantity = "quantity", "names an amount";
    /// Said of all, of none, of most or of one alone.
    Generality = "generality", "speaks of all, most, none or one alone";
    /// A percentage.
    Percentage = "percentage", "names a percentage";
    /// A sum of money.
    Money = "money", "names a sum of money";
    /// A first, a most, a record.
    Record = "record", "says that something is a first, a most or a record";
    /// Who won and who lost.
    Outcome = "outcome", "says who won or lost";
    /// A comparison.
    Comparison = "comparison", "compares";
    /// A rise, a fall, another change.
    Change = "change", "tells of a rise, a fall or another change";
    /// Cause and effect.
    Cause = "cause", "says that one thing brought about another";
    /// A law, a ruling, a vote, an agreement.
    Law = "law", "tells of a law, a ruling, a vote or an agreement";
    /// A figure that is counted regularly: a rate, a price, an average.
    Statistic = "statistic", "names a figure that can be looked up";
    /// An accusation, a denial, a confirmation.
    Accusation = "accusation", "accuses, denies or confirms";
    /// Harm and danger.
    Harm = "harm", "tells of harm or danger";
    /// A date or the order of events.
    Date = "date", "says when, or in which order";
    /// Evidence: a study, a document, a witness.
    Evidence = "evidence", "points to a report, a study, a document or a witness";
    /// Whose word it is.
    Attribution = "attribution", "gives somebody's word for it";
    /// What an authority or a company did or decided.
    OfficialAct = "official-act", "tells what an authority or a company did or decided";
    /// An opinion.
    Opinion = "opinion", "gives an opinion";
    /// Something said to be coming.
    Prediction = "prediction", "speaks of the future";
    /// Something wanted or planned.
    Intention = "intention", "speaks of a wish or a plan";
    /// A question.
    Question = "question", "asks";
    /// Somebody speaks of himself.
    FirstPerson = "first-person", "speaks of the speaker";
    /// Nothing definite.
    Vagueness = "vagueness", "says nothing definite";
}

impl Cue {
    /// Whether it speaks for checking the sentence.
    #[must_use]
    pub const fn speaks_for(self) -> bool {
        (self as usize) < Self::Opinion as usize
    }

    /// The cue with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cue| cue.name() == name)
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
    /// The set whose bit of each cue is set.
    pub(super) fn from_bits(bits: u32) -> Self {
        Self(bits)
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
        assert_eq!(CueSet::default().cues().count(), 0);
        let set = CueSet::from_bits(1 << Cue::Law as u32 | 1 << Cue::Number as u32);
        assert_eq!(set.cues().collect::<Vec<_>>(), [Cue::Number, Cue::Law]);
    }
}
