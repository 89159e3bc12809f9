//! Units of time and the parts of the day and the year, with their TIMEX3 codes.

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// "second"
    Second,
    /// "minute"
    Minute,
    /// "hour"
    Hour,
    /// "day"
    Day,
    /// "weekend"
    Weekend,
    /// "week"
    Week,
    /// "month"
    Month,
    /// "quarter"
    Quarter,
    /// "year"
    Year,
    /// "decade"
    Decade,
    /// "century"
    Century,
    /// "millennium"
    Millennium,
}

impl Unit {
    /// The code in a TIMEX3 duration, such as `M` of `P2M`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Second => "S",
            Self::Minute | Self::Month => "M",
            Self::Hour => "H",
            Self::Day => "D",
            Self::Weekend => "WE",
            Self::Week => "W",
            Self::Quarter => "Q",
            Self::Year => "Y",
            Self::Decade => "DE",
            Self::Century => "CE",
            Self::Millennium => "ML",
        }
    }

    /// Whether the unit stands after the `T` of a duration.
    #[must_use]
    pub const fn is_clock(self) -> bool {
        matches!(self, Self::Second | Self::Minute | Self::Hour)
    }

    /// The singular English word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Weekend => "weekend",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
            Self::Millennium => "millennium",
        }
    }
}

macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($variant:ident $code:literal $words:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $(#[doc = concat!("`", $code, "`: ", $words)] $variant,)+
        }

        impl $name {
            /// The code in a TIMEX3 value.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The English word.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $words,)+ }
            }

            /// What `code` stands for.
            #[must_use]
            pub fn of_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

coded! {
    /// A part of the day.
    DayPart {
        Morning "MO" "morning",
        Midday "MI" "midday",
        Afternoon "AF" "afternoon",
        Evening "EV" "evening",
        Night "NI" "night",
        Daytime "DT" "daytime",
    }
}

coded! {
    /// A season.
    Season {
        Spring "SP" "spring",
        Summer "SU" "summer",
        Autumn "FA" "autumn",
        Winter "WI" "winter",
    }
}

coded! {
    /// A reference that has no place on the calendar.
    Reference {
        Past "PAST_REF" "in the past",
        Present "PRESENT_REF" "at present",
        Future "FUTURE_REF" "in the future",
    }
}

coded! {
    /// `mod` of TIMEX3: what part of the value is meant, or how exact it is.
    Modifier {
        Start "START" "early",
        Mid "MID" "middle",
        End "END" "late",
        Approx "APPROX" "about",
        LessThan "LESS_THAN" "less than",
        MoreThan "MORE_THAN" "more than",
        EqualOrLess "EQUAL_OR_LESS" "at most",
        EqualOrMore "EQUAL_OR_MORE" "at least",
    }
}
