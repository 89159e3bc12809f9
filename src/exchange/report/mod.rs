//! The report: what was decided, why, on what evidence, and what was not looked at. One content, two forms: HTML to print
//! and Markdown.

mod html;
mod markdown;
mod picture;

use chrono::Timelike;

use super::{Options, words};
use crate::annotation::{
    Annotation, Carried, Kind, LeadStatus, Relation, Session, Stance, Timestamp, Verdict, is_web_address,
};
use crate::detect::date;
use crate::review::period::written;
use crate::review::{Coverage, Progress, Timeline};
use crate::text::TextRange;
use crate::text::cut::one_line;

/// The report as a page of its own.
pub(super) fn html(session: &Session, options: &Options) -> String {
    html::write(&session.facts.title, &session.facts.language, &content(session, options))
}

/// The report as text.
pub(super) fn markdown(session: &Session, options: &Options) -> String {
    markdown::write(&content(session, options))
}

/// One part of a report.
enum Block {
    /// The title.
    Title(Line),
    /// A heading.
    Section(Line),
    /// Words of the article.
    Passage(Line),
    /// A line of text.
    Line(Line),
    /// An item of a list.
    Item(Line),
    /// The timeline as a picture.
    Picture(Timeline),
}

/// A line, piece by piece.
#[derive(Default)]
struct Line(Vec<Piece>);

/// A piece of a line.
enum Piece {
    Plain(String),
    Strong(String),
    /// Only http and https get here.
    Address(String),
}

impl Line {
    fn of(text: &str) -> Self {
        let mut line = Self::default();
        line.plain(text);
        line
    }

    fn plain(&mut self, text: &str) -> &mut Self {
        match self.0.last_mut() {
            Some(Piece::Plain(before)) => before.push_str(text),
            _ => self.0.push(Piece::Plain(text.to_owned())),
        }
        self
    }

    fn strong(&mut self, text: &str) -> &mut Self {
        self.0.push(Piece::Strong(text.to_owned()));
        self
    }

    fn if_any(&mut self, before: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.plain(before).plain(text);
        }
    }

    fn address(&mut self, url: &str) {
        if is_web_address(url) {
            self.0.push(Piece::Address(url.to_owned()));
        } else {
            self.plain(url);
        }
    }
}

fn content(session: &Session, options: &Options) -> Vec<Block> {
    let mut blocks = head(session, options);
    for (verdict, heading) in
        [(Verdict::Inconsistent, "Inconsistent"), (Verdict::Unclear, "Unclear"), (Verdict::Verified, "Verified")]
    {
        let first = blocks.len();
        for mark in session.annotations.iter().filter(|mark| mark.verdict() == verdict) {
            decided(session, mark, &mut blocks);
        }
        entitle(heading, first, &mut blocks);
    }
    inconsistencies(session, &mut blocks);
    timeline(session, &mut blocks);
    sources(session, &mut blocks);
    not_checked(session, &mut blocks);
    blocks
}

/// Puts `heading` over the blocks from place `first` on, where there are any.
fn entitle(heading: &str, first: usize, blocks: &mut Vec<Block>) {
    if first < blocks.len() {
        blocks.insert(first, Block::Section(Line::of(heading)));
    }
}

fn head(session: &Session, options: &Options) -> Vec<Block> {
    let facts = &session.facts;
    let title = if facts.title.is_empty() { "An article without a title" } else { &facts.title };
    let mut blocks = vec![Block::Title(Line::of(title))];
    let mut about = Line::default();
    for (before, what) in [
        ("published by ", facts.publisher.clone()),
        ("dated ", facts.published.map(|published| date::in_words(&published.day().to_string()))),
        ("written by ", (!facts.authors.is_empty()).then(|| facts.authors.join(", "))),
    ] {
        if let Some(what) = what {
            about.plain(if about.0.is_empty() { "The article: " } else { ", " }).plain(before).plain(&what);
        }
    }
    if !about.0.is_empty() {
        about.plain(".");
        blocks.push(Block::Line(about));
    }
    if let Some(url) = facts.url.as_ref().filter(|url| is_web_address(url)) {
        let mut line = Line::default();
        line.address(url);
        blocks.push(Block::Line(line));
    }
    let progress = Progress::of(&session.annotations).all;
    let mut checked = Line::default();
    checked.strong(&format!("{} of {} passages checked", progress.checked(), progress.total())).plain(&format!(
        ": {} inconsistent, {} unclear, {} verified.",
        progress.inconsistent, progress.unclear, progress.verified
    ));
    blocks.push(Block::Line(checked));
    let mut names: Vec<&str> = session.reviewers.iter().map(|reviewer| reviewer.name.as_str()).collect();
    names.retain(|name| !name.is_empty());
    let mut who = Line::of("Checked with Factmark");
    if !names.is_empty() {
        who.plain(" by ").plain(&names.join(", "));
    }
    if let Some(at) = options.written.or(session.modified) {
        who.plain(", ").plain(&date::in_words(&at.date_naive().to_string()));
    }
    who.plain(". The verdict on a quotation says whether it was said, not whether it is true.");
    blocks.push(Block::Line(who));
    blocks
}

fn decided(session: &Session, mark: &Annotation, blocks: &mut Vec<Block>) {
    blocks.push(Block::Passage(passage(session, mark)));
    let mut line = Line::of(match mark.kind() {
        Kind::Claim => "Claim",
        Kind::Date => "Date",
        Kind::Quote => "Quotation",
    });
    line.if_any(", read as ", words::reading(mark).map(date::in_words).as_deref());
    line.if_any(", said by ", words::speaker(mark));
    if let Some(last) = mark.decisions.last() {
        line.plain("; decided");
        line.if_any(" by ", words::reviewer(session, last.by.as_ref()));
        line.if_any(", ", last.at.map(moment).as_deref());
    }
    line.plain(".");
    blocks.push(Block::Line(line));
    if !mark.note.is_empty() {
        let mut note = Line::default();
        note.strong("Note: ").plain(&mark.note);
        blocks.push(Block::Line(note));
    }
    for citation in &mark.evidence {
        let Some(source) = session.source(&citation.evidence) else { continue };
        let mut line = Line::of(match citation.stance {
            Stance::Supports => "Supported by ",
            Stance::Contradicts => "Contradicted by ",
            Stance::Context => "See ",
        });
        line.strong(&source.title);
        if let Some(excerpt) = &source.excerpt {
            line.plain(": “").plain(excerpt).plain("”");
        }
        blocks.push(Block::Item(line));
    }
}

/// The words of a mark; of a date with the sentence it stands in.
fn passage(session: &Session, mark: &Annotation) -> Line {
    let mut line = Line::default();
    if let Some(Carried::Lost { exact }) = mark.carried() {
        line.plain(&exact).plain(" (not in this version of the article)");
        return line;
    }
    let words = words_at(session, mark.range);
    let sentence = session.document.sentence_at(mark.range.start).map(|sentence| sentence.range);
    let Some(sentence) = sentence.filter(|sentence| mark.kind() == Kind::Date && sentence.covers(mark.range)) else {
        line.plain(&words);
        return line;
    };
    let before = TextRange::new(sentence.start, mark.range.start);
    let after = TextRange::new(mark.range.end, sentence.end);
    // A blank where there was one.
    let text = session.document.text();
    let blank = |there: bool| if there { " " } else { "" };
    let blank_before = text.get(..mark.range.start as usize).is_some_and(|text| text.ends_with(char::is_whitespace));
    let blank_after = text.get(mark.range.end as usize..).is_some_and(|text| text.starts_with(char::is_whitespace));
    line.plain(&words_at(session, before)).plain(blank(blank_before)).strong(&words);
    line.plain(blank(blank_after)).plain(&words_at(session, after));
    line
}

fn inconsistencies(session: &Session, blocks: &mut Vec<Block>) {
    let first = blocks.len();
    for link in session.links.iter() {
        let end = |id| session.annotation(id).map(|mark| words_at(session, mark.range));
        let (Some(from), Some(to)) = (end(&link.from), end(&link.to)) else { continue };
        let relation = match link.relation {
            Relation::Contradicts => "contradicts",
            Relation::Supports => "supports",
            Relation::SameEvent => "tells of the same event as",
        };
        let mut line = Line::of("“");
        line.plain(&from).plain("” ").strong(relation).plain(" “").plain(&to).plain("”");
        line.if_any(": ", Some(link.note.as_str()).filter(|note| !note.is_empty()));
        blocks.push(Block::Item(line));
    }
    entitle("Linked passages", first, blocks);
    let first = blocks.len();
    for lead in session.leads.iter().filter(|lead| lead.status != LeadStatus::Dismissed) {
        let mut line = Line::of(if lead.status == LeadStatus::Accepted { "Followed up: " } else { "Open: " });
        line.plain(&lead.question);
        blocks.push(Block::Item(line));
    }
    entitle("Questions", first, blocks);
}

fn timeline(session: &Session, blocks: &mut Vec<Block>) {
    let timeline = Timeline::of(&session.document, session.facts.published, &session.annotations);
    if timeline.entries.is_empty() {
        return;
    }
    blocks.push(Block::Section(Line::of("Timeline")));
    let first = blocks.len();
    for entry in &timeline.entries {
        let value = session.annotation(&entry.annotation).and_then(|mark| words::reading(mark)).unwrap_or_default();
        let mut line = Line::default();
        line.strong(&date::in_words(value)).plain(": ").plain(&words_at(session, entry.sentence));
        if let Some(speaker) = &entry.speaker {
            line.plain(" (").plain(speaker).plain(")");
        }
        blocks.push(Block::Item(line));
    }
    blocks.insert(first, Block::Picture(timeline));
}

fn sources(session: &Session, blocks: &mut Vec<Block>) {
    let first = blocks.len();
    for source in session.evidence.iter() {
        let mut line = Line::default();
        line.strong(&source.title).if_any(", ", source.locator.as_deref());
        for (before, url) in [(" ", &source.url), (", archived at ", &source.archive_url)] {
            if let Some(url) = url {
                line.plain(before).address(url);
            }
        }
        line.if_any(", seen ", source.accessed.map(written).as_deref());
        if source.confidential {
            line.plain(" (confidential)");
        }
        blocks.push(Block::Item(line));
    }
    entitle("Sources", first, blocks);
}

fn not_checked(session: &Session, blocks: &mut Vec<Block>) {
    let unchecked = session.annotations.iter().filter(|mark| mark.verdict() == Verdict::Unchecked);
    let unchecked = unchecked.map(|mark| match mark.kind() {
        Kind::Claim => ("Claim: ", mark.range),
        Kind::Date => ("Date: ", mark.range),
        Kind::Quote => ("Quotation: ", mark.range),
    });
    let unmarked = Coverage::of(&session.document, &session.annotations, &[]).open;
    let first = blocks.len();
    for (what, range) in unchecked.chain(unmarked.iter().map(|range| ("Not marked: ", *range))) {
        let mut line = Line::of(what);
        line.plain(&words_at(session, range));
        blocks.push(Block::Item(line));
    }
    entitle("Not checked", first, blocks);
}

/// The words at `range` on one line.
fn words_at(session: &Session, range: TextRange) -> String {
    one_line(range.of(session.document.text()))
}

/// "22 November 2026, 10:00 UTC"
fn moment(at: Timestamp) -> String {
    format!("{}, {:02}:{:02} UTC", written(at.date_naive()), at.hour(), at.minute())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::sample::{after, session};
    use crate::annotation::{Action, Citation, Evidence};
    use crate::exchange::{Format, export};

    fn reviewed() -> Session {
        let start = session();
        let (june, july) = (start.annotations[0].id.clone(), start.annotations.last().unwrap().id.clone());
        let script = "<script>alert(1)</script> [x](javascript:1) *a* | = `b`".to_owned();
        let secret = Evidence {
            id: "e1".into(),
            title: "A whistle-blower".to_owned(),
            confidential: true,
            ..Evidence::default()
        };
        let open = Evidence {
            id: "e2".into(),
            title: script.clone(),
            url: Some("https://example.org/?a=1&b=\"2\"".to_owned()),
            ..Evidence::default()
        };
        let cite = |id: &str| Action::Cite(june.clone(), Citation { evidence: id.into(), stance: Stance::Supports });
        let link =
            Action::Link { id: "l".into(), relation: Relation::Contradicts, from: june.clone(), to: july.clone() };
        let actions = [
            Action::PutEvidence(secret),
            Action::PutEvidence(open),
            cite("e1"),
            cite("e2"),
            Action::SetNote(june.clone(), script),
            link,
        ];
        actions.into_iter().fold(start.clone(), |session, action| after(&session, action))
    }

    fn written(format: Format, confidential: bool) -> String {
        let options = Options { confidential, ..Options::default() };
        export(&reviewed(), format, &options).unwrap().remove(0).content
    }

    #[test]
    fn nothing_of_a_session_runs_in_a_page() {
        let page = written(Format::Html, false);
        assert!(!page.contains("<script"), "{page}");
        assert!(page.contains("&lt;script&gt;"));
        assert!(!page.contains("href=\"javascript"));
        assert!(
            page.contains("href=\"https://example.org/?a=1&amp;b=&quot;2&quot;\"") || page.contains("&quot;2&quot;")
        );
        assert!(page.contains("<svg"));
    }

    #[test]
    fn marks_of_markdown_are_escaped() {
        let report = written(Format::Markdown, false);
        assert!(report.contains("\\<script\\>"), "{report}");
        assert!(report.contains("\\[x\\](javascript:1) \\*a\\*"), "{report}");
        assert!(report.contains("## Inconsistent"));
        assert!(report.contains("rich went back on **June 8**, said Ana Ruiz."));
        assert!(report.contains("## Not checked"));
    }

    #[test]
    fn what_is_confidential_is_left_out_unless_asked_for() {
        for format in Format::ALL.into_iter().filter(|format| *format != Format::ClaimReview) {
            assert!(!written(format, false).contains("whistle-blower"), "{format:?}");
        }
        assert!(written(Format::Html, true).contains("whistle-blower"));
    }
}
