//! The report as a page that prints: nothing in it runs, and it loads nothing.

use super::{Block, Line, Piece, picture};

const STYLE: &str = "\
body{font:1rem/1.5 Charter,Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}\
h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.15rem;margin-top:2rem;border-bottom:1px solid #bbb}\
blockquote{margin:1.2rem 0 .3rem;padding-left:.8rem;border-left:3px solid #777}p{margin:.3rem 0}\
li{margin:.2rem 0;overflow-wrap:anywhere}svg{width:100%;height:auto;font:11px sans-serif}\
@media print{body{margin:0;max-width:none;font-size:10pt}blockquote,li,svg{break-inside:avoid}h2{break-after:avoid}}\
@media (prefers-color-scheme:dark){@media screen{body{background:#16181b;color:#e8e6e3}a{color:#7cc0f5}}}";

pub(super) fn write(title: &str, language: &str, blocks: &[Block]) -> String {
    let mut out = String::from("<!doctype html>\n<html lang=\"");
    escape(&mut out, if language.is_empty() { "en" } else { language });
    out.push_str(
        "\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>",
    );
    escape(&mut out, title);
    out.push_str("</title>\n<style>");
    out.push_str(STYLE);
    out.push_str("</style>\n");
    let mut in_list = false;
    for block in blocks {
        let is_item = matches!(block, Block::Item(_));
        if is_item != in_list {
            out.push_str(if is_item { "<ul>\n" } else { "</ul>\n" });
            in_list = is_item;
        }
        match block {
            Block::Title(title) => element(&mut out, "h1", title),
            Block::Section(heading) => element(&mut out, "h2", heading),
            Block::Passage(words) => element(&mut out, "blockquote dir=\"auto\"", words),
            Block::Line(words) => element(&mut out, "p", words),
            Block::Item(words) => element(&mut out, "li", words),
            Block::Picture(timeline) => picture::write(&mut out, timeline),
        }
    }
    if in_list {
        out.push_str("</ul>\n");
    }
    out
}

/// `tag`, which may have attributes, around `words`.
fn element(out: &mut String, tag: &str, words: &Line) {
    let name = tag.split(' ').next().unwrap_or(tag);
    out.push('<');
    out.push_str(tag);
    out.push('>');
    line(out, words);
    out.push_str("</");
    out.push_str(name);
    out.push_str(">\n");
}

fn line(out: &mut String, line: &Line) {
    for piece in &line.0 {
        match piece {
            Piece::Plain(text) => escape(out, text),
            Piece::Strong(text) => {
                out.push_str("<strong>");
                escape(out, text);
                out.push_str("</strong>");
            }
            Piece::Address(url) => {
                out.push_str("<a rel=\"noreferrer\" href=\"");
                escape(out, url);
                out.push_str("\">");
                escape(out, url);
                out.push_str("</a>");
            }
        }
    }
}

/// Text that stands for itself between tags and in attributes.
pub(super) fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\0' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}
