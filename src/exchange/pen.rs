//! Writes JSON, value by value, without a copy of it in between.

use serde::Serialize;
use serde_json::{Map, Value};

use super::json::restore;
use super::vocabulary::Word;

/// Writes a value: of an object its fields, each a key and then its value; of a list its items.
pub(crate) struct Pen {
    out: Vec<u8>,
    /// Blanks that a level is indented by; nothing where all stands on one line.
    indent: Option<usize>,
    /// Objects and lists that are open.
    depth: usize,
    /// Something stands in the innermost of them already.
    follows: bool,
    /// A field that is left out is written as null.
    shows_gaps: bool,
}

impl Pen {
    /// What `write` writes, on one line.
    pub fn on_one_line(write: impl FnOnce(&mut Self)) -> Vec<u8> {
        Self::written(None, write)
    }

    /// The same as text.
    pub fn line(write: impl FnOnce(&mut Self)) -> String {
        String::from_utf8(Self::on_one_line(write)).unwrap_or_default()
    }

    /// Items of a list that `write` writes, where others stand before them if it `goes_on`.
    pub fn stretch(goes_on: bool, write: impl FnOnce(&mut Self)) -> String {
        Self::line(|pen| {
            pen.follows = goes_on;
            write(pen);
        })
    }

    /// What `write` writes, each level indented by `indent` blanks; on one line where that is nothing.
    pub fn written(indent: Option<usize>, write: impl FnOnce(&mut Self)) -> Vec<u8> {
        let mut pen = Self { out: Vec::new(), indent, depth: 0, follows: false, shows_gaps: false };
        write(&mut pen);
        pen.out
    }

    /// An object with the fields that `write` writes.
    pub fn object(&mut self, write: impl FnOnce(&mut Self)) {
        self.open(b'{');
        write(self);
        self.close(b'}');
    }

    /// A list of the items that `write` writes, each after [`Pen::item`].
    pub fn items(&mut self, write: impl FnOnce(&mut Self)) {
        self.open(b'[');
        write(self);
        self.close(b']');
    }

    /// An item of a list, which comes next.
    pub fn item(&mut self) -> &mut Self {
        self.next();
        self
    }

    /// A list, of which `write` writes each item.
    pub fn list<T>(&mut self, items: impl IntoIterator<Item = T>, mut write: impl FnMut(&mut Self, T)) {
        self.items(|pen| items.into_iter().for_each(|item| write(pen.item(), item)));
    }

    /// The key of a field, whose value comes next.
    pub fn key(&mut self, key: &str) -> &mut Self {
        self.next();
        self.text(key);
        self.out.push(b':');
        if self.indent.is_some() {
            self.out.push(b' ');
        }
        self
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        self.scalar(text);
    }

    /// A text, or null.
    pub fn text_or_null(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.null(),
        }
    }

    /// A field that is left out where it has no value, which `write` writes.
    pub fn if_any<T>(&mut self, key: &str, value: Option<T>, write: impl FnOnce(&mut Self, T)) {
        match value {
            Some(value) => write(self.key(key), value),
            None if self.shows_gaps => self.key(key).null(),
            None => {}
        }
    }

    /// A field that is left out where it has no text.
    pub fn text_if_any(&mut self, key: &str, text: Option<&str>) {
        self.if_any(key, text, Self::text);
    }

    /// A list of texts.
    pub fn texts<T: AsRef<str>>(&mut self, texts: &[T]) {
        self.list(texts, |pen, text| pen.text(text.as_ref()));
    }

    /// The word for one of a few.
    pub fn word(&mut self, one: impl Word) {
        self.text(one.word());
    }

    /// A whole number.
    pub fn whole(&mut self, number: impl Into<i64>) {
        self.scalar::<i64>(&number.into());
    }

    /// A whole number, or null.
    pub fn whole_or_null(&mut self, number: Option<u32>) {
        match number {
            Some(number) => self.whole(number),
            None => self.null(),
        }
    }

    /// A place in a list, or a count.
    pub fn count(&mut self, count: usize) {
        self.whole(i64::try_from(count).unwrap_or(i64::MAX));
    }

    /// A number; JSON knows no infinities: 0 stands for what is none.
    pub fn number(&mut self, number: f32) {
        self.scalar(&if number.is_finite() { number } else { 0.0 });
    }

    /// True or false.
    pub fn flag(&mut self, flag: bool) {
        self.out.extend_from_slice(if flag { b"true" } else { b"false" });
    }

    /// Null.
    pub fn null(&mut self) {
        self.out.extend_from_slice(b"null");
    }

    /// Any value.
    pub fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.null(),
            Value::Bool(flag) => self.flag(*flag),
            Value::Number(number) => self.scalar(number),
            Value::String(text) => self.text(text),
            Value::Array(items) => self.list(items, Self::value),
            Value::Object(fields) => self.object(|pen| {
                for (key, value) in fields {
                    pen.key(key).value(value);
                }
            }),
        }
    }

    /// How many bytes are written.
    pub fn written_so_far(&self) -> usize {
        self.out.len()
    }

    /// What `write` writes, with the fields in `extra` put back to their places in it. What `write` leaves out stays out: a
    /// field of that name would be read as its own.
    pub fn with_extra(&mut self, extra: &Map<String, Value>, write: &dyn Fn(&mut Self)) {
        if extra.is_empty() {
            return write(self);
        }
        // By way of text, because a value made at once would turn 0.81 into 0.8100000023841858.
        let written_once = |shows_gaps| {
            let bytes = Self::on_one_line(|pen| {
                pen.shows_gaps = shows_gaps;
                write(pen);
            });
            serde_json::from_slice::<Value>(&bytes).unwrap_or_default()
        };
        let mut written = written_once(false);
        restore(&mut written, extra, &written_once(true));
        self.value(&written);
    }

    /// A vector takes whatever is written, and neither texts nor numbers can fail.
    fn scalar<T: Serialize + ?Sized>(&mut self, scalar: &T) {
        let _ = serde_json::to_writer(&mut self.out, scalar);
    }

    fn open(&mut self, bracket: u8) {
        self.out.push(bracket);
        self.depth += 1;
        self.follows = false;
    }

    fn close(&mut self, bracket: u8) {
        self.depth -= 1;
        if self.follows {
            self.new_line();
        }
        self.out.push(bracket);
        self.follows = true;
    }

    fn next(&mut self) {
        if self.follows {
            self.out.push(b',');
        }
        self.new_line();
        self.follows = true;
    }

    fn new_line(&mut self) {
        if let Some(indent) = self.indent {
            self.out.push(b'\n');
            self.out.resize(self.out.len() + indent * self.depth, b' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn writes_what_is_read_back() {
        let value = json!({"a": [1, -2.5, "“x”\n", null, true, [], {}], "b": {"c": [{"d": 1e300}]}, "": false});
        let one_line = Pen::on_one_line(|pen| pen.value(&value));
        assert_eq!(String::from_utf8(one_line).unwrap(), value.to_string());
        let indented = Pen::written(Some(2), |pen| pen.value(&value));
        assert_eq!(String::from_utf8(indented).unwrap(), format!("{value:#}"));
    }

    #[test]
    fn numbers_keep_their_digits() {
        let written = Pen::on_one_line(|pen| pen.list([0.81, f32::NAN, f32::INFINITY, 1.0], Pen::number));
        assert_eq!(written, b"[0.81,0.0,0.0,1.0]");
    }

    #[test]
    fn puts_back_what_was_left_over() {
        let extra = json!({"a": {"new": 1}, "b": 2});
        let written = Pen::written(Some(1), |pen| {
            pen.with_extra(extra.as_object().unwrap(), &|pen| {
                pen.object(|pen| pen.key("a").object(|pen| pen.key("old").number(0.1)));
            });
        });
        assert_eq!(written, b"{\n \"a\": {\n  \"old\": 0.1,\n  \"new\": 1\n },\n \"b\": 2\n}");
    }

    #[test]
    fn what_was_left_over_fills_no_gap() {
        let extra = json!({"a": {"gone": {"new": 1}, "newer": 2}, "gone": 3});
        let written = Pen::line(|pen| {
            pen.with_extra(extra.as_object().unwrap(), &|pen| {
                pen.object(|pen| {
                    pen.key("a").object(|pen| pen.text_if_any("gone", None));
                    pen.text_if_any("gone", None);
                });
            });
        });
        assert_eq!(written, r#"{"a":{"newer":2}}"#);
    }
}
