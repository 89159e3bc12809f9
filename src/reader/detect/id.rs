//! Stable ids.

use sha2::{Digest, Sha256};

use super::Kind;
use crate::text::TextRange;

/// An id that is a string in files and cheap to clone.
#[macro_export]
macro_rules! string_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(std::rc::Rc<str>);

        impl $name {
            /// The id as it stands in a file.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.into())
            }
        }

        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self(id.into())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

string_id! {
    /// Id of an annotation: of a detection a hash of kind, place and words, of a mark made by hand a UUID.
    AnnotationId
}

impl AnnotationId {
    /// The id of a detection of `kind` at `range` of `text`: `c-`, `d-` or `q-` and 12 hexadecimal digits of a hash of
    /// kind, place and words, so that the same text gives the same ids on every machine.
    #[must_use]
    pub fn of_detection(kind: Kind, range: TextRange, text: &str) -> Self {
        let mut hash = Sha256::new();
        hash.update(kind.as_str());
        hash.update(range.start.to_le_bytes());
        hash.update(range.end.to_le_bytes());
        hash.update(range.of(text));
        let digest = hash.finalize();
        let number = digest.iter().take(6).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        Self(format!("{}-{number:012x}", kind.letter()).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_detection_has_one_id_on_every_machine() {
        let id = AnnotationId::of_detection(Kind::Date, TextRange::new(3, 7), "in July");
        assert_eq!(id, AnnotationId::of_detection(Kind::Date, TextRange::new(3, 7), "in July"));
        assert!(id.as_str().starts_with("d-"));
        assert_eq!(id.as_str().len(), 14);
        assert_ne!(id, AnnotationId::of_detection(Kind::Claim, TextRange::new(3, 7), "in July"));
    }
}
