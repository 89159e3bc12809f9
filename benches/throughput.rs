//! How fast the core is, one line a part: milliseconds for 100 kB and megabytes a second, at three sizes of text, so
//! that cost out of line with the text shows.
//!
//! `cargo bench` runs it natively; `cargo xtask bench` runs the same file as WebAssembly too, beside the peers.

use std::hint::black_box;
use std::rc::Rc;
use std::time::Instant;

use factmark::detect::date::DateTagger;
use factmark::detect::quote::QuoteFinder;
use factmark::detect::{Detection, Run};
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
fn median(mut run: impl FnMut()) -> f64 {
    let mut rounds: Vec<f64> = (0..25)
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

fn main() {
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
                let mut finder = QuoteFinder::new(&document);
                for view in (0..paragraphs).filter_map(|index| document.view(index)) {
                    finder.paragraph(view, &mut found);
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
}
