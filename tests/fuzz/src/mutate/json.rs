//! JSON changed: fields dropped, doubled, exchanged, given odd values.

use fastrand::Rng;
use serde_json::{Number, Value, json};

/// `input` with one change. What is no JSON becomes some.
pub fn change(input: &[u8], rng: &mut Rng, words: &[String]) -> Vec<u8> {
    let mut whole = serde_json::from_slice(input).unwrap_or_else(|_| json!({ "format": "factmark-annotations" }));
    let count = count(&whole);
    let donor = nth(&mut whole, rng.usize(..count)).map(|node| node.clone());
    if let Some(node) = nth(&mut whole, rng.usize(..count)) {
        alter(node, donor, rng, words);
    }
    serde_json::to_vec(&whole).unwrap_or_default()
}

fn alter(node: &mut Value, donor: Option<Value>, rng: &mut Rng, words: &[String]) {
    match (node, rng.u8(..8)) {
        (Value::Object(fields), 0..=2) if !fields.is_empty() => {
            let key = fields.keys().nth(rng.usize(..fields.len())).cloned().unwrap_or_default();
            if rng.bool() {
                fields.remove(&key);
            } else if let Some(donor) = donor {
                fields.insert(key, donor);
            }
        }
        (Value::Object(fields), 3) => {
            fields.insert(word(rng, words), donor.unwrap_or_default());
        }
        (Value::Array(items), 0..=4) => {
            let at = rng.usize(..=items.len());
            match (rng.u8(..4), items.get(at).cloned()) {
                (0, Some(_)) => drop(items.remove(at)),
                (1, Some(item)) => items.push(item),
                (2, Some(_)) => items.swap(0, at),
                _ => items.insert(at, donor.unwrap_or_default()),
            }
        }
        (Value::Number(number), 0..=5) => {
            let now = number.as_i64().unwrap_or_default();
            let moved = [
                now.wrapping_sub(1),
                now.wrapping_add(1),
                now.wrapping_neg(),
                now.wrapping_mul(2),
                0,
                1 << 32,
                i64::MAX,
            ];
            *number = Number::from(rng.choice(moved).unwrap_or_default());
        }
        (Value::String(text), 0..=5) => *text = changed(text, rng, words),
        (node, 6) => *node = donor.unwrap_or_default(),
        (node, _) => *node = odd(rng, words),
    }
}

fn changed(text: &str, rng: &mut Rng, words: &[String]) -> String {
    match rng.u8(..4) {
        0 => word(rng, words),
        1 => format!("{text}{}", word(rng, words)),
        2 => super::text::change(text, "", rng, words),
        _ => text.chars().rev().collect(),
    }
}

fn odd(rng: &mut Rng, words: &[String]) -> Value {
    match rng.u8(..12) {
        0 => Value::Null,
        1 => Value::Bool(rng.bool()),
        2 => json!(-1),
        3 => json!(u64::MAX),
        4 => json!(1e308),
        5 => json!(0.1),
        6 => json!(""),
        7 => json!([]),
        8 => json!({}),
        9 => json!("2018-06-08"),
        10 => (0..rng.usize(..200)).fold(json!(1), |inner, _| json!([inner])),
        _ => Value::String(word(rng, words)),
    }
}

fn word(rng: &mut Rng, words: &[String]) -> String {
    rng.choice(words).cloned().unwrap_or_default()
}

/// How many values there are in `value`, itself included.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(fields) => fields.values().map(count).sum(),
        _ => 0,
    }
}

/// The value number `wanted` in `value`, itself being number 0.
fn nth(value: &mut Value, wanted: usize) -> Option<&mut Value> {
    let mut left = wanted;
    let mut here = value;
    while left > 0 {
        left -= 1;
        let below: Box<dyn Iterator<Item = &mut Value>> = match here {
            Value::Array(items) => Box::new(items.iter_mut()),
            Value::Object(fields) => Box::new(fields.values_mut()),
            _ => return None,
        };
        let mut next = None;
        for child in below {
            let size = count(child);
            if left < size {
                next = Some(child);
                break;
            }
            left -= size;
        }
        here = next?;
    }
    Some(here)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_value() {
        let mut value = json!({ "a": [1, { "b": "c" }], "d": null });
        assert_eq!(count(&value), 6);
        assert_eq!(nth(&mut value, 4), Some(&mut json!("c")));
        assert_eq!(nth(&mut value, 5), Some(&mut Value::Null));
        assert_eq!(nth(&mut value, 6), None);
    }
}
