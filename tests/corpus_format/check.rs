//! Holds the expectations of a case against what the core finds.

use std::fmt::Display;

use factmark::annotation::Lead;
use factmark::detect::quote::QuoteDetail;
use factmark::detect::{Detail, Detection, Findings, Run};
use factmark::review::leads::leads;
use factmark::text::{Document, TextRange};

use super::parse::{Case, Expected, Layer};

/// A case as the core reads it.
pub struct Reading {
    document: Document,
    findings: Findings,
    leads: Vec<Lead>,
}

impl Reading {
    /// Reads the text of `case`.
    pub fn new(case: &Case) -> Self {
        let document = Document::new(case.text.as_str());
        let published = case.published.or(document.facts().published);
        let findings = Run::new(&document, published).finish();
        let leads = leads(&document, published, &findings);
        Self { document, findings, leads }
    }

    /// What was found instead of `expected`; nothing where the two agree.
    pub fn contradicts(&self, expected: &Expected) -> Option<String> {
        match expected {
            Expected::Date { words, value, attributes } => {
                let mut here =
                    self.findings.dates.iter().filter(|found| same(self.words(found.range), words)).peekable();
                if here.peek().is_none() {
                    return Some(self.list(Layer::Date));
                }
                let agrees = |found: &Detection| {
                    value.as_ref().is_none_or(|value| attribute(found, "value") == *value)
                        && attributes.iter().all(|(name, value)| attribute(found, name) == *value)
                };
                (!here.any(agrees)).then(|| self.list(Layer::Date))
            }
            Expected::Quote { words, form, speaker } => {
                let agrees = |found: &Detection| {
                    let Detail::Quote(quote) = &found.detail else { return false };
                    let name = quote.source.as_ref().map_or("nobody", |source| &source.name);
                    same(self.words(quote.content), words)
                        && form.as_ref().is_none_or(|form| form_of(quote) == **form)
                        && speaker.as_ref().is_none_or(|speaker| same(name, speaker))
                };
                (!self.findings.quotes.iter().any(agrees)).then(|| self.list(Layer::Quote))
            }
            Expected::Claim { words } => self.missing(Layer::Claim, words),
            Expected::Sentence { words } => self.missing(Layer::Sentence, words),
            Expected::Paragraph { kind, words } => {
                let mut paragraphs = self.document.paragraphs().iter();
                (!paragraphs.any(|p| p.kind == *kind && same(self.words(p.range), words)))
                    .then(|| self.list(Layer::Paragraph))
            }
            Expected::Title(title) => differs(self.document.facts().title.as_ref(), title.as_ref()),
            Expected::Published(day) => differs(self.document.facts().published.as_ref(), day.as_ref()),
            Expected::None { what, words: None } => (!self.ranges(*what).is_empty()).then(|| self.list(*what)),
            Expected::None { what, words: Some(words) } => {
                self.missing(*what, words).is_none().then(|| self.list(*what))
            }
            Expected::Lead { rule, words } => {
                let asks = |lead: &&Lead| {
                    let mut passages = lead.passages.iter();
                    lead.rule == *rule
                        && words.as_ref().is_none_or(|words| passages.any(|p| same(self.words(*p), words)))
                };
                (!self.leads.iter().any(|lead| asks(&lead))).then(|| self.list(Layer::Lead))
            }
            Expected::Missed { rule } => {
                self.leads.iter().any(|lead| lead.rule == *rule).then(|| self.list(Layer::Lead))
            }
            Expected::Count { what, count } => (self.ranges(*what).len() != *count).then(|| self.list(*what)),
        }
    }

    fn words(&self, range: TextRange) -> &str {
        range.of(self.document.text())
    }

    fn missing(&self, layer: Layer, words: &str) -> Option<String> {
        let found = self.ranges(layer).iter().any(|range| same(self.words(*range), words));
        (!found).then(|| self.list(layer))
    }

    fn ranges(&self, layer: Layer) -> Vec<TextRange> {
        let of = |found: &[Detection]| found.iter().map(|found| found.range).collect();
        match layer {
            Layer::Lead => self.leads.iter().filter_map(|lead| lead.passages.first().copied()).collect(),
            Layer::Date => of(&self.findings.dates),
            Layer::Claim => of(&self.findings.claims),
            Layer::Quote => self.findings.quotes.iter().map(content).collect(),
            Layer::Sentence => self.document.sentences().iter().map(|sentence| sentence.range).collect(),
            Layer::Paragraph => self.document.paragraphs().iter().map(|paragraph| paragraph.range).collect(),
        }
    }

    /// Everything found of `layer`, each on a line of its own.
    fn list(&self, layer: Layer) -> String {
        let quoted = |range| format!("\"{}\"", self.words(range).escape_debug());
        let lines: Vec<String> = match layer {
            Layer::Date => {
                let read = |found: &Detection| {
                    let of = |name| attribute(found, name);
                    format!("{} = {} {} {}", quoted(found.range), of("value"), of("type"), of("mod"))
                        .trim_end()
                        .to_owned()
                };
                self.findings.dates.iter().map(read).collect()
            }
            Layer::Quote => {
                let read = |found: &Detection| {
                    let Detail::Quote(quote) = &found.detail else { return String::new() };
                    let name = quote.source.as_ref().map_or("nobody", |source| &source.name);
                    format!("{} {} by {name}", quoted(quote.content), form_of(quote))
                };
                self.findings.quotes.iter().map(read).collect()
            }
            Layer::Paragraph => {
                let read = |p: &factmark::text::Paragraph| format!("{:?} {}", p.kind, quoted(p.range));
                self.document.paragraphs().iter().map(read).collect()
            }
            Layer::Lead => self.leads.iter().map(|lead| format!("{}: {}", lead.rule, lead.question)).collect(),
            Layer::Claim | Layer::Sentence => self.ranges(layer).into_iter().map(quoted).collect(),
        };
        if lines.is_empty() { "nothing".to_owned() } else { lines.join("\n              ") }
    }
}

fn content(found: &Detection) -> TextRange {
    match &found.detail {
        Detail::Quote(quote) => quote.content,
        Detail::Claim(_) | Detail::Date(_) => found.range,
    }
}

fn attribute(found: &Detection, name: &str) -> String {
    let Detail::Date(date) = &found.detail else { return String::new() };
    match name {
        "value" => date.value.clone(),
        "type" => format!("{:?}", date.timex_type).to_uppercase(),
        "mod" => date.modifier.clone().unwrap_or_default(),
        "quant" => date.quant.clone().unwrap_or_default(),
        "freq" => date.freq.clone().unwrap_or_default(),
        "begin" => date.begin.clone().unwrap_or_default(),
        "end" => date.end.clone().unwrap_or_default(),
        _ => String::new(),
    }
}

/// Equal but for the kind and amount of white space.
fn same(found: &str, expected: &str) -> bool {
    found.split_whitespace().eq(expected.split_whitespace())
}

fn differs<F: Display, E: Display>(found: Option<F>, expected: Option<E>) -> Option<String> {
    let read = |fact: Option<String>| fact.unwrap_or_else(|| "nothing".to_owned());
    let (found, expected) = (read(found.map(|f| f.to_string())), read(expected.map(|e| e.to_string())));
    (!same(&found, &expected)).then_some(found)
}

/// "direct", "mixed" or "indirect".
fn form_of(quote: &QuoteDetail) -> String {
    format!("{:?}", quote.form).to_lowercase()
}
