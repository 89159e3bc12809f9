//! Reads JSON that others have written, field by field: an error names the field, and what nobody asked for is kept.

use std::fmt::Write as _;

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeOwned, IntoDeserializer};
use serde_json::{Map, Value};

/// Files larger than this are refused before they are read: 20 MB.
pub const LARGEST: u64 = 20_000_000;

/// Why bytes are not the JSON that is expected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JsonError {
    /// Too large to be read.
    #[error("The file has {} MB; the most that is read is {} MB.", .0.div_ceil(1_000_000), LARGEST / 1_000_000)]
    TooLarge(u64),
    /// Not JSON, or cut off.
    #[error("The file is not JSON, or it is cut off: {0}.")]
    Malformed(String),
    /// A field is missing, or holds something else.
    #[error("{0}")]
    Field(#[from] FieldError),
}

/// A field that is missing or holds something else.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("In the field “{path}” of the file: {problem}.")]
pub struct FieldError {
    /// Where it is: `annotations[3].target.start`.
    pub path: String,
    /// What was found, and what is expected there.
    pub problem: String,
}

impl FieldError {
    pub(super) fn new(problem: impl Into<String>) -> Self {
        Self { path: String::new(), problem: problem.into() }
    }

    /// The same error, seen from the object that holds `key`.
    pub(super) fn inside(self, key: &str) -> Self {
        let joint = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        Self { path: format!("{key}{joint}{}", self.path), ..self }
    }
}

/// Parses `bytes`, with or without a byte order mark.
///
/// # Errors
/// Where they are too many, or not JSON; nesting deeper than 128 levels is refused too.
pub(super) fn parse(bytes: &[u8]) -> Result<Value, JsonError> {
    check_size(bytes.len() as u64)?;
    parse_any(bytes)
}

/// The same, of any size: for what the program itself has kept.
pub(super) fn parse_any(bytes: &[u8]) -> Result<Value, JsonError> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    serde_json::from_slice(bytes).map_err(|error| JsonError::Malformed(error.to_string()))
}

/// Whether a file of `bytes` bytes is small enough to be read.
///
/// # Errors
/// Where it is not.
pub fn check_size(bytes: u64) -> Result<(), JsonError> {
    if bytes > LARGEST { Err(JsonError::TooLarge(bytes)) } else { Ok(()) }
}

type Read<T> = Result<T, FieldError>;

/// An object that is being read. What is not asked for is left over.
pub(super) struct Object<'a> {
    map: &'a Map<String, Value>,
    asked: Vec<&'static str>,
    left: Map<String, Value>,
}

impl<'a> Object<'a> {
    /// The object `value`.
    pub fn of(value: &'a Value) -> Read<Self> {
        let map = value.as_object().ok_or_else(|| expected("an object", value))?;
        Ok(Self { map, asked: Vec::with_capacity(map.len()), left: Map::new() })
    }

    /// The field `key`, which must be there.
    pub fn field<T>(&mut self, key: &'static str, read: impl FnOnce(&'a Value) -> Read<T>) -> Read<T> {
        self.asked.push(key);
        let value = self.map.get(key).ok_or_else(|| FieldError::new("it is missing").inside(key))?;
        read(value).map_err(|error| error.inside(key))
    }

    /// The field `key`, which may be missing or null.
    pub fn optional<T>(&mut self, key: &'static str, read: impl FnOnce(&'a Value) -> Read<T>) -> Read<Option<T>> {
        self.asked.push(key);
        match self.map.get(key) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => read(value).map(Some).map_err(|error| error.inside(key)),
        }
    }

    /// The object in the field `key`; its left-overs go with this object's.
    pub fn nested<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Object<'a>) -> Read<T>) -> Read<T> {
        let mut left = Map::new();
        let result = self.field(key, |value| nested(value, &mut left, read))?;
        self.leave(key, left);
        Ok(result)
    }

    /// The object in the field `key`, which may be missing or null.
    pub fn nested_optional<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Object<'a>) -> Read<T>,
    ) -> Read<Option<T>> {
        let mut left = Map::new();
        let result = self.optional(key, |value| nested(value, &mut left, read))?;
        self.leave(key, left);
        Ok(result)
    }

    /// The objects in the array `key`; their left-overs go with this object's, by number.
    pub fn list<T>(&mut self, key: &'static str, mut read: impl FnMut(&mut Object<'a>) -> Read<T>) -> Read<Vec<T>> {
        let mut all = Map::new();
        let mut number = 0;
        let list = self.field(key, |value| {
            each(value, |item| {
                let mut left = Map::new();
                let result = nested(item, &mut left, &mut read)?;
                if !left.is_empty() {
                    all.insert(number.to_string(), Value::Object(left));
                }
                number += 1;
                Ok(result)
            })
        })?;
        self.leave(key, all);
        Ok(list)
    }

    /// Everything that nobody asked for, here and in the objects within.
    pub fn rest(mut self) -> Map<String, Value> {
        let unasked = self.map.iter().filter(|(key, _)| !self.asked.contains(&key.as_str()));
        self.left.extend(unasked.map(|(key, value)| (key.clone(), value.clone())));
        self.left
    }

    fn leave(&mut self, key: &str, left: Map<String, Value>) {
        if !left.is_empty() {
            self.left.insert(key.to_owned(), Value::Object(left));
        }
    }
}

fn nested<'a, T>(
    value: &'a Value,
    left: &mut Map<String, Value>,
    read: impl FnOnce(&mut Object<'a>) -> Read<T>,
) -> Read<T> {
    let mut object = Object::of(value)?;
    let result = read(&mut object)?;
    *left = object.rest();
    Ok(result)
}

/// Each item of an array.
pub(super) fn each<'a, T>(value: &'a Value, mut read: impl FnMut(&'a Value) -> Read<T>) -> Read<Vec<T>> {
    let items = value.as_array().ok_or_else(|| expected("a list", value))?;
    let numbered = items.iter().enumerate();
    numbered.map(|(number, item)| read(item).map_err(|error| error.inside(&format!("[{number}]")))).collect()
}

/// A string.
pub(super) fn text(value: &Value) -> Read<&str> {
    value.as_str().ok_or_else(|| expected("a text", value))
}

/// A string of one's own.
pub(super) fn string(value: &Value) -> Read<String> {
    text(value).map(str::to_owned)
}

/// A whole number that is an offset or a count.
pub(super) fn whole(value: &Value) -> Read<u32> {
    let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
    number.ok_or_else(|| expected("a whole number, not negative", value))
}

/// Any number.
pub(super) fn number(value: &Value) -> Read<f32> {
    #[expect(clippy::cast_possible_truncation, reason = "scores have few digits")]
    value.as_f64().map(|number| number as f32).ok_or_else(|| expected("a number", value))
}

/// True or false.
pub(super) fn flag(value: &Value) -> Read<bool> {
    value.as_bool().ok_or_else(|| expected("true or false", value))
}

/// One of the words of `T`.
pub(super) fn word<T: DeserializeOwned>(value: &Value) -> Read<T> {
    let deserializer: StrDeserializer<'_, serde::de::value::Error> = text(value)?.into_deserializer();
    T::deserialize(deserializer).map_err(|error| FieldError::new(error.to_string()))
}

/// Null, or what `read` reads.
pub(super) fn or_null<'a, T>(read: impl FnOnce(&'a Value) -> Read<T>) -> impl FnOnce(&'a Value) -> Read<Option<T>> {
    move |value| if value.is_null() { Ok(None) } else { read(value).map(Some) }
}

/// `expected` is not what `found` is.
pub(super) fn expected(expected: &str, found: &Value) -> FieldError {
    let mut problem = format!("{expected} is expected there, but found ");
    match found {
        Value::Null => problem.push_str("null"),
        Value::Bool(_) | Value::Number(_) => {
            let _ = write!(problem, "{found}");
        }
        Value::String(text) if text.chars().count() <= 40 => {
            let _ = write!(problem, "the text “{text}”");
        }
        Value::String(_) => problem.push_str("a long text"),
        Value::Array(_) => problem.push_str("a list"),
        Value::Object(_) => problem.push_str("an object"),
    }
    FieldError::new(problem)
}

/// Puts what was left over back into `written`: fields into objects, and by number into the items of lists.
pub(super) fn restore(written: &mut Value, left: &Map<String, Value>) {
    match written {
        Value::Object(fields) => {
            for (key, value) in left {
                match (fields.get_mut(key), value) {
                    (Some(field), Value::Object(left)) => restore(field, left),
                    (Some(_), _) => {}
                    (None, value) => {
                        fields.insert(key.clone(), value.clone());
                    }
                }
            }
        }
        Value::Array(items) => {
            for (number, value) in left {
                let item = number.parse::<usize>().ok().and_then(|number| items.get_mut(number));
                if let (Some(item), Value::Object(left)) = (item, value) {
                    restore(item, left);
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::Verdict;
    use serde_json::json;

    #[test]
    fn an_error_names_the_field() {
        let value = json!({"a": [{"b": {"c": 1}}, {"b": {"c": "x"}}]});
        let mut object = Object::of(&value).unwrap();
        let error = object.list("a", |item| item.nested("b", |b| b.field("c", whole))).unwrap_err();
        assert_eq!(error.path, "a[1].b.c");
        assert!(error.to_string().contains("found the text “x”"), "{error}");
        let error = object.field("missing", text).unwrap_err();
        assert_eq!((error.path.as_str(), error.problem.as_str()), ("missing", "it is missing"));
        let error = word::<Verdict>(&json!("perhaps")).unwrap_err();
        assert!(error.problem.contains("verified"), "{error}");
    }

    #[test]
    fn what_was_left_over_goes_back_to_its_place() {
        let value = json!({"a": [{"b": 1}, {"b": 2, "new": [1]}], "c": {"d": 1, "e": null}, "f": true});
        let mut object = Object::of(&value).unwrap();
        let b = object.list("a", |item| item.field("b", whole)).unwrap();
        let d = object.nested("c", |c| c.field("d", whole)).unwrap();
        let rest = object.rest();
        assert_eq!(Value::Object(rest.clone()), json!({"a": {"1": {"new": [1]}}, "c": {"e": null}, "f": true}));
        let mut written = json!({"a": [{"b": b[0]}, {"b": b[1]}], "c": {"d": d}});
        restore(&mut written, &rest);
        assert_eq!(written, value);
    }

    #[test]
    fn broken_bytes_are_refused() {
        assert!(matches!(parse(b"{\"a\": 1"), Err(JsonError::Malformed(_))));
        assert!(matches!(parse(&[0xff, 0xfe]), Err(JsonError::Malformed(_))));
        let deep = "[".repeat(100_000);
        assert!(matches!(parse(deep.as_bytes()), Err(JsonError::Malformed(_))));
        assert!(matches!(check_size(LARGEST + 1), Err(JsonError::TooLarge(_))));
        assert_eq!(parse("\u{feff}{}".as_bytes()), Ok(json!({})));
    }
}
