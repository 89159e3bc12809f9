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
    Title(String),
    /// A heading.
    Section(&'static str),
    /// Words of the article.
    Passage(Vec<Piece>),
    /// A line of text.
    Line(Vec<Piece>),
    /// An item of a list.
    Item(Vec<Piece>),
    /// The timeline as a picture.
    Picture(Timeline),
}

/// A piece of a line.
enum Piece {
    Plain(String),
    Strong(String),
    /// Only http and https get here.
    Address(String),
}

fn plain(text: impl Into<String>) -> Piece {
    Piece::Plain(text.into())
}

fn content(session: &Session, options: &Options) -> Vec<Block> {
    let mut blocks = head(session, options);
    for (verdict, heading) in
        [(Verdict::Inconsistent, "Inconsistent"), (Verdict::Unclear, "Unclear"), (Verdict::Verified, "Verified")]
    {
        let marks: Vec<_> = session.annotations.iter().filter(|mark| mark.verdict() == verdict).collect();
        if !marks.is_empty() {
            blocks.push(Block::Section(heading));
            for mark in marks {
                decided(session, mark, &mut blocks);
            }
        }
    }
    inconsistencies(session, &mut blocks);
    timeline(session, &mut blocks);
    sources(session, &mut blocks);
    not_checked(session, &mut blocks);
    blocks
}

fn head(session: &Session, options: &Options) -> Vec<Block> {
    let facts = &session.facts;
    let title = if facts.title.is_empty() { "An article without a title".to_owned() } else { facts.title.clone() };
    let mut blocks = vec![Block::Title(title)];
    let mut about = Vec::new();
    if let Some(publisher) = &facts.publisher {
        about.push(format!("published by {publisher}"));
    }
    if let Some(published) = facts.published {
        about.push(format!("dated {}", date::in_words(&published.day().to_string())));
    }
    if !facts.authors.is_empty() {
        about.push(format!("written by {}", facts.authors.join(", ")));
    }
    if !about.is_empty() {
        blocks.push(Block::Line(vec![plain(format!("The article: {}.", about.join(", ")))]));
    }
    if let Some(url) = facts.url.as_ref().filter(|url| is_web_address(url)) {
        blocks.push(Block::Line(vec![Piece::Address(url.clone())]));
    }
    let progress = Progress::of(&session.annotations).all;
    blocks.push(Block::Line(vec![
        Piece::Strong(format!("{} of {} passages checked", progress.checked(), progress.total())),
        plain(format!(
            ": {} inconsistent, {} unclear, {} verified.",
            progress.inconsistent, progress.unclear, progress.verified
        )),
    ]));
    let names: Vec<_> = session.reviewers.iter().map(|reviewer| reviewer.name.as_str()).collect();
    let names: Vec<_> = names.into_iter().filter(|name| !name.is_empty()).collect();
    let mut who = "Checked with Factmark".to_owned();
    if !names.is_empty() {
        who = format!("{who} by {}", names.join(", "));
    }
    if let Some(at) = options.written.or(session.modified) {
        who = format!("{who}, {}", date::in_words(&at.date_naive().to_string()));
    }
    blocks.push(Block::Line(vec![plain(format!(
        "{who}. The verdict on a quotation says whether it was said, not whether it is true."
    ))]));
    blocks
}

fn decided(session: &Session, mark: &Annotation, blocks: &mut Vec<Block>) {
    blocks.push(Block::Passage(passage(session, mark)));
    let mut line = vec![plain(match mark.kind() {
        Kind::Claim => "Claim".to_owned(),
        Kind::Date => format!("Date, read as {}", date::in_words(words::reading(mark).unwrap_or_default())),
        Kind::Quote => {
            let name = words::speaker(mark).map(|name| format!(", said by {name}"));
            format!("Quotation{}", name.unwrap_or_default())
        }
    })];
    if let Some(last) = mark.decisions.last() {
        let by = words::reviewer(session, last.by.as_ref()).map(|name| format!(" by {name}")).unwrap_or_default();
        let at = last.at.map(|at| format!(", {}", moment(at))).unwrap_or_default();
        line.push(plain(format!("; decided{by}{at}")));
    }
    line.push(plain("."));
    blocks.push(Block::Line(line));
    if !mark.note.is_empty() {
        blocks.push(Block::Line(vec![Piece::Strong("Note: ".to_owned()), plain(&*mark.note)]));
    }
    for citation in &mark.evidence {
        let Some(source) = session.source(&citation.evidence) else { continue };
        let stance = match citation.stance {
            Stance::Supports => "Supported by ",
            Stance::Contradicts => "Contradicted by ",
            Stance::Context => "See ",
        };
        let mut line = vec![plain(stance), Piece::Strong(source.title.clone())];
        if let Some(excerpt) = &source.excerpt {
            line.push(plain(format!(": “{excerpt}”")));
        }
        blocks.push(Block::Item(line));
    }
}

/// The words of a mark; of a date with the sentence it stands in.
fn passage(session: &Session, mark: &Annotation) -> Vec<Piece> {
    if let Some(Carried::Lost { exact }) = mark.carried() {
        return vec![plain(exact), plain(" (not in this version of the article)")];
    }
    let sentence = session.document.sentence_at(mark.range.start).map(|sentence| sentence.range);
    match sentence.filter(|sentence| mark.kind() == Kind::Date && sentence.covers(mark.range)) {
        None => vec![plain(words_at(session, mark.range))],
        Some(sentence) => {
            let before = words_at(session, TextRange::new(sentence.start, mark.range.start));
            let after = words_at(session, TextRange::new(mark.range.end, sentence.end));
            // A blank where there was one.
            let text = session.document.text();
            let blank = |at: u32, before: bool| {
                let rest = if before { text.get(..at as usize) } else { text.get(at as usize..) };
                let next = rest.and_then(|rest| if before { rest.chars().next_back() } else { rest.chars().next() });
                if next.is_some_and(char::is_whitespace) { " " } else { "" }
            };
            vec![
                plain(format!("{before}{}", blank(mark.range.start, true))),
                Piece::Strong(words_at(session, mark.range)),
                plain(format!("{}{after}", blank(mark.range.end, false))),
            ]
        }
    }
}

fn inconsistencies(session: &Session, blocks: &mut Vec<Block>) {
    if !session.links.is_empty() {
        blocks.push(Block::Section("Linked passages"));
    }
    for link in session.links.iter() {
        let end = |id| session.annotation(id).map(|mark| words_at(session, mark.range));
        let (Some(from), Some(to)) = (end(&link.from), end(&link.to)) else { continue };
        let relation = match link.relation {
            Relation::Contradicts => "contradicts",
            Relation::Supports => "supports",
            Relation::SameEvent => "tells of the same event as",
        };
        let mut line = vec![plain(format!("“{from}” ")), Piece::Strong(relation.to_owned()), plain(format!(" “{to}”"))];
        if !link.note.is_empty() {
            line.push(plain(format!(": {}", link.note)));
        }
        blocks.push(Block::Item(line));
    }
    let asked: Vec<_> = session.leads.iter().filter(|lead| lead.status != LeadStatus::Dismissed).collect();
    if !asked.is_empty() {
        blocks.push(Block::Section("Questions"));
    }
    for lead in asked {
        let status = if lead.status == LeadStatus::Accepted { "Followed up: " } else { "Open: " };
        blocks.push(Block::Item(vec![plain(status), plain(lead.question.clone())]));
    }
}

fn timeline(session: &Session, blocks: &mut Vec<Block>) {
    let timeline = Timeline::of(&session.document, session.facts.published, &session.annotations);
    if timeline.entries.is_empty() {
        return;
    }
    blocks.push(Block::Section("Timeline"));
    let items: Vec<_> = timeline
        .entries
        .iter()
        .map(|entry| {
            let value = session.annotation(&entry.annotation).and_then(|mark| words::reading(mark)).unwrap_or_default();
            let mut line = vec![Piece::Strong(date::in_words(value))];
            line.push(plain(format!(": {}", words_at(session, entry.sentence))));
            if let Some(speaker) = &entry.speaker {
                line.push(plain(format!(" ({speaker})")));
            }
            Block::Item(line)
        })
        .collect();
    blocks.push(Block::Picture(timeline));
    blocks.extend(items);
}

fn sources(session: &Session, blocks: &mut Vec<Block>) {
    if !session.evidence.is_empty() {
        blocks.push(Block::Section("Sources"));
    }
    for source in session.evidence.iter() {
        let mut line = vec![Piece::Strong(source.title.clone())];
        if let Some(locator) = &source.locator {
            line.push(plain(format!(", {locator}")));
        }
        for (before, url) in [(" ", &source.url), (", archived at ", &source.archive_url)] {
            if let Some(url) = url {
                line.push(plain(before));
                line.push(if is_web_address(url) { Piece::Address(url.clone()) } else { plain(url.clone()) });
            }
        }
        if let Some(day) = source.accessed {
            line.push(plain(format!(", seen {}", written(day))));
        }
        if source.confidential {
            line.push(plain(" (confidential)"));
        }
        blocks.push(Block::Item(line));
    }
}

fn not_checked(session: &Session, blocks: &mut Vec<Block>) {
    let unchecked = session.annotations.iter().filter(|mark| mark.verdict() == Verdict::Unchecked);
    let unmarked = Coverage::of(&session.document, &session.annotations, &[]).open;
    let mut items: Vec<_> = unchecked
        .map(|mark| {
            let kind = match mark.kind() {
                Kind::Claim => "Claim: ",
                Kind::Date => "Date: ",
                Kind::Quote => "Quotation: ",
            };
            Block::Item(vec![plain(kind), plain(words_at(session, mark.range))])
        })
        .collect();
    items.extend(
        unmarked.iter().map(|range| Block::Item(vec![plain("Not marked: "), plain(words_at(session, *range))])),
    );
    if !items.is_empty() {
        blocks.push(Block::Section("Not checked"));
        blocks.extend(items);
    }
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
