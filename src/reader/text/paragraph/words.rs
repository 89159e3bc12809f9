//! Words that tell the furniture of an article from its text. In lower case, each table sorted.

/// Words that are hardly ever part of a name: a line that holds one says something.
pub(super) const VERBS: &str = "\
    accuses after agrees are arrested as be before calls charged claims confirms defends denies dies expected \
    faces found gets has have hits is kill killed kills launches may meets must needs plans rejects say says sees \
    sends sent should takes tells to told urges vows wants warns was were will wins won wrote";

/// Words that keep their small letters in headlines of the American style.
pub(super) const MINOR: &str = "\
    a about after against amid an and as at but by for from if in into nor of off on onto or out over per so than \
    the to up v via vs with without yet";

/// Words that say where somebody stands in a picture, set off by commas or brackets.
pub(super) const CAPTION_CUES: &str = "c center centre l left pictured r right";

/// Pairs of words that are said of a picture only.
pub(super) const SEEN_HERE: &[(&str, &str)] = &[("pictured", "here"), ("seen", "here"), ("shown", "here")];

/// Pairs of words that say where a picture comes from, at the start or the end of the words under it.
pub(super) const PHOTO_PAIRS: &[(&str, &str)] = &[
    ("ap", "photo"),
    ("file", "photo"),
    ("file", "picture"),
    ("getty", "images"),
    ("photo", "by"),
    ("photograph", "by"),
];

/// Words that name the maker of a picture.
pub(super) const CREDITS: &str = "\
    credit credits illustration image images photo photograph photographer photographs photos picture pictures \
    screenshot video";

/// Marks that may stand before a byline, the quotation's where the text that is quoted brings its own.
pub(super) const OPENERS: &[&str] = &["\"", "(", "“"];

/// Where a writer is to be followed.
pub(super) const NETWORKS: &str = "facebook instagram linkedin mastodon threads twitter";

/// Words that open a list of keywords.
pub(super) const TAGS: &str = "hashtags keywords labels tagged tags topics";

/// Pairs of words that open a list of keywords.
pub(super) const TAG_PAIRS: &[(&str, &str)] =
    &[("filed", "under"), ("more", "about"), ("more", "on"), ("related", "topics"), ("tagged", "with")];

/// Labels over links to other stories, and what else stands under an article.
pub(super) const LINK_LABELS: &str =
    "also external further more news read reading references related see sources stories watch";

/// Words before the link to another story: "Read more: ...".
pub(super) const TEASER_LABELS: &str = "also more read related see watch";

/// Words that may stand in a line of authors besides their names.
pub(super) const BYLINE_WORDS: &str = "\
    al an analyst and associated at bin bureau by chief columnist contributor correspondent da de del den der di \
    diplomatic du editor el for foreign from guest health in la le news of our political press reporter science \
    senior special sports staff the to van von with writer y";

/// Words that open a line of authors at the foot, before "by".
pub(super) const BYLINE_LEADS: &str = "compiled edited editing reported reporting story words writing written";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::is_list;

    #[test]
    fn the_tables_are_sorted_and_hold_nothing_twice() {
        for table in [VERBS, MINOR, CAPTION_CUES, CREDITS, TAGS, LINK_LABELS, TEASER_LABELS, BYLINE_WORDS, BYLINE_LEADS]
        {
            assert!(is_list(table), "{table:?}");
        }
        for table in [SEEN_HERE, PHOTO_PAIRS, TAG_PAIRS] {
            assert!(table.windows(2).all(|pair| pair[0] < pair[1]), "{table:?}");
        }
    }
}
