//! `annotate`: text in, annotation file out.

use std::borrow::Cow;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::SystemTime;

use chrono::DateTime;
use factmark::annotation::{ArticleFacts, Session, Timestamp};
use factmark::detect::{Run, claim};
use factmark::exchange::{self, Format, annotation_file};
use factmark::text::html::{self, PageFacts};
use factmark::text::{Document, Published, decode};
use serde::Deserialize;
use serde_json::Value;

const HELP: &str = "\
annotate: marks the claims, dates and quotations of an article and writes an annotation file

usage: annotate [options] [FILE|-]...
       annotate --jsonl [options] [FILE|-]...
       annotate export --to FORMAT [options] [FILE|-]

Reads articles (text or HTML) from the files or from standard input. One gives an indented file, several give one file
a line.

  --jsonl           one {\"id\", \"text\", \"published\"?} a line in, one annotation file a line out, in the same order,
                    each with the given id; a line that cannot be read is reported on standard error and left out
  --published DATE  publication date of texts that come without one: 2018-08-04 or 2018-08-04T15:14:00+03:00;
                    without it, what the head of the text says
  --all-claims      every sentence is a claim, with its score: no choice, for measuring
  --now             write the time into `created` and `modified`; without it the same input gives the same bytes
  -h, --help        this text
  -V, --version     the version

`export` reads an annotation file and writes it in another format, to standard output or into a folder:

  --to FORMAT       html, markdown, csv, web-annotation, claim-review, hypothesis, label-studio, doccano, brat
  --into FOLDER     writes a file, named after the article; for brat the text too
  --confidential    sources marked as confidential too
  --review-url URL  for claim-review: the page on which the review stands
  --publisher NAME  for claim-review: who publishes the review

exit status: 0 done; 1 some text could not be read; 2 the command line is wrong
";

/// Texts longer than this are refused: 20 MB.
const LONGEST_TEXT: usize = 20_000_000;

/// Lines longer than this are refused before they are read whole: a text of 20 MB with every character escaped.
const LONGEST_LINE: u64 = 6 * LONGEST_TEXT as u64;

fn main() -> ExitCode {
    let options = match Options::parse(lexopt::Parser::from_env()) {
        Ok(Command::Annotate(options)) => options,
        Ok(Command::Export(order)) => return order.run(),
        Ok(Command::Say(text)) => {
            // Nobody is left to tell where standard output is closed.
            let _ = io::stdout().write_all(text.as_bytes());
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("annotate: {error}; `annotate --help` tells what there is");
            return ExitCode::from(2);
        }
    };
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    match options.run(&mut out).and_then(|refused| out.flush().map(|()| refused)) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        // Whoever reads us has had enough, as in `annotate ... | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("annotate: cannot write: {error}");
            ExitCode::FAILURE
        }
    }
}

/// What the command line asks for.
enum Command {
    Annotate(Options),
    Export(Order),
    Say(String),
}

#[derive(Default)]
struct Options {
    jsonl: bool,
    all_claims: bool,
    published: Option<Published>,
    now: Option<Timestamp>,
    files: Vec<OsString>,
}

impl Options {
    fn parse(mut arguments: lexopt::Parser) -> Result<Command, lexopt::Error> {
        use lexopt::ValueExt as _;
        use lexopt::prelude::{Long, Short, Value};
        let mut options = Self::default();
        let mut is_first = true;
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("jsonl") => options.jsonl = true,
                Long("all-claims") => options.all_claims = true,
                Long("published") => options.published = Some(arguments.value()?.parse()?),
                Long("now") => options.now = now(),
                Short('h') | Long("help") => return Ok(Command::Say(HELP.to_owned())),
                Short('V') | Long("version") => {
                    return Ok(Command::Say(format!("annotate {}\n", env!("CARGO_PKG_VERSION"))));
                }
                Value(word) if word == "export" && is_first => return Order::parse(arguments).map(Command::Export),
                Value(file) => options.files.push(file),
                Short(_) | Long(_) => return Err(argument.unexpected()),
            }
            is_first = false;
        }
        if options.files.is_empty() {
            options.files.push("-".into());
        }
        Ok(Command::Annotate(options))
    }

    /// Reads every input and writes what comes of it; gives how many texts could not be read.
    ///
    /// # Errors
    /// Where `out` cannot be written to.
    fn run(&self, out: &mut impl Write) -> io::Result<u64> {
        let mut refused = 0;
        for file in &self.files {
            let name = file.to_string_lossy();
            let input: Box<dyn Read> = if name == "-" {
                Box::new(io::stdin().lock())
            } else {
                match File::open(file) {
                    Ok(input) => Box::new(input),
                    Err(error) => {
                        eprintln!("annotate: {name}: {error}");
                        refused += 1;
                        continue;
                    }
                }
            };
            if self.jsonl {
                refused += self.lines(&name, BufReader::with_capacity(1 << 16, input), out)?;
            } else if let Some(error) = complaint(self.file(input, out))? {
                eprintln!("annotate: {name}: {error}");
                refused += 1;
            }
        }
        Ok(refused)
    }

    fn file(&self, input: impl Read, out: &mut impl Write) -> Result<(), Trouble> {
        let bytes = read_all(input, LONGEST_TEXT as u64).map_err(Trouble::Input)?;
        let decoded = decode::decode(&bytes).map_err(|error| Trouble::Input(error.to_string()))?;
        if decoded.replaced > 0 {
            eprintln!("annotate: {} characters could not be read and stand as U+FFFD", decoded.replaced);
        }
        let (text, page) = if html::is_html(&decoded.text) {
            let page = html::reduce(&decoded.text);
            (page.text, Some(page.facts))
        } else {
            (decoded.text, None)
        };
        let session = self.annotate(None, &text, self.published, page.as_ref()).map_err(Trouble::Input)?;
        if self.files.len() == 1 {
            annotation_file::write_pretty(&session, &mut *out)?;
        } else {
            annotation_file::write_line(&session, &Value::from(&*session.id), &mut *out)?;
        }
        Ok(out.write_all(b"\n")?)
    }

    /// The stream form: memory is one line and what is found in it.
    fn lines(&self, name: &str, mut input: BufReader<impl Read>, out: &mut impl Write) -> io::Result<u64> {
        let (mut line, mut refused) = (Vec::new(), 0);
        for number in 1_u64.. {
            line.clear();
            if input.buffer().is_empty() {
                // Reading may wait now: let those who wait for us have what there is.
                out.flush()?;
            }
            let read = match input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line) {
                Ok(read) => read,
                Err(error) => {
                    eprintln!("annotate: {name}: line {number}: {error}");
                    return Ok(refused + 1);
                }
            };
            if read == 0 {
                break;
            }
            let result = if read as u64 == LONGEST_LINE && line.last() != Some(&b'\n') {
                input.skip_until(b'\n')?;
                Err(Trouble::Input(format!("longer than {LONGEST_LINE} bytes")))
            } else if line.trim_ascii().is_empty() {
                Ok(())
            } else {
                self.line(&line, out)
            };
            if let Some(error) = complaint(result)? {
                eprintln!("annotate: {name}: line {number}: {error}");
                refused += 1;
            }
        }
        Ok(refused)
    }

    fn line(&self, line: &[u8], out: &mut impl Write) -> Result<(), Trouble> {
        let line: Line = serde_json::from_slice(line.trim_ascii_end()).map_err(|error| {
            Trouble::Input(format!("not a line such as {{\"id\": \"a1\", \"text\": \"...\"}}: {error}"))
        })?;
        let published = match line.published.as_deref().map(str::trim) {
            None | Some("") => self.published,
            Some(written) => Some(written.parse().map_err(|error: factmark::text::PublishedError| {
                Trouble::Input(format!("id {}: published: {error}", line.id))
            })?),
        };
        let session = self
            .annotate(Some(""), &line.text, published, None)
            .map_err(|error| Trouble::Input(format!("id {}: {error}", line.id)))?;
        annotation_file::write_line(&session, &line.id, &mut *out)?;
        Ok(out.write_all(b"\n")?)
    }

    fn annotate(
        &self,
        id: Option<&str>,
        text: &str,
        published: Option<Published>,
        page: Option<&PageFacts>,
    ) -> Result<Session, String> {
        if text.len() > LONGEST_TEXT {
            return Err(format!("the text has {} bytes; the most that is read is {LONGEST_TEXT}", text.len()));
        }
        let document = Document::new(text);
        let mut facts = page.map_or_else(|| ArticleFacts::of(&document), |page| ArticleFacts::of_page(&document, page));
        if published.is_some() {
            facts.published = published;
        }
        let mut findings = Run::new(&document, facts.published).finish();
        let id = id.map_or_else(|| Session::id_of_text(text).into(), Cow::Borrowed);
        let mut session = if self.all_claims {
            findings.claims = claim::every_sentence(&document, &findings.dates, &findings.quotes);
            Session::open_without_budget(&id, Rc::new(document), facts, findings)
        } else {
            Session::open(&id, Rc::new(document), facts, findings)
        };
        session.created = self.now;
        session.modified = self.now;
        Ok(session)
    }
}

/// What `export` is asked for.
struct Order {
    format: Format,
    options: exchange::Options,
    into: Option<PathBuf>,
    file: OsString,
}

impl Order {
    fn parse(mut arguments: lexopt::Parser) -> Result<Self, lexopt::Error> {
        use lexopt::ValueExt as _;
        use lexopt::prelude::{Long, Value};
        let (mut format, mut into, mut file) = (None, None, None);
        let mut options = exchange::Options::default();
        while let Some(argument) = arguments.next()? {
            match argument {
                Long("to") => {
                    let name = arguments.value()?.string()?;
                    let known = Format::named(&name);
                    format = Some(known.ok_or_else(|| format!("there is no format “{name}”"))?);
                }
                Long("into") => into = Some(arguments.value()?.into()),
                Long("confidential") => options.confidential = true,
                Long("review-url") => options.review_url = Some(arguments.value()?.string()?),
                Long("publisher") => options.publisher = Some(arguments.value()?.string()?),
                Value(name) if file.is_none() => file = Some(name),
                _ => return Err(argument.unexpected()),
            }
        }
        let format = format.ok_or("`export` wants to know the format: `--to FORMAT`")?;
        Ok(Self { format, options, into, file: file.unwrap_or_else(|| "-".into()) })
    }

    fn run(&self) -> ExitCode {
        match self.export() {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("annotate: {}: {error}", self.file.to_string_lossy());
                ExitCode::FAILURE
            }
        }
    }

    fn export(&self) -> Result<(), String> {
        let bytes = if self.file == "-" {
            read_all(io::stdin().lock(), exchange::LARGEST)
        } else {
            let file = File::open(&self.file).map_err(|error| error.to_string())?;
            read_all(file, exchange::LARGEST)
        }?;
        let opened = annotation_file::read(&bytes).map_err(|error| error.to_string())?;
        for note in &opened.notes {
            eprintln!("annotate: {}: {note}", self.file.to_string_lossy());
        }
        let files = exchange::export(&opened.session, self.format, &self.options).map_err(|error| error.to_string())?;
        match &self.into {
            Some(folder) => files.iter().try_for_each(|file| {
                let path = folder.join(&file.name);
                std::fs::write(&path, &file.content).map_err(|error| format!("{}: {error}", path.display()))
            }),
            None => files.first().map_or(Ok(()), |file| {
                io::stdout().write_all(file.content.as_bytes()).map_err(|error| format!("cannot write: {error}"))
            }),
        }
    }
}

/// All bytes of `input`, and one more than `most` where there are more.
fn read_all(input: impl Read, most: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    input.take(most + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    Ok(bytes)
}

/// One line of the stream form. Other fields are left alone.
#[derive(Deserialize)]
struct Line<'a> {
    id: Value,
    #[serde(borrow)]
    text: Cow<'a, str>,
    #[serde(default)]
    published: Option<String>,
}

/// Which side of the program something went wrong on.
enum Trouble {
    Input(String),
    Output(io::Error),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Trouble with the input is for the person and the run goes on; trouble with the output ends it.
fn complaint(result: Result<(), Trouble>) -> io::Result<Option<String>> {
    match result {
        Ok(()) => Ok(None),
        Err(Trouble::Input(error)) => Ok(Some(error)),
        Err(Trouble::Output(error)) => Err(error),
    }
}

/// The moment the program runs, to the second.
fn now() -> Option<Timestamp> {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).ok()?;
    DateTime::from_timestamp(i64::try_from(since.as_secs()).ok()?, 0)
}
