//! What the elements of HTML mean for the text.

/// What an element does to the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Nothing.
    Inline,
    /// It stands on its own.
    Block,
    /// So does a heading of the first level, which may be the title.
    Heading,
    /// It holds an article.
    Article,
    /// A line ends.
    Line,
    /// A cell of a table.
    Cell,
    /// A form: dropped when it is short.
    Form,
    /// Dropped outside an article.
    Footer,
    /// Dropped: script and style.
    Script,
    /// Dropped: ways to other pages.
    Navigation,
    /// Dropped: fields and buttons.
    Field,
    /// Dropped: pictures and films.
    Media,
    /// Dropped: not shown.
    Hidden,
    /// It has no content.
    Void,
}

/// What the element `tag`, in lower case, does.
pub(super) fn role(tag: &[u8]) -> Role {
    let find = |table: &[&[u8]]| table.binary_search(&tag).is_ok();
    match tag {
        b"article" | b"main" => Role::Article,
        b"h1" => Role::Heading,
        b"br" => Role::Line,
        b"td" | b"th" => Role::Cell,
        b"form" => Role::Form,
        b"footer" => Role::Footer,
        b"aside" | b"menu" | b"nav" => Role::Navigation,
        _ if find(BLOCKS) => Role::Block,
        _ if find(SCRIPTS) => Role::Script,
        _ if find(FIELDS) => Role::Field,
        _ if find(MEDIA) => Role::Media,
        _ if find(VOID) => Role::Void,
        _ => Role::Inline,
    }
}

/// Whether HTML is likely to open with the element `tag`.
pub(super) fn opens_page(tag: &str) -> bool {
    matches!(role(tag.as_bytes()), Role::Block | Role::Heading | Role::Article | Role::Form | Role::Script)
        || matches!(tag, "a" | "b" | "em" | "font" | "i" | "img" | "link" | "meta" | "span" | "strong")
}

const BLOCKS: &[&[u8]] = &[
    b"address",
    b"blockquote",
    b"body",
    b"caption",
    b"center",
    b"dd",
    b"details",
    b"dir",
    b"div",
    b"dl",
    b"dt",
    b"fieldset",
    b"figcaption",
    b"figure",
    b"frameset",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"head",
    b"header",
    b"hgroup",
    b"html",
    b"legend",
    b"li",
    b"ol",
    b"p",
    b"pre",
    b"section",
    b"summary",
    b"table",
    b"tbody",
    b"tfoot",
    b"thead",
    b"title",
    b"tr",
    b"ul",
];

const SCRIPTS: &[&[u8]] = &[b"noframes", b"noscript", b"script", b"style", b"template"];

const FIELDS: &[&[u8]] = &[
    b"button",
    b"datalist",
    b"dialog",
    b"label",
    b"meter",
    b"optgroup",
    b"option",
    b"output",
    b"progress",
    b"select",
    b"textarea",
];

const MEDIA: &[&[u8]] = &[b"applet", b"audio", b"canvas", b"iframe", b"map", b"object", b"picture", b"svg", b"video"];

const VOID: &[&[u8]] = &[
    b"area", b"base", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"param", b"source", b"track",
    b"wbr",
];

/// What the attributes of one start tag say that is of use here.
#[derive(Clone, Debug, Default)]
pub(super) struct Attributes {
    hidden: bool,
    role: Option<Role>,
    /// `property`, `name` or `itemprop`, in lower case.
    pub name: String,
    /// `content`.
    pub content: String,
    /// `datetime`.
    pub datetime: String,
    /// `rel`, in lower case.
    pub rel: String,
    /// `href`.
    pub href: String,
    /// `lang`.
    pub lang: String,
}

impl Attributes {
    /// An attribute, whose value may follow.
    pub fn name(&mut self, name: &[u8]) {
        self.hidden |= name == b"hidden";
    }

    /// The value of attribute `name`.
    pub fn value(&mut self, name: &[u8], value: &[u8]) {
        let value = String::from_utf8_lossy(value);
        let lower = || value.trim().to_ascii_lowercase();
        match name {
            // "until-found" is shown on a search only.
            b"aria-hidden" => self.hidden |= lower() == "true",
            b"style" => {
                let style: String = lower().chars().filter(|c| !c.is_whitespace()).collect();
                self.hidden |= style.contains("display:none") || style.contains("visibility:hidden");
            }
            b"class" => {
                self.hidden |= lower().split_ascii_whitespace().any(|class| SCREEN_READER_CLASSES.contains(&class));
            }
            b"role" => {
                let navigation = ["complementary", "contentinfo", "menu", "menubar", "navigation", "search", "toolbar"];
                if navigation.contains(&lower().as_str()) {
                    self.role = Some(Role::Navigation);
                }
            }
            b"property" | b"name" | b"itemprop" if self.name.is_empty() => self.name = lower(),
            b"content" => value.trim().clone_into(&mut self.content),
            b"datetime" => value.trim().clone_into(&mut self.datetime),
            b"rel" => self.rel = lower(),
            b"href" => value.trim().clone_into(&mut self.href),
            b"lang" => value.trim().clone_into(&mut self.lang),
            _ => {}
        }
    }

    /// Whether the element is not shown.
    pub fn hidden(&self) -> bool {
        self.hidden
    }

    /// The role that the tag claims against its name.
    pub fn role(&self) -> Option<Role> {
        self.role
    }
}

/// Classes of text for screen readers only, as the common style sheets name them.
const SCREEN_READER_CLASSES: &[&str] = &["screen-reader-text", "sr-only", "visually-hidden", "visuallyhidden"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted_and_hold_nothing_twice() {
        for table in [BLOCKS, SCRIPTS, FIELDS, MEDIA, VOID] {
            assert!(table.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }
}
