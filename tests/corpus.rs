//! Runs the cases of `tests/corpus/**/*.md`; `tests/corpus/README.md` says how to write one.
//!
//! `FACTMARK_CORPUS=tests/corpus/dates/months.md cargo test --test corpus` runs one file or folder.

mod corpus_format;

use std::path::{Path, PathBuf};

use corpus_format::check::Reading;
use corpus_format::parse::cases;

#[test]
fn every_case_of_the_corpus_holds() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let chosen = std::env::var_os("FACTMARK_CORPUS").map_or_else(|| PathBuf::from("tests/corpus"), PathBuf::from);
    let mut files = Vec::new();
    collect(&root.join(&chosen), &mut files);
    files.sort();
    assert!(!files.is_empty(), "no Markdown file at {}", chosen.display());

    let (mut failures, mut checked) = (Vec::new(), 0);
    for file in files {
        let name = file.strip_prefix(root).unwrap_or(&file).display().to_string();
        let source = std::fs::read_to_string(&file).unwrap();
        match cases(&source) {
            Err(error) => failures.push(format!("{name}:{}: {}", error.line, error.what)),
            Ok(cases) => {
                for case in cases {
                    let reading = Reading::new(&case);
                    checked += case.marks.len();
                    failures.extend(case.marks.iter().filter_map(|mark| {
                        let found = reading.contradicts(&mark.expected)?;
                        Some(format!(
                            "{name}:{}: {}\n    expected  {}\n    found     {found}",
                            mark.line, case.heading, mark.source
                        ))
                    }));
                }
            }
        }
    }
    assert!(failures.is_empty(), "\n{}\n\n{} of {checked} expectations failed\n", failures.join("\n"), failures.len());
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    if path.is_dir() {
        for entry in std::fs::read_dir(path).into_iter().flatten().flatten() {
            collect(&entry.path(), files);
        }
    } else if path.extension().is_some_and(|e| e == "md") && path.file_name().is_some_and(|n| n != "README.md") {
        files.push(path.to_path_buf());
    }
}
