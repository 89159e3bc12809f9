//! How fast the core is, one line a part: milliseconds for 100 kB and megabytes a second, at three sizes of text, so
//! that cost out of line with the text shows.
//!
//! `cargo bench` runs it natively; `cargo xtask bench` runs the same file as WebAssembly too, beside the peers.

use std::hint::black_box;
use std::rc::Rc;
use std::time::Instant;

use chrono::DateTime;
use factmark::annotation::{Action, ArticleFacts, Entry, Session, Verdict};
use factmark::detect::date::DateTagger;
use factmark::detect::quote::QuoteFinder;
use factmark::detect::{Detection, Run};
use factmark::exchange::{Format, Options, annotation_file, export, import};
use factmark::text::{Document, Published};

/// Bytes of text. Smaller as WebAssembly, where Node 20 can fall over its own collector while a large memory grows.
const SIZES: &[usize] =
    if cfg!(target_family = "wasm") { &[100_000, 1_000_000] } else { &[100_000, 1_000_000, 5_000_000] };

/// Our own articles, one after the other, until there are `bytes` of text.
fn text_of(bytes: usize) -> String {
    let articles = [
        factmark::EXAMPLE,
        include_str!("../tests/articles/harbour-ferry.txt"),
        include_str!("../tests/articles/rate-decision.txt"),
        include_str!("../tests/articles/library-blog.txt"),
    ];
    let mut text = String::with_capacity(bytes + 10_000);
    for article in articles.iter().cycle() {
        if text.len() >= bytes {
            break;
        }
        text.push_str(article);
        text.push_str("\n\n");
    }
    text
}

/// The median of 25 runs, in seconds: enough for a WebAssembly engine to warm up on the small text.
fn median(run: impl FnMut()) -> f64 {
    median_of(25, run)
}

fn median_of(runs: usize, mut run: impl FnMut()) -> f64 {
    let mut rounds: Vec<f64> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64()
        })
        .collect();
    rounds.sort_by(f64::total_cmp);
    rounds.get(rounds.len() / 2).copied().unwrap_or_default()
}

fn report(part: &str, size: usize, seconds: f64) {
    #[expect(clippy::cast_precision_loss, reason = "sizes of some megabytes")]
    let megabytes = size as f64 / 1e6;
    println!(
        "{part:<22} {megabytes:>6.1} MB {:>9.1} MB/s {:>9.3} ms per 100 kB",
        megabytes / seconds,
        seconds / megabytes * 100.0
    );
}

/// Every format out and in, with as many annotations as an article of a megabyte has at most.
fn exchange() {
    const ANNOTATIONS: usize = 10_000;
    let text: Rc<str> = text_of(900_000).into();
    let document = Rc::new(Document::new(text));
    let facts = ArticleFacts::of(&document);
    let mut findings = Run::new(&document, facts.published).finish();
    let others = findings.dates.len() + findings.quotes.len();
    findings.claims.truncate(ANNOTATIONS.saturating_sub(others));
    let fresh = Session::open_without_budget("0f7c7a52-3f5e-4c8e-8a58-2d3c0c1f9a10", document, facts, findings);
    let act = |session: &Session, action: Action| {
        let at = DateTime::from_timestamp(1_790_000_000, 0).unwrap_or_default();
        let patch = session.reduce(&Entry { at, by: Some("someone".into()), action }).unwrap_or_default();
        session.apply(&patch)
    };
    let ids = fresh.annotations.iter().map(|mark| mark.id.clone()).collect();
    let decided = act(&fresh, Action::SetVerdicts(ids, Verdict::Verified));
    println!("{} annotations in {} kB of text", decided.annotations.len(), decided.document.text().len() / 1000);

    let show = |name: &str, way: &str, bytes: usize, seconds: f64| {
        println!("{name:<22} {way:<4} {:>6} kB {:>9.0} ms", bytes / 1000, seconds * 1000.0);
    };
    let mut files = Vec::new();
    let mut own = Vec::new();
    let seconds = median_of(3, || {
        own.clear();
        annotation_file::write_pretty(&decided, &mut own).unwrap_or_default();
    });
    show("annotation file", "out", own.len(), seconds);
    let seconds = median_of(3, || {
        black_box(annotation_file::read(&own)).ok();
    });
    show("annotation file", "open", own.len(), seconds);
    files.push(("annotation file", own));
    let options = Options { review_url: Some("https://example.org/review".to_owned()), ..Options::default() };
    for format in Format::ALL {
        let mut content = String::new();
        let seconds = median_of(3, || {
            let written = export(&decided, format, &options).unwrap_or_default();
            content = written.into_iter().next().map(|file| file.content).unwrap_or_default();
        });
        show(format.name(), "out", content.len(), seconds);
        if matches!(format, Format::WebAnnotation | Format::Hypothesis | Format::LabelStudio) {
            files.push((format.name(), content.into_bytes()));
        }
    }
    for (name, file) in files {
        let mut marks = 0;
        let seconds = median_of(3, || {
            let incoming = import(&file, &fresh).map(|imported| imported.incoming).unwrap_or_default();
            marks = incoming.annotations.len();
            black_box(act(&fresh, Action::Import(Box::new(incoming))));
        });
        show(name, "in", file.len(), seconds);
        assert_eq!(marks, decided.annotations.len(), "{name}");
    }
}

fn main() {
    if std::env::args().any(|argument| argument == "--exchange") {
        return exchange();
    }
    if std::env::args().any(|argument| argument == "--print-text") {
        print!("{}", text_of(1_000_000));
        return;
    }
    let published: Option<Published> = "2018-08-04".parse().ok();
    for bytes in SIZES {
        let text: Rc<str> = text_of(*bytes).into();
        report(
            "text core",
            text.len(),
            median(|| {
                black_box(Document::new(Rc::clone(&text)));
            }),
        );
        let document = Document::new(Rc::clone(&text));
        let paragraphs = document.paragraphs().len();
        let mut found: Vec<Detection> = Vec::new();
        report(
            "dates alone",
            text.len(),
            median(|| {
                found.clear();
                let mut tagger = DateTagger::new(&document, published);
                for view in (0..paragraphs).filter_map(|index| document.view(index)) {
                    tagger.paragraph(view, &mut found);
                }
            }),
        );
        report(
            "text core and dates",
            text.len(),
            median(|| {
                found.clear();
                let document = Document::new(Rc::clone(&text));
                let mut tagger = DateTagger::new(&document, published);
                for view in (0..paragraphs).filter_map(|index| document.view(index)) {
                    tagger.paragraph(view, &mut found);
                }
            }),
        );
        report(
            "quotes alone",
            text.len(),
            median(|| {
                found.clear();
                let mut finder = QuoteFinder::default();
                for index in 0..paragraphs {
                    finder.paragraph(&document, index);
                }
                finder.finish(&document, &mut found);
            }),
        );
        report(
            "all detectors",
            text.len(),
            median(|| {
                black_box(Run::new(&document, published).finish());
            }),
        );
    }
    exchange();
}
