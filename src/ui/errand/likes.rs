//! What the page remembers about the person.

use yew::AttrValue;

use super::Outside;
use crate::annotation::ReviewerId;
use crate::ui::dom::preferences::Preference;
use crate::ui::dom::{clock, view};
use crate::ui::same::Same;
use crate::ui::state::{Command, Likes};
use crate::ui::strings;

/// The person's id for the file.
pub fn reviewer() -> ReviewerId {
    let id = Preference::ReviewerId.get().unwrap_or_else(|| {
        let id = clock::new_uuid();
        Preference::ReviewerId.set(Some(&id));
        id
    });
    ReviewerId::from(id)
}

/// How the person likes the page.
pub fn remembered() -> Likes {
    let on = |preference: Preference| preference.get().as_deref() != Some("off");
    let theme = Preference::Theme.get();
    view::set_theme(theme.as_deref());
    strings::write_month_first(clock::month_first());
    Likes {
        theme: theme.map(AttrValue::from),
        letter_keys: on(Preference::LetterKeys),
        move_on: on(Preference::MoveOn),
        keep: on(Preference::Keep),
        name: Preference::ReviewerName.get().map(AttrValue::from),
        claim_share: Preference::ClaimShare.get().and_then(|share| share.parse().ok()).unwrap_or(25),
        headlines: Preference::Headlines.get().is_some(),
        mac: view::is_mac(),
    }
}

impl Outside {
    /// Changes and remembers how the person likes the page.
    pub(super) fn like(&self, change: &dyn Fn(&mut Likes)) {
        let mut likes = (*self.state().likes).clone();
        change(&mut likes);
        let off = |on: bool| (!on).then_some("off");
        Preference::Theme.set(likes.theme.as_deref());
        Preference::LetterKeys.set(off(likes.letter_keys));
        Preference::MoveOn.set(off(likes.move_on));
        Preference::Keep.set(off(likes.keep));
        Preference::ReviewerName.set(likes.name.as_deref());
        Preference::ClaimShare.set((likes.claim_share != 25).then(|| likes.claim_share.to_string()).as_deref());
        Preference::Headlines.set(likes.headlines.then_some("on"));
        view::set_theme(likes.theme.as_deref());
        self.act(Command::Likes(Same::new(likes)));
    }

    /// From light to dark and back; what the system has anyway is not remembered.
    pub(super) fn change_theme(&self) {
        let system = view::prefers_dark();
        self.like(&|likes| {
            let dark = likes.theme.as_deref().map_or(system, |theme| theme == "dark");
            likes.theme = (dark == system).then_some(AttrValue::Static(if dark { "light" } else { "dark" }));
        });
    }
}
