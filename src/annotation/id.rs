//! Ids of what a person makes.

use factmark_reader::string_id;

string_id! {
    /// Id of a link between two annotations.
    LinkId
}
string_id! {
    /// Id of a reviewer: a UUID.
    ReviewerId
}
