//! What is done once a component is drawn.
//!
//! One type of closure for all: each that `use_effect_with` gets is half a kB of the page.

use yew::prelude::*;

/// Does `act` once the component is drawn, the first time and whenever `what` is another than before.
#[hook]
pub fn use_after(what: [usize; 2], act: Box<dyn FnOnce()>) {
    let begin = Box::new(move || -> Box<dyn FnOnce()> {
        act();
        Box::new(|| ())
    });
    use_while(what, begin);
}

/// The same; what `begin` gives is done before the next time, and when the component goes.
#[hook]
pub fn use_while(what: [usize; 2], begin: Box<dyn FnOnce() -> Box<dyn FnOnce()>>) {
    use_effect_with(what, move |_| begin());
}

/// Gives the field with this id the focus when it is `asked` for, and brings the element `whole` into view.
#[hook]
pub fn use_focus(field: AttrValue, whole: Option<AttrValue>, asked: bool) {
    let give = Box::new(move || {
        if asked {
            super::view::focus(&field);
            if let Some(whole) = whole {
                super::view::scroll_to(&whole);
            }
        }
    });
    use_after([usize::from(asked), 0], give);
}
