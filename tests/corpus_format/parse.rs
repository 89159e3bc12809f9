//! Reads a Markdown file of cases.

use factmark::text::{ParagraphType, Published};

/// One case: a text and what is expected of it.
#[derive(Debug)]
pub struct Case {
    /// Its level-3 heading.
    pub heading: String,
    /// The publication date it is read against; without it, the one its own head gives.
    pub published: Option<Published>,
    /// The text.
    pub text: String,
    /// One expectation a line.
    pub marks: Vec<Mark>,
}

/// One expectation, with where it is written.
#[derive(Debug)]
pub struct Mark {
    /// Line in the file, from 1.
    pub line: usize,
    /// As it is written.
    pub source: String,
    /// As it is meant.
    pub expected: Expected,
}

/// What is expected, or that it is not there.
#[derive(Debug, PartialEq)]
pub enum Expected {
    /// `date "June 8" = 2018-06-08`, with further attributes such as `DATE` or `mod APPROX` after the value.
    Date { words: String, value: Option<String>, attributes: Vec<(String, String)> },
    /// `quote "We will wait," by Ana Ruiz`; the words without the outer marks; `by nobody`; `mixed by ...`.
    Quote { words: String, form: Option<String>, speaker: Option<String> },
    /// `claim "It rained."`
    Claim { words: String },
    /// `sentence "It rained."`
    Sentence { words: String },
    /// `paragraph headline "It rained"`
    Paragraph { kind: ParagraphType, words: String },
    /// `title "It rained"`
    Title(Option<String>),
    /// `published 2018-08-04`
    Published(Option<String>),
    /// `no date`, `no quote "..."`, `no claim`, `no sentence "..."`
    None { what: Layer, words: Option<String> },
    /// `lead weekday "Thursday, June 8"`: the rule asks, of these words among others; the words may be left out.
    Lead { rule: String, words: Option<String> },
    /// `missed weekday`: the rule should ask and does not yet; once it does, this line is to be changed.
    Missed { rule: String },
    /// `2 dates`: neither more nor less.
    Count { what: Layer, count: usize },
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// Temporal expressions.
    Date,
    /// Quotations.
    Quote,
    /// Claims.
    Claim,
    /// Sentences.
    Sentence,
    /// Paragraphs.
    Paragraph,
    /// Questions.
    Lead,
}

/// Something in the file that is no case.
#[derive(Debug, PartialEq)]
pub struct FormatError {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
}

/// The cases of a file, in order.
pub fn cases(source: &str) -> Result<Vec<Case>, FormatError> {
    let mut cases: Vec<Case> = Vec::new();
    let (mut heading, mut published, mut text) = (None, None, None);
    let mut lines = source.lines().enumerate().map(|(at, line)| (at + 1, line));
    while let Some((number, line)) = lines.next() {
        let wrong = |what: String| FormatError { line: number, what };
        if let Some(words) = line.strip_prefix("### ") {
            if let Some(open) = heading.replace(words.trim().to_owned()) {
                return Err(wrong(format!("the case above, “{open}”, has no marks")));
            }
            (published, text) = (None, None);
        } else if let Some(date) = line.strip_prefix("Published:") {
            published = Some(date.parse::<Published>().map_err(|error| wrong(error.to_string()))?);
        } else if let Some((fence, info)) = fence(line) {
            let mut block = Vec::new();
            loop {
                match lines.next() {
                    None => return Err(wrong("this block has no end".to_owned())),
                    Some((_, end)) if end.trim_end() == fence => break,
                    Some(inner) => block.push(inner),
                }
            }
            match info {
                "text" if heading.is_none() => return Err(wrong("a text without a heading of its own".to_owned())),
                "text" => text = Some(block.iter().map(|(_, line)| *line).collect::<Vec<_>>().join("\n")),
                "marks" => cases.push(Case {
                    heading: heading.take().ok_or_else(|| wrong("marks without a case".to_owned()))?,
                    published: published.take(),
                    text: text.take().ok_or_else(|| wrong("marks without a text".to_owned()))?,
                    marks: marks(&block)?,
                }),
                _ => {}
            }
        }
    }
    match heading {
        Some(open) => Err(FormatError { line: source.lines().count(), what: format!("“{open}” has no marks") }),
        None => Ok(cases),
    }
}

fn fence(line: &str) -> Option<(&str, &str)> {
    let info = line.trim_start_matches('`');
    let ticks = line.strip_suffix(info)?;
    (ticks.len() >= 3).then(|| (ticks, info.trim()))
}

fn marks(block: &[(usize, &str)]) -> Result<Vec<Mark>, FormatError> {
    let written = block.iter().filter(|(_, line)| !line.trim().is_empty());
    let marks = written
        .map(|&(line, source)| match expected(source.trim()) {
            Some(expected) => Ok(Mark { line, source: source.trim().to_owned(), expected }),
            None => Err(FormatError { line, what: format!("not an expectation: {}", source.trim()) }),
        })
        .collect::<Result<Vec<_>, _>>()?;
    match (marks.is_empty(), block.first()) {
        (false, _) => Ok(marks),
        (true, first) => {
            Err(FormatError { line: first.map_or(1, |(line, _)| *line), what: "no expectation".to_owned() })
        }
    }
}

fn expected(line: &str) -> Option<Expected> {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    if let Ok(count) = word.parse() {
        return Some(Expected::Count { what: layer(rest.strip_suffix('s').unwrap_or(rest))?, count });
    }
    match word {
        "no" => match rest.split_once(' ').unwrap_or((rest, "")) {
            ("title", "") => Some(Expected::Title(None)),
            ("published", "") => Some(Expected::Published(None)),
            (what, "") => Some(Expected::None { what: layer(what)?, words: None }),
            (what, words) => Some(Expected::None { what: layer(what)?, words: Some(whole(words)?) }),
        },
        "published" => Some(Expected::Published(Some(rest.to_owned()))),
        "title" => Some(Expected::Title(Some(whole(rest)?))),
        "claim" => Some(Expected::Claim { words: whole(rest)? }),
        "lead" => Some(match rest.split_once(' ') {
            Some((rule, words)) => Expected::Lead { rule: rule.to_owned(), words: Some(whole(words)?) },
            None => Expected::Lead { rule: rest.to_owned(), words: None },
        }),
        "missed" => Some(Expected::Missed { rule: rest.to_owned() }),
        "sentence" => Some(Expected::Sentence { words: whole(rest)? }),
        "paragraph" => {
            let (kind, words) = rest.split_once(' ')?;
            let kind = ParagraphType::ALL.into_iter().find(|other| format!("{other:?}").eq_ignore_ascii_case(kind))?;
            Some(Expected::Paragraph { kind, words: whole(words)? })
        }
        "date" => {
            let (words, after) = quoted(rest)?;
            let mut after = match after.strip_prefix('=') {
                Some(after) => after.split_whitespace(),
                None if after.is_empty() => after.split_whitespace(),
                None => return None,
            };
            let (value, mut attributes) = (after.next().map(str::to_owned), Vec::new());
            while let Some(name) = after.next() {
                attributes.push(match name {
                    "DATE" | "TIME" | "DURATION" | "SET" => ("type".to_owned(), name.to_owned()),
                    "mod" | "quant" | "freq" | "begin" | "end" => (name.to_owned(), after.next()?.to_owned()),
                    _ => return None,
                });
            }
            Some(Expected::Date { words, value, attributes })
        }
        "quote" => {
            let (words, after) = quoted(rest)?;
            let (form, speaker) = match after.split_once("by ") {
                Some((form, speaker)) => (form.trim(), Some(speaker.trim().to_owned())),
                None => (after, None),
            };
            let form = match form {
                "" => None,
                "direct" | "mixed" | "indirect" => Some(form.to_owned()),
                _ => return None,
            };
            Some(Expected::Quote { words, form, speaker })
        }
        _ => None,
    }
}

fn layer(name: &str) -> Option<Layer> {
    Some(match name {
        "date" => Layer::Date,
        "quote" => Layer::Quote,
        "claim" => Layer::Claim,
        "sentence" => Layer::Sentence,
        "paragraph" => Layer::Paragraph,
        "lead" => Layer::Lead,
        _ => return None,
    })
}

/// The words between the first and the last `"`, and what follows them.
fn quoted(rest: &str) -> Option<(String, &str)> {
    let (words, after) = rest.strip_prefix('"')?.rsplit_once('"')?;
    Some((words.to_owned(), after.trim()))
}

/// The words between the first and the last `"`, with nothing after them.
fn whole(rest: &str) -> Option<String> {
    quoted(rest).filter(|(_, after)| after.is_empty()).map(|(words, _)| words)
}

#[test]
fn expectations_are_read() {
    let date = |value: Option<&str>, attributes: Vec<(String, String)>| Expected::Date {
        words: "June 8".to_owned(),
        value: value.map(str::to_owned),
        attributes,
    };
    assert_eq!(expected("date \"June 8\""), Some(date(None, Vec::new())));
    assert_eq!(
        expected("date \"June 8\" = 2018-06-08 DATE"),
        Some(date(Some("2018-06-08"), vec![("type".to_owned(), "DATE".to_owned())]))
    );
    assert_eq!(
        expected("quote \"We will \"wait\",\" mixed by Ana Ruiz"),
        Some(Expected::Quote {
            words: "We will \"wait\",".to_owned(),
            form: Some("mixed".to_owned()),
            speaker: Some("Ana Ruiz".to_owned())
        })
    );
    assert_eq!(expected("2 dates"), Some(Expected::Count { what: Layer::Date, count: 2 }));
    assert_eq!(expected("no claim"), Some(Expected::None { what: Layer::Claim, words: None }));
}

#[test]
fn what_is_no_expectation_is_refused() {
    for line in ["dates \"June\"", "date June", "date \"June\" 2018", "paragraph hedline \"x\"", "claim", "2 things"] {
        assert_eq!(expected(line), None, "{line}");
    }
}

#[test]
fn a_case_that_is_cut_short_is_refused() {
    for source in [
        "### A\n```text\nx\n```\n",
        "### A\n```text\nx\n",
        "```marks\nno date\n```\n",
        "### A\n```text\nx\n```\n```marks\n```\n",
    ] {
        assert!(cases(source).is_err(), "{source}");
    }
}
