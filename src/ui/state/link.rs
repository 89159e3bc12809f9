//! Linking two marks: begun at one, finished at the other.

use super::{Bench, Mode, Side, Stamp};
use crate::annotation::{Action, ActionError, LinkId, Relation};

impl Bench {
    /// Begins a link at the current mark, or finishes the one that was begun. True where a link was made.
    pub fn link(&mut self, relation: Relation, stamp: &Stamp) -> Result<bool, ActionError> {
        let Some(current) = self.current.clone() else { return Ok(false) };
        match std::mem::take(&mut self.mode) {
            Mode::Linking(from, relation) if from != current => {
                let id = LinkId::from(format!("l-{}", stamp.id));
                self.act(&Action::Link { id, relation, from, to: current.clone() }, stamp)?;
                self.select(Some(current), Side::Same);
                Ok(true)
            }
            // The same key again on the same mark leaves.
            Mode::Linking(..) => Ok(false),
            _ => {
                self.drawer = super::Drawer::Closed;
                self.mode = Mode::Linking(current, relation);
                Ok(false)
            }
        }
    }
}
