//! What an article tells of one thing in several places, two tellings at a time.

use crate::annotation::Lead;

/// The places of `keys` that have one key, for each key, in the order of their first places.
pub(super) fn alike(keys: &[&str]) -> Vec<Vec<usize>> {
    let mut order: Vec<(&str, usize)> = keys.iter().copied().zip(0..).collect();
    order.sort_unstable();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut last = None;
    for (key, place) in order {
        match groups.last_mut().filter(|_| last == Some(key)) {
            Some(group) => group.push(place),
            None => groups.push(vec![place]),
        }
        last = Some(key);
    }
    groups.sort_unstable();
    groups
}

/// For each key the first question that two of its first `most` places raise.
pub(super) fn ask(keys: &[&str], most: usize, question: &dyn Fn(usize, usize) -> Option<Lead>, leads: &mut Vec<Lead>) {
    for group in alike(keys) {
        leads.extend(first(group.get(..most).unwrap_or(&group), question));
    }
}

fn first(places: &[usize], question: &dyn Fn(usize, usize) -> Option<Lead>) -> Option<Lead> {
    for (index, one) in places.iter().enumerate() {
        for other in places.iter().skip(index + 1) {
            let lead = question(*one, *other);
            if lead.is_some() {
                return lead;
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_with_one_key_come_together() {
        assert_eq!(alike(&["b", "a", "b", "c", "a"]), [vec![0, 2], vec![1, 4], vec![3]]);
    }
}
