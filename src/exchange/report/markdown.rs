//! The report as Markdown (`CommonMark`).

use super::{Block, Line, Piece};

pub(super) fn write(blocks: &[Block]) -> String {
    let mut out = String::new();
    let mut in_list = false;
    for block in blocks {
        let is_item = matches!(block, Block::Item(_));
        if !(out.is_empty() || in_list && is_item) {
            out.push('\n');
        }
        in_list = is_item;
        let (before, words) = match block {
            Block::Title(title) => ("# ", title),
            Block::Section(heading) => ("## ", heading),
            Block::Passage(words) => ("> ", words),
            Block::Line(words) => ("", words),
            Block::Item(words) => ("- ", words),
            // A picture has its list below.
            Block::Picture(_) => {
                out.pop();
                continue;
            }
        };
        out.push_str(before);
        line(&mut out, words);
        out.push('\n');
    }
    out
}

fn line(out: &mut String, line: &Line) {
    for piece in &line.0 {
        match piece {
            Piece::Plain(text) => escape(out, text),
            Piece::Strong(text) => {
                let words = text.trim();
                let after = text.get(text.trim_end().len()..).unwrap_or_default();
                if !words.is_empty() {
                    out.push_str("**");
                    escape(out, words);
                    out.push_str("**");
                }
                out.push_str(after);
            }
            Piece::Address(url) => {
                out.push('<');
                out.push_str(&url.replace('<', "%3C").replace('>', "%3E"));
                out.push('>');
            }
        }
    }
}

/// Text that Markdown takes as it stands, on one line.
fn escape(out: &mut String, text: &str) {
    let start = out.len();
    let begins = ["\n", "\n> ", "\n- "].iter().any(|before| out.ends_with(before));
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' => {
                out.push('\\');
                out.push(c);
            }
            // What begins a list or a table where it begins a line.
            '+' | '-' | '=' if begins && out.len() == start => {
                out.push('\\');
                out.push(c);
            }
            '.' | ')' if begins && digits > 0 && out.len() == start + digits => {
                out.push('\\');
                out.push(c);
            }
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => out.push(' '),
            c => out.push(c),
        }
    }
}
