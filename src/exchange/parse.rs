//! Parses JSON. By hand, because a parser that knows every type of value takes several times the room and a table of the
//! powers of ten.

use serde_json::{Map, Number, Value};

/// Lists and objects within each other, at most.
const DEEPEST: usize = 127;

/// The value that `bytes` are.
///
/// # Errors
/// What is wrong, and where.
pub(super) fn value(bytes: &[u8]) -> Result<Value, String> {
    let text =
        std::str::from_utf8(bytes).map_err(|error| format!("it is no UTF-8 from byte {}", error.valid_up_to()))?;
    let mut parser = Parser { text, at: 0, depth: 0 };
    let parsed = parser.value().and_then(|value| {
        parser.next();
        if parser.rest().is_empty() { Ok(value) } else { Err("nothing more") }
    });
    let missing = match parsed {
        Ok(value) => return Ok(value),
        Err(missing) => missing,
    };
    let (mut line, mut column) = (1, 1);
    for character in text.get(..parser.at).unwrap_or(text).chars() {
        (line, column) = if character == '\n' { (line + 1, 1) } else { (line, column + 1) };
    }
    Err(format!("{missing} is expected in line {line}, column {column}"))
}

/// A value, or what is expected where something else stands.
type Parsed<T> = Result<T, &'static str>;

struct Parser<'a> {
    text: &'a str,
    at: usize,
    /// Lists and objects that are open.
    depth: usize,
}

impl Parser<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The byte that comes here; 0 at the end.
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or_default()
    }

    /// The next byte that is no white space.
    fn next(&mut self) -> u8 {
        while matches!(self.peek(), b' ' | b'\n' | b'\r' | b'\t') {
            self.at += 1;
        }
        self.peek()
    }

    /// Goes past `byte` if it comes here.
    fn takes(&mut self, byte: u8) -> bool {
        let is_here = self.peek() == byte;
        self.at += usize::from(is_here);
        is_here
    }

    fn value(&mut self) -> Parsed<Value> {
        match self.next() {
            b'{' => {
                let mut fields = Map::new();
                self.each(b'}', &mut |parser| {
                    let key = parser.string()?;
                    parser.next();
                    if !parser.takes(b':') {
                        return Err("a colon");
                    }
                    let value = parser.value()?;
                    fields.insert(key, value);
                    Ok(())
                })?;
                Ok(Value::Object(fields))
            }
            b'[' => {
                let mut items = Vec::new();
                self.each(b']', &mut |parser| {
                    items.push(parser.value()?);
                    Ok(())
                })?;
                Ok(Value::Array(items))
            }
            b'"' => self.string().map(Value::String),
            b'-' | b'0'..=b'9' => self.number().map(Value::Number),
            _ => {
                let words = [("null", Value::Null), ("true", Value::Bool(true)), ("false", Value::Bool(false))];
                let (word, value) =
                    words.into_iter().find(|(word, _)| self.rest().starts_with(word)).ok_or("a value")?;
                self.at += word.len();
                Ok(value)
            }
        }
    }

    /// Has `read` read everything up to the bracket `end`.
    fn each(&mut self, end: u8, read: &mut dyn FnMut(&mut Self) -> Parsed<()>) -> Parsed<()> {
        self.at += 1;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err("an end of so many brackets");
        }
        let mut is_first = true;
        loop {
            self.next();
            if is_first && self.takes(end) {
                break;
            }
            is_first = false;
            self.next();
            read(self)?;
            self.next();
            if self.takes(end) {
                break;
            }
            if !self.takes(b',') {
                return Err("a comma or a closing bracket");
            }
        }
        self.depth -= 1;
        Ok(())
    }

    fn string(&mut self) -> Parsed<String> {
        if !self.takes(b'"') {
            return Err("a key in quotation marks");
        }
        let mut string = String::new();
        loop {
            let rest = self.rest();
            let plain = rest.bytes().take_while(|byte| *byte >= b' ' && !matches!(byte, b'"' | b'\\')).count();
            string.push_str(rest.get(..plain).unwrap_or_default());
            self.at += plain;
            if self.takes(b'"') {
                return Ok(string);
            }
            if !self.takes(b'\\') {
                return Err("the end of a text");
            }
            string.push(self.escaped().ok_or("the code of a character")?);
        }
    }

    /// The character that is meant after a backslash.
    fn escaped(&mut self) -> Option<char> {
        let code = self.peek();
        self.at += 1;
        Some(match code {
            b'"' | b'\\' | b'/' => char::from(code),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.unit()?;
                let is_half = (0xd800..0xdc00).contains(&unit);
                if is_half && self.takes(b'\\') && self.takes(b'u') {
                    let second = self.unit().filter(|second| (0xdc00..0xe000).contains(second))?;
                    char::from_u32(0x10000 + ((unit - 0xd800) << 10) + (second - 0xdc00))?
                } else {
                    char::from_u32(unit)?
                }
            }
            _ => return None,
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        (0..4).try_fold(0, |unit, _| {
            let digit = char::from(self.peek()).to_digit(16)?;
            self.at += 1;
            Some(16 * unit + digit)
        })
    }

    fn number(&mut self) -> Parsed<Number> {
        let mut number = Decimal { negative: self.takes(b'-'), ..Decimal::default() };
        let zero = self.peek() == b'0';
        let whole = self.digits(|digit| number.push(digit, 1))?;
        if zero && whole > 1 {
            return Err("no zero");
        }
        let mut is_whole = !number.full;
        if self.takes(b'.') {
            is_whole = false;
            self.digits(|digit| number.push(digit, 0))?;
        }
        if self.takes(b'e') || self.takes(b'E') {
            is_whole = false;
            let negative = self.takes(b'-');
            if !negative {
                self.takes(b'+');
            }
            let mut exponent = 0_i32;
            self.digits(|digit| exponent = exponent.saturating_mul(10).saturating_add(i32::from(digit)))?;
            number.exponent = number.exponent.saturating_add(if negative { -exponent } else { exponent });
        }
        let whole = if is_whole { number.whole() } else { None };
        whole.or_else(|| Number::from_f64(number.value())).ok_or("a smaller number")
    }

    /// Gives each digit to `take`; there must be one. How many there were.
    fn digits(&mut self, mut take: impl FnMut(u8)) -> Parsed<usize> {
        let start = self.at;
        while self.peek().is_ascii_digit() {
            take(self.peek() - b'0');
            self.at += 1;
        }
        if self.at == start { Err("a digit") } else { Ok(self.at - start) }
    }
}

/// A number as it is written.
#[derive(Default)]
struct Decimal {
    negative: bool,
    digits: u64,
    exponent: i32,
    /// There is no room for more digits.
    full: bool,
}

impl Decimal {
    /// Takes a digit, which stands before the point or after it.
    fn push(&mut self, digit: u8, before: i32) {
        let with = self.digits.checked_mul(10).and_then(|digits| digits.checked_add(u64::from(digit)));
        if let Some(with) = with.filter(|_| !self.full) {
            self.digits = with;
            self.exponent -= 1 - before;
        } else {
            self.full = true;
            self.exponent += before;
        }
    }

    /// A whole number, where it is small enough; -0 is none.
    fn whole(&self) -> Option<Number> {
        if self.negative {
            0_i64.checked_sub_unsigned(self.digits).filter(|number| *number != 0).map(Number::from)
        } else {
            Some(self.digits.into())
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "as exact as such a number can be")]
    fn value(&self) -> f64 {
        let mut value = self.digits as f64;
        let mut left = if self.digits == 0 { 0 } else { self.exponent.unsigned_abs() };
        while left > 0 && value != 0.0 && value.is_finite() {
            let step = left.min(300);
            if self.exponent < 0 {
                value /= power_of_ten(step);
            } else {
                value *= power_of_ten(step);
            }
            left -= step;
        }
        if self.negative { -value } else { value }
    }
}

/// Exact up to 22, and the nearest there is up to 44.
fn power_of_ten(exponent: u32) -> f64 {
    let small = (0..exponent % 22).fold(1.0, |power, _| power * 10.0);
    (0..exponent / 22).fold(small, |power, _| power * 1e22)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn other(text: &str) -> Option<Value> {
        serde_json::from_str(text).ok()
    }

    #[test]
    fn every_kind_of_value() {
        for text in [
            r#" {"a": [1, -2, 0.81, 1e3, true, false, null], "b": {"c": "d"}, "a": "again", "e": [], "f": {}} "#,
            r#""\u00e9\ud83d\ude00\n\t\"\\\/\b\f\r é 😀""#,
            "[18446744073709551615, 18446744073709551616, -9223372036854775808, -9223372036854775809, -0, 0]",
            "[0.1, 1.0, 1E+2, 1e-30, 123456789012345678901234567890.5, 0e999, 5e-324, 1.7976931348623157e308]",
        ] {
            assert!(other(text).is_some());
            assert_eq!(value(text.as_bytes()).ok(), other(text), "{text}");
        }
    }

    #[test]
    fn what_is_no_json() {
        for text in [
            "",
            " ",
            "{",
            "[",
            "[1",
            "[1,",
            "[1,]",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{a:1}",
            "{,}",
            "[,]",
            "01",
            "-",
            "1.",
            ".1",
            "1e",
            "1e+",
            "+1",
            "nul",
            "tru",
            "[1 2]",
            "1 2",
            "\"",
            "\"\\",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\u+123\"",
            "\"\\ud800\"",
            "\"\\ud800\\u0041\"",
            "\"\\udc00\"",
            "\"\n\"",
            "1e999",
            "'a'",
            "\u{0}",
            "[\u{0}]",
            "1\u{0}",
        ] {
            assert_eq!(other(text), None, "{text}");
            assert!(value(text.as_bytes()).is_err(), "{text}");
        }
        assert!(value(b"\"\xff\"").is_err());
        assert!(value("[".repeat(128).as_bytes()).is_err());
        let deep = "[".repeat(127) + &"]".repeat(127);
        assert_eq!(value(deep.as_bytes()).ok(), other(&deep));
    }

    #[test]
    fn an_error_says_where() {
        let error = value("{\n  \"é\": x".as_bytes()).unwrap_err();
        assert_eq!(error, "a value is expected in line 2, column 8");
        assert_eq!(value(b"[1, \xff]").unwrap_err(), "it is no UTF-8 from byte 4");
    }

    proptest! {
        #[test]
        fn numbers_are_read_as_another_reads_them(number: f64, few in -1_000_000_i64..1_000_000, places in 0_i32..9) {
            prop_assume!(number.is_finite());
            let short = format!("{few}e-{places}");
            prop_assert_eq!(value(short.as_bytes()).ok(), other(&short));
            let read = value(format!("{number:?}").as_bytes()).unwrap().as_f64().unwrap();
            prop_assert!((read - number).abs() <= number.abs() * 1e-14, "{} {}", read, number);
        }

        #[test]
        fn what_another_writes_is_read(texts in prop::collection::vec(any::<String>(), 0..5), junk: Vec<u8>) {
            let written = serde_json::to_vec(&texts).unwrap();
            prop_assert_eq!(value(&written).ok(), serde_json::from_slice(&written).ok());
            prop_assert_eq!(value(&junk).is_ok(), serde_json::from_slice::<Value>(&junk).is_ok());
        }
    }
}
