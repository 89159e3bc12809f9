//! What each key means.

use super::dom::listen::Key;
use super::errand::Errand;
use super::state::{Bench, Command, Dialog, Drawer, Likes, Mode, Step};
use crate::annotation::span::{Edge, Stride, Way};
use crate::annotation::{Kind, Relation, Verdict};

/// What a key asks for.
#[derive(Debug)]
pub enum Meaning {
    /// A command.
    Command(Command),
    /// An errand.
    Errand(Errand),
}

/// What `key` means on the workbench; nothing where it is the browser's own.
pub fn meaning(key: &Key, bench: &Bench, likes: &Likes) -> Option<Meaning> {
    if key.alt {
        return None;
    }
    let letter = key.name.to_ascii_lowercase();
    if key.command {
        return with_command(&letter, key);
    }
    if key.name == "Escape" {
        return Some(if key.typing { Meaning::Errand(Errand::LeaveField) } else { Meaning::Command(Command::Escape) });
    }
    if key.typing {
        return None;
    }
    if let Some(errand) = caret(key, bench) {
        return Some(Meaning::Errand(errand));
    }
    match key.name.as_str() {
        "F2" => return Some(Meaning::Errand(Errand::Caret)),
        "Enter" if !key.on_button => return Some(Meaning::Errand(Errand::Swap)),
        "Backspace" | "Delete" => return Some(Meaning::Command(Command::Dismiss(None))),
        _ if !likes.letter_keys => return None,
        "?" => return Some(Meaning::Command(Command::Dialog(Some(Dialog::Help)))),
        "/" => return Some(Meaning::Errand(Errand::Search)),
        _ => {}
    }
    let stride = if key.shift { Stride::Character } else { Stride::Word };
    let decide = |verdict| if key.shift { Command::DecideInside(verdict) } else { Command::Decide(verdict) };
    let errand = match letter.as_str() {
        "1" => Errand::Mark(Kind::Claim),
        "2" => Errand::Mark(Kind::Date),
        "3" => Errand::Mark(Kind::Quote),
        "t" => Errand::Sentence,
        "r" => Errand::PlaceHere,
        _ => return letter_command(&letter, stride, decide, bench).map(Meaning::Command),
    };
    Some(Meaning::Errand(errand))
}

fn letter_command(letter: &str, stride: Stride, decide: impl Fn(Verdict) -> Command, bench: &Bench) -> Option<Command> {
    Some(match letter {
        "j" => Command::Go(Step::Next),
        "k" => Command::Go(Step::Previous),
        "n" => Command::Go(Step::Unchecked),
        "g" => Command::GoUnmarked,
        "h" => Command::ToggleCoverage,
        "w" => Command::GoWaiting,
        "y" => Command::Confirm(None),

        "v" => decide(Verdict::Verified),
        "x" => decide(Verdict::Inconsistent),
        "u" => decide(Verdict::Unclear),
        "c" => match &bench.mode {
            Mode::Linking(_, relation) => Command::Link(*relation),
            _ => Command::Link(Relation::Contradicts),
        },
        "l" => match &bench.mode {
            Mode::Linking(_, relation) => Command::Link(*relation),
            _ => Command::Open(Drawer::Relations),
        },
        "e" => Command::Open(Drawer::Evidence),
        "m" => Command::Open(Drawer::Note),
        "a" => Command::Move(Edge::Left, Way::Out, stride),
        "s" => Command::Move(Edge::Left, Way::In, stride),
        "d" => Command::Move(Edge::Right, Way::In, stride),
        "f" => Command::Move(Edge::Right, Way::Out, stride),
        "p" => {
            let at = bench.place.or(bench.selection).or_else(|| Some(bench.current()?.range))?;
            Command::Dialog(Some(Dialog::Paragraph(bench.session.document.paragraph_at(at.start)?)))
        }
        _ => return None,
    })
}

fn with_command(letter: &str, key: &Key) -> Option<Meaning> {
    match (letter, key.shift) {
        ("s", false) => Some(Meaning::Errand(Errand::Download)),
        // In a field these are the field's own.
        _ if key.typing => None,
        ("z", false) => Some(Meaning::Command(Command::Undo)),
        ("z", true) | ("y", false) => Some(Meaning::Command(Command::Redo)),
        _ => None,
    }
}

/// While the caret is in the article, the arrows move it and Enter marks.
fn caret(key: &Key, bench: &Bench) -> Option<Errand> {
    if bench.mode != Mode::Caret {
        return None;
    }
    let (forward, by) = match key.name.as_str() {
        "ArrowLeft" => (false, "character"),
        "ArrowRight" => (true, "character"),
        "ArrowUp" => (false, "line"),
        "ArrowDown" => (true, "line"),
        "Home" => (false, "lineboundary"),
        "End" => (true, "lineboundary"),
        "Enter" => return Some(Errand::Mark(Kind::Claim)),
        _ => return None,
    };
    Some(Errand::MoveCaret { extend: key.shift, forward, by })
}
