//! Reads JSON that others have written, field by field: an error names the field, and what nobody asked for is kept.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::vocabulary::Word;

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
pub(crate) fn parse_any(bytes: &[u8]) -> Result<Value, JsonError> {
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

pub(crate) type Read<T> = Result<T, FieldError>;

/// What stands for a field that is missing.
static NOTHING: Value = Value::Null;

/// An object that is being read, field by field. What is not asked for is left over.
///
/// The first thing that is wrong is kept and told at the end, by [`Object::rest`]; until then something empty stands for
/// whatever could not be read.
pub(crate) struct Object<'a> {
    map: Option<&'a Map<String, Value>>,
    asked: Vec<&'static str>,
    left: Map<String, Value>,
    wrong: Option<FieldError>,
}

impl<'a> Object<'a> {
    /// The object `value`.
    pub fn of(value: &'a Value) -> Self {
        let map = value.as_object();
        let wrong = if map.is_some() { None } else { Some(expected("an object", value)) };
        Self { map, asked: Vec::with_capacity(map.map_or(0, Map::len)), left: Map::new(), wrong }
    }

    /// Something is wrong with the field `key`.
    pub fn wrong(&mut self, key: &str, error: FieldError) {
        self.wrong.get_or_insert_with(|| error.inside(key));
    }

    /// `result`, or what stands for it where something is wrong with the field `key`.
    pub fn checked<T: Default>(&mut self, key: &str, result: Read<T>) -> T {
        result.unwrap_or_else(|error| {
            self.wrong(key, error);
            T::default()
        })
    }

    /// The field `key`, which may be missing or null.
    pub fn optional(&mut self, key: &'static str) -> Option<&'a Value> {
        self.asked.push(key);
        self.map?.get(key).filter(|value| !value.is_null())
    }

    /// The field `key`, which must be there; it may be null.
    pub fn field(&mut self, key: &'static str) -> &'a Value {
        self.asked.push(key);
        self.map.and_then(|map| map.get(key)).unwrap_or_else(|| {
            self.wrong(key, FieldError::new("it is missing"));
            &NOTHING
        })
    }

    /// The text `key`.
    pub fn text(&mut self, key: &'static str) -> &'a str {
        let value = self.field(key);
        self.checked(key, text(value))
    }

    /// The text `key`, which may be missing or null.
    pub fn optional_text(&mut self, key: &'static str) -> Option<&'a str> {
        let value = self.optional(key)?;
        Some(self.checked(key, text(value)))
    }

    /// The text `key`, a string of one's own.
    pub fn string(&mut self, key: &'static str) -> String {
        self.text(key).to_owned()
    }

    /// The text `key`, which may be missing or null, a string of one's own.
    pub fn optional_string(&mut self, key: &'static str) -> Option<String> {
        self.optional_text(key).map(str::to_owned)
    }

    /// The text `key`, which may be null but not missing.
    pub fn text_or_null(&mut self, key: &'static str) -> Option<&'a str> {
        match self.field(key) {
            Value::Null => None,
            value => Some(self.checked(key, text(value))),
        }
    }

    /// The whole number `key`.
    pub fn whole(&mut self, key: &'static str) -> u32 {
        let value = self.field(key);
        self.checked(key, whole(value))
    }

    /// The whole number `key`, which may be missing or null.
    pub fn optional_whole(&mut self, key: &'static str) -> Option<u32> {
        let value = self.optional(key)?;
        Some(self.checked(key, whole(value)))
    }

    /// The number `key`.
    pub fn number(&mut self, key: &'static str) -> f32 {
        let value = self.field(key);
        self.checked(key, number(value))
    }

    /// The number `key`, which may be null but not missing.
    pub fn number_or_null(&mut self, key: &'static str) -> Option<f32> {
        match self.field(key) {
            Value::Null => None,
            value => Some(self.checked(key, number(value))),
        }
    }

    /// The field `key`, true or false.
    pub fn flag(&mut self, key: &'static str) -> bool {
        let value = self.field(key);
        let flag = value.as_bool().ok_or_else(|| expected("true or false", value));
        self.checked(key, flag)
    }

    /// The field `key`, one of the words for `T`.
    pub fn word<T: Word>(&mut self, key: &'static str) -> T {
        T::read(self.field(key)).unwrap_or_else(|error| {
            self.wrong(key, error);
            T::FIRST
        })
    }

    /// The list of words `key`.
    pub fn words<T: Word>(&mut self, key: &'static str) -> Vec<T> {
        let value = self.field(key);
        self.checked(key, each(value, T::read))
    }

    /// The list of texts `key`.
    pub fn strings(&mut self, key: &'static str) -> Vec<String> {
        let value = self.field(key);
        self.checked(key, each(value, |value| text(value).map(str::to_owned)))
    }

    /// The object in the field `key`; its left-overs go with this object's.
    pub fn nested<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Object<'a>) -> T) -> T {
        let mut object = Object::of(self.field(key));
        let result = read(&mut object);
        self.close(key, object);
        result
    }

    /// The object in the field `key`, which may be missing or null.
    pub fn nested_optional<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Object<'a>) -> T) -> Option<T> {
        let mut object = Object::of(self.optional(key)?);
        let result = read(&mut object);
        self.close(key, object);
        Some(result)
    }

    /// The objects in the array `key`; their left-overs go with this object's, by number.
    pub fn list<T>(&mut self, key: &'static str, mut read: impl FnMut(&mut Object<'a>) -> T) -> Vec<T> {
        let mut list = Vec::new();
        self.each_object(key, &mut |object| list.push(read(object)));
        list
    }

    fn each_object(&mut self, key: &'static str, read: &mut dyn FnMut(&mut Object<'a>)) {
        let value = self.field(key);
        let items = self.checked(key, items(value));
        let mut all = Object { map: None, asked: Vec::new(), left: Map::new(), wrong: None };
        for (number, item) in items.iter().enumerate() {
            let mut object = Object::of(item);
            read(&mut object);
            match object.rest() {
                Ok(left) if left.is_empty() => {}
                Ok(left) => {
                    all.left.insert(number.to_string(), Value::Object(left));
                }
                Err(error) => {
                    all.wrong(&place(number), error);
                    break;
                }
            }
        }
        self.close(key, all);
    }

    /// Everything that nobody asked for, here and in the objects within.
    ///
    /// # Errors
    /// What was wrong first.
    pub fn rest(mut self) -> Read<Map<String, Value>> {
        if let Some(wrong) = self.wrong {
            return Err(wrong);
        }
        let unasked = self.map.into_iter().flatten().filter(|(key, _)| !self.asked.contains(&key.as_str()));
        self.left.extend(unasked.map(|(key, value)| (key.clone(), value.clone())));
        Ok(self.left)
    }

    /// The object in the field `key` has been read.
    fn close(&mut self, key: &str, object: Object<'a>) {
        match object.rest() {
            Ok(left) if left.is_empty() => {}
            Ok(left) => {
                self.left.insert(key.to_owned(), Value::Object(left));
            }
            Err(error) => self.wrong(key, error),
        }
    }
}

/// Each item of an array.
pub(super) fn each<'a, T>(value: &'a Value, mut read: impl FnMut(&'a Value) -> Read<T>) -> Read<Vec<T>> {
    let mut all = Vec::new();
    each_item(value, &mut |item| {
        all.push(read(item)?);
        Ok(())
    })?;
    Ok(all)
}

fn each_item<'a>(value: &'a Value, read: &mut dyn FnMut(&'a Value) -> Read<()>) -> Read<()> {
    for (number, item) in items(value)?.iter().enumerate() {
        read(item).map_err(|error| error.inside(&place(number)))?;
    }
    Ok(())
}

/// The items of an array.
pub(super) fn items(value: &Value) -> Read<&[Value]> {
    value.as_array().map(Vec::as_slice).ok_or_else(|| expected("a list", value))
}

fn place(number: usize) -> String {
    format!("[{number}]")
}

/// A string.
pub(super) fn text(value: &Value) -> Read<&str> {
    value.as_str().ok_or_else(|| expected("a text", value))
}

/// A whole number that is an offset or a count.
pub(super) fn whole(value: &Value) -> Read<u32> {
    let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
    number.ok_or_else(|| expected("a whole number, not negative", value))
}

fn number(value: &Value) -> Read<f32> {
    #[expect(clippy::cast_possible_truncation, reason = "scores have few digits")]
    value.as_f64().map(|number| number as f32).ok_or_else(|| expected("a number", value))
}

/// `expected` is not what `found` is.
pub(super) fn expected(expected: &str, found: &Value) -> FieldError {
    let mut problem = format!("{expected} is expected there, but found ");
    match found {
        Value::Null => problem.push_str("null"),
        Value::Bool(flag) => problem.push_str(if *flag { "true" } else { "false" }),
        Value::Number(number) => {
            let _ = write!(problem, "{number}");
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

/// Puts what was left over back into `written`: fields into objects, and by number into the items of lists. `known` is
/// the same with every field that could be there; none of these is taken from what was left over.
pub(super) fn restore(written: &mut Value, left: &Map<String, Value>, known: &Value) {
    match written {
        Value::Object(fields) => {
            for (key, value) in left {
                match (fields.get_mut(key), known.get(key)) {
                    (Some(field), known) => {
                        if let Value::Object(left) = value {
                            restore(field, left, known.unwrap_or(&NOTHING));
                        }
                    }
                    (None, Some(_)) => {}
                    (None, None) => {
                        fields.insert(key.clone(), value.clone());
                    }
                }
            }
        }
        Value::Array(items) => {
            for (number, value) in left {
                let Ok(number) = number.parse::<usize>() else { continue };
                if let (Some(item), Value::Object(left)) = (items.get_mut(number), value) {
                    restore(item, left, known.get(number).unwrap_or(&NOTHING));
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
        let mut object = Object::of(&value);
        object.list("a", |item| item.nested("b", |b| b.whole("c")));
        object.text("missing");
        let error = object.rest().unwrap_err();
        assert_eq!(error.path, "a[1].b.c");
        assert!(error.to_string().contains("found the text “x”"), "{error}");
        let mut object = Object::of(&value);
        assert_eq!(object.text("missing"), "");
        let error = object.rest().unwrap_err();
        assert_eq!((error.path.as_str(), error.problem.as_str()), ("missing", "it is missing"));
        let value = json!({"verdict": "perhaps"});
        let mut object = Object::of(&value);
        object.word::<Verdict>("verdict");
        let error = object.rest().unwrap_err();
        assert!(error.problem.contains("verified"), "{error}");
    }

    #[test]
    fn what_was_left_over_goes_back_to_its_place() {
        let value = json!({"a": [{"b": 1}, {"b": 2, "new": [1]}], "c": {"d": 1, "e": null}, "f": true});
        let mut object = Object::of(&value);
        let b = object.list("a", |item| item.whole("b"));
        let d = object.nested("c", |c| c.whole("d"));
        let rest = object.rest().unwrap();
        assert_eq!(Value::Object(rest.clone()), json!({"a": {"1": {"new": [1]}}, "c": {"e": null}, "f": true}));
        let mut written = json!({"a": [{"b": b[0]}, {"b": b[1]}], "c": {"d": d}});
        let known = written.clone();
        restore(&mut written, &rest, &known);
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
