//! What a claim is about, told by its cues.

use super::{ClaimType, Cue};

/// The types of a claim with these cues, the most telling first; never empty.
pub(super) fn types(counts: &[u8; Cue::COUNT]) -> Vec<ClaimType> {
    let seen = |cue: Cue| counts.get(cue as usize).is_some_and(|count| *count > 0);
    let any = |cues: &[Cue]| cues.iter().any(|cue| seen(*cue));
    let rules: [(ClaimType, bool); 7] = [
        (ClaimType::Prediction, seen(Cue::Prediction)),
        (ClaimType::Quantity, any(&[Cue::Number, Cue::Percentage, Cue::Money])),
        (ClaimType::Record, any(&[Cue::Record, Cue::Outcome])),
        (ClaimType::Cause, seen(Cue::Cause)),
        (ClaimType::Law, seen(Cue::Law)),
        (ClaimType::Accusation, seen(Cue::Accusation)),
        (ClaimType::Event, any(&[Cue::Harm, Cue::OfficialAct, Cue::Change])),
    ];
    let mut types: Vec<ClaimType> = rules.into_iter().filter(|(_, fits)| *fits).map(|(kind, _)| kind).collect();
    if types.is_empty() {
        types.push(ClaimType::Other);
    }
    types
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_has_a_type_for_each_of_its_cues_and_never_none() {
        let mut counts = [0; Cue::COUNT];
        assert_eq!(types(&counts), [ClaimType::Other]);
        counts[Cue::Percentage as usize] = 1;
        counts[Cue::Law as usize] = 2;
        assert_eq!(types(&counts), [ClaimType::Quantity, ClaimType::Law]);
    }
}
