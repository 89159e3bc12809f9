//! Other people's validators on our exports: the W3C's for Web Annotation, code-point anchors, and schema.org's and
//! Google's rules for `ClaimReview`. They are node scripts outside this repository: `FACTMARK_VALIDATORS` names their
//! folder, and without it this test says so and does nothing.

#![expect(clippy::unwrap_used, reason = "tests may panic")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;

use factmark::annotation::{Action, ArticleFacts, Entry, Kind, Relation, Session, Verdict};
use factmark::detect::{Detail, Run, claim};
use factmark::exchange::{Format, Options, export};
use factmark::text::Document;

/// Emoji, joined emoji, flags, combining marks and right-to-left script.
const SCRIPTS: &str = "Ferry 👩‍👩‍👧 strike ends\r\n\r\nThe 🇪🇺 crews of Zu\u{308}rich went back on June 8, said Ana Ruiz. \
    “We waited [at the pier] for שלום‏,” she said, “and nobody 😀 came.” Two ferries sailed in July 2018.\n\
    The company lost 4 million euros on Monday.\n";

fn reviewed(text: &str) -> Session {
    let document = Document::new(text);
    let facts = ArticleFacts {
        url: Some("https://example.org/article".to_owned()),
        publisher: Some("The Example".to_owned()),
        published: "2018-08-04".parse().ok(),
        ..ArticleFacts::of(&document)
    };
    let mut findings = Run::new(&document, facts.published).finish();
    findings.claims = claim::every_sentence(&document, &findings.dates, &findings.quotes);
    let mut session = Session::open_without_budget(&Session::id_of_text(text), Rc::new(document), facts, findings);
    let ids: Vec<_> = session.annotations.iter().map(|mark| mark.id.clone()).collect();
    let mut actions: Vec<_> = ids.iter().map(|id| Action::SetVerdict(id.clone(), Verdict::Verified)).collect();
    actions.extend(ids.first().map(|id| Action::SetNote(id.clone(), "A note with <b> & \"quotes\".".to_owned())));
    if let [first, second, ..] = ids.as_slice() {
        let (from, to) = (first.clone(), second.clone());
        actions.push(Action::Link { id: "l 1".into(), relation: Relation::Contradicts, from, to });
    }
    let at = chrono::DateTime::from_timestamp(1_790_000_000, 0).unwrap();
    for action in actions {
        let patch = session.reduce(&Entry { at, by: Some("someone".into()), action }).unwrap();
        session = session.apply(&patch);
    }
    session
}

fn passes(validators: &Path, script: &str, files: &[&Path]) {
    let run = Command::new("node").arg(validators.join(script)).args(files).output().unwrap();
    let said = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success() && said.contains("PASS"), "{script}: {said}{}", String::from_utf8_lossy(&run.stderr));
}

#[test]
fn exports_pass_the_validators_of_others() {
    let Some(validators) = std::env::var_os("FACTMARK_VALIDATORS").map(PathBuf::from) else {
        eprintln!("skipped: FACTMARK_VALIDATORS names no folder");
        return;
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let article = fs::read_to_string("tests/articles/gerasimov-letter.txt").unwrap();
    for (name, text) in [("article", article.as_str()), ("scripts", SCRIPTS)] {
        let session = reviewed(text);
        assert!(session.annotations.iter().any(|mark| matches!(mark.detail, Detail::Quote(_))));
        assert!(session.count(Kind::Claim) > 2 && session.count(Kind::Date) > 1);
        let options = Options { review_url: Some("https://example.org/review".to_owned()), ..Options::default() };
        let text_file = folder.join(format!("{name}.txt"));
        fs::write(&text_file, text).unwrap();
        let write = |format: Format| {
            let file = folder.join(format!("{name}.{}", format.name()));
            let exported = export(&session, format, &options).unwrap();
            fs::write(&file, &exported.first().unwrap().content).unwrap();
            file
        };
        let annotations = write(Format::WebAnnotation);
        passes(&validators, "validate-webanno.mjs", &[&annotations]);
        passes(&validators, "validate-anchors.mjs", &[&text_file, &annotations]);
        passes(&validators, "validate-claimreview.mjs", &[&write(Format::ClaimReview)]);
    }
}
