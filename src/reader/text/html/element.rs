//! What the elements of HTML mean for the text.

use crate::text::words;

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
pub(super) fn role(tag: &str) -> Role {
    ROLES.iter().find(|(_, tags)| words::has(tags, tag)).map_or(Role::Inline, |(role, _)| *role)
}

/// Whether HTML is likely to open with the element `tag`.
pub(super) fn opens_page(tag: &str) -> bool {
    matches!(role(tag), Role::Block | Role::Heading | Role::Article | Role::Form | Role::Script)
        || matches!(tag, "a" | "b" | "em" | "font" | "i" | "img" | "link" | "meta" | "span" | "strong")
}

/// What each element does, by its name; what is not here is inline, as are the first.
const ROLES: &[(Role, &str)] = &[
    (Role::Inline, "a b em i span strong"),
    (
        Role::Block,
        "address blockquote body caption center dd details dir div dl dt fieldset figcaption figure frameset h2 h3 h4 \
         h5 h6 head header hgroup html legend li ol p pre section summary table tbody tfoot thead title tr ul",
    ),
    (Role::Heading, "h1"),
    (Role::Line, "br"),
    (Role::Cell, "td th"),
    (Role::Article, "article main"),
    (Role::Form, "form"),
    (Role::Footer, "footer"),
    (Role::Navigation, "aside menu nav"),
    (Role::Script, "noframes noscript script style template"),
    (Role::Field, "button datalist dialog label meter optgroup option output progress select textarea"),
    (Role::Media, "applet audio canvas iframe map object picture svg video"),
    (Role::Void, "area base col embed hr img input link meta param source track wbr"),
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
    /// Reads an attribute; `value` is empty where it has none.
    pub fn read(&mut self, name: &str, value: &str) {
        let value = value.trim();
        let lower = || value.to_ascii_lowercase();
        let field = match name {
            // "until-found" is shown on a search only.
            "hidden" => return self.hidden = true,
            "aria-hidden" => return self.hidden |= value.eq_ignore_ascii_case("true"),
            "style" => {
                let mut style = lower();
                style.retain(|c| !c.is_whitespace());
                return self.hidden |= style.contains("display:none") || style.contains("visibility:hidden");
            }
            "class" => {
                let reads = |class| words::has(SCREEN_READER_CLASSES, class);
                return self.hidden |= value.split_ascii_whitespace().any(reads);
            }
            "role" if words::has(NAVIGATION, value) => return self.role = Some(Role::Navigation),
            "rel" => return self.rel = lower(),
            "property" | "name" | "itemprop" if self.name.is_empty() => return self.name = lower(),
            "content" => &mut self.content,
            "datetime" => &mut self.datetime,
            "href" => &mut self.href,
            "lang" => &mut self.lang,
            _ => return,
        };
        value.clone_into(field);
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
const SCREEN_READER_CLASSES: &str = "screen-reader-text sr-only visually-hidden visuallyhidden";

/// Roles of what leads to other pages.
const NAVIGATION: &str = "complementary contentinfo menu menubar navigation search toolbar";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_sorted_and_hold_nothing_twice() {
        assert!(ROLES.iter().all(|(_, tags)| words::is_list(tags)));
        assert!(words::is_list(SCREEN_READER_CLASSES) && words::is_list(NAVIGATION));
    }
}
