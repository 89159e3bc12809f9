//! Reads JSON (RFC 8259) into values: only what it takes, at a third of the size of a reader for every type.

use serde_json::{Map, Number, Value};

/// How deep objects and lists may be nested.
const DEEPEST: usize = 128;

/// The value that `text` is; where it is none, the offset in bytes at which that shows.
pub(super) fn value_of(text: &str) -> Result<Value, usize> {
    let mut parser = Parser { text, at: 0, depth: 0 };
    let value = parser.value();
    parser.blank();
    value.filter(|_| parser.at == text.len()).ok_or(parser.at)
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn value(&mut self) -> Option<Value> {
        self.blank();
        match self.peek()? {
            b'{' => self.inside(Self::object),
            b'[' => self.inside(Self::list),
            b'"' => self.string().map(Value::String),
            b'n' => self.take("null").then_some(Value::Null),
            b't' => self.take("true").then_some(Value::Bool(true)),
            b'f' => self.take("false").then_some(Value::Bool(false)),
            _ => self.number().map(Value::Number),
        }
    }

    fn inside(&mut self, read: fn(&mut Self) -> Option<Value>) -> Option<Value> {
        if self.depth == DEEPEST {
            return None;
        }
        self.at += 1;
        self.depth += 1;
        let value = read(self)?;
        self.depth -= 1;
        Some(value)
    }

    fn list(&mut self) -> Option<Value> {
        let mut items = Vec::new();
        while !self.closes("]", items.is_empty())? {
            items.push(self.value()?);
        }
        Some(Value::Array(items))
    }

    fn object(&mut self) -> Option<Value> {
        let mut fields = Map::new();
        while !self.closes("}", fields.is_empty())? {
            self.blank();
            let key = self.string()?;
            self.blank();
            self.take(":").then_some(())?;
            let value = self.value()?;
            fields.insert(key, value);
        }
        Some(Value::Object(fields))
    }

    /// Whether the list or object is at its end; if not, a comma stands before every item but the first.
    fn closes(&mut self, bracket: &str, first: bool) -> Option<bool> {
        self.blank();
        if self.take(bracket) {
            return Some(true);
        }
        (first || self.take(",")).then_some(false)
    }

    fn string(&mut self) -> Option<String> {
        self.take("\"").then_some(())?;
        let mut string = String::new();
        loop {
            let rest = self.text.get(self.at..)?;
            let plain = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f))?;
            string.push_str(rest.get(..plain)?);
            self.at += plain;
            match self.peek()? {
                b'"' => {
                    self.at += 1;
                    return Some(string);
                }
                b'\\' => string.push(self.escaped()?),
                _ => return None,
            }
        }
    }

    /// The character after a backslash.
    fn escaped(&mut self) -> Option<char> {
        self.at += 1;
        let sign = self.peek()?;
        self.at += 1;
        Some(match sign {
            b'"' | b'\\' | b'/' => char::from(sign),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.unit()?;
                if !(0xd800..0xdc00).contains(&unit) {
                    return char::from_u32(unit);
                }
                // A character in two halves.
                let low = self.take("\\u").then(|| self.unit())??.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
                return char::from_u32(0x10000 + ((unit - 0xd800) << 10) + low);
            }
            _ => return None,
        })
    }

    fn unit(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        let unit =
            digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u32::from_str_radix(digits, 16).ok())??;
        self.at += 4;
        Some(unit)
    }

    fn number(&mut self) -> Option<Number> {
        let start = self.at;
        let negative = self.take("-");
        let whole = self.digits()?;
        if whole.len() > 1 && whole.starts_with('0') {
            return None;
        }
        let part = if self.take(".") { self.digits()? } else { "" };
        let mut exponent = 0;
        let scaled = self.take("e") || self.take("E");
        if scaled {
            let down = !self.take("+") && self.take("-");
            let digits = self.digits()?.parse().unwrap_or(i32::from(u16::MAX));
            exponent = if down { -digits } else { digits };
        }
        if part.is_empty() && !scaled {
            let written = self.text.get(start..self.at)?;
            if let Ok(number) = written.parse::<u64>() {
                return Some(number.into());
            }
            if let Some(number) = written.parse::<i64>().ok().filter(|number| *number != 0) {
                return Some(number.into());
            }
        }
        let mut digits = 0_u64;
        for digit in whole.bytes().chain(part.bytes()) {
            match digits.checked_mul(10).and_then(|digits| digits.checked_add(u64::from(digit - b'0'))) {
                Some(more) => digits = more,
                // What has no room does not count any more.
                None => exponent += 1,
            }
        }
        exponent = exponent.saturating_sub(i32::try_from(part.len()).ok()?);
        #[expect(clippy::cast_precision_loss, reason = "to the next number there is")]
        let number = if exponent < -300 {
            digits as f64 / 1e300 / 10_f64.powi(-(exponent + 300))
        } else if exponent < 0 {
            digits as f64 / 10_f64.powi(-exponent)
        } else if digits == 0 {
            0.0
        } else {
            digits as f64 * 10_f64.powi(exponent)
        };
        Number::from_f64(if negative { -number } else { number })
    }

    /// One digit at least.
    fn digits(&mut self) -> Option<&'a str> {
        let rest = self.text.get(self.at..)?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        self.at += digits;
        rest.get(..digits).filter(|digits| !digits.is_empty())
    }

    fn blank(&mut self) {
        let rest = self.text.get(self.at..).unwrap_or_default();
        self.at += rest.bytes().take_while(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t')).count();
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, words: &str) -> bool {
        let there = self.text.get(self.at..).is_some_and(|rest| rest.starts_with(words));
        if there {
            self.at += words.len();
        }
        there
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn same(a: &Value, b: &Value) -> bool {
        match (a, b) {
            (Value::Number(a), Value::Number(b)) if a.is_f64() && b.is_f64() => {
                let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
                (a - b).abs() <= a.abs() * 1e-14 && a.is_sign_negative() == b.is_sign_negative()
            }
            (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
            (Value::Object(a), Value::Object(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|((k, a), (l, b))| k == l && same(a, b))
            }
            _ => a == b,
        }
    }

    fn check(text: &str) {
        match (value_of(text), serde_json::from_str::<Value>(text)) {
            (Ok(ours), Ok(theirs)) => assert!(same(&ours, &theirs), "{text}: {ours}, not {theirs}"),
            (Err(_), Err(_)) => {}
            (ours, theirs) => panic!("{text}: {ours:?}, not {theirs:?}"),
        }
    }

    #[test]
    fn reads_what_others_read() {
        for text in [
            "",
            " ",
            "nul",
            "null x",
            "[1,]",
            "[,1]",
            "[1 2]",
            "{\"a\":1,}",
            "{\"a\" 1}",
            "{1:2}",
            "\"\u{1}\"",
            "\"\\x\"",
            "\"\\ud83d\\ude00\"",
            "\"\\ud83d\"",
            "\"\\ude00\"",
            "\"\\ud83d\\u0041\"",
            "\"\\u00e9\\/\\b\\f\\n\\r\\t\\\\\\\"\"",
            "\"\\u+123\"",
            "\"\\u12\"",
            "01",
            "-",
            "-0",
            "0",
            "1.",
            ".5",
            "1e",
            "1e+",
            "1E-2",
            "-1.5e3",
            "0.81",
            "1e400",
            "-1e-400",
            "0e999999999999",
            "18446744073709551615",
            "18446744073709551616",
            "-9223372036854775808",
            "-9223372036854775809",
            "123456789012345678901234567890.5e-10",
            "0.000000000000000000000000000001234",
            "+1",
            "{\"a\":{\"b\":[[],{}]},\"a\":2}",
            "[1\u{a0}]",
            "true false",
            "\"é\u{7f}\"",
        ] {
            check(text);
        }
        check(include_str!("../../tests/annotation-file.example.json"));
        for depth in [127, 128, 129] {
            let text = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
            assert_eq!(value_of(&text).is_ok(), depth <= DEEPEST, "{depth}");
        }
    }

    #[test]
    fn says_where_it_is_wrong() {
        assert_eq!(value_of("{\"a\": [1, x]}"), Err(10));
        assert_eq!(value_of("[1"), Err(2));
    }

    proptest! {
        #[test]
        fn reads_any_text_as_others_do(text in "[\\[\\]{}\",:0-9.eE+\\-ntfalsru\\\\ ]{0,24}") {
            check(&text);
        }

        #[test]
        fn reads_any_list_of_numbers_as_others_do(text in "\\[(-?[0-9]{1,24}(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?,){0,4}1\\]") {
            check(&text);
        }

        #[test]
        fn reads_any_string_as_others_do(text in "\"(\\\\u[0-9a-fA-FdD]{4}|\\\\[bfnrtu\"/]|[a é😀]){0,8}\"") {
            check(&text);
        }
    }
}
