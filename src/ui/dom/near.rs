//! Which elements come near what is seen of the element that scrolls them.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::prelude::*;

use super::after::use_after;
use super::view::{by_id, first};
use crate::ui::same::Same;

/// Attribute that holds the number of an element that is watched.
pub const NUMBER: &str = "data-block";

/// How far outside of the window counts as near.
const MARGIN: &str = "1200px 0px";

/// What watches the elements of a component, and the numbers of those that have come near. With each that comes, the
/// component is drawn again.
#[hook]
pub fn use_near() -> (Same<Near>, Rc<RefCell<Vec<usize>>>) {
    let came = use_mut_ref(Vec::new);
    let near = {
        let (came, draw) = (came.clone(), use_force_update());
        use_memo((), move |()| {
            Near::new(move |numbers| {
                came.borrow_mut().extend(numbers);
                draw.force_update();
            })
        })
    };
    (near.into(), came)
}

/// Watches the element with this number in the element with id `scroller`, where it is not drawn yet.
#[hook]
pub fn use_watch(near: &Same<Near>, scroller: &'static str, number: usize, drawn: bool) {
    let near = near.clone();
    let watch = Box::new(move || {
        if !drawn {
            near.watch(scroller, number);
        }
    });
    use_after([number, 0], watch);
}

/// Watches elements until each has come near once.
pub struct Near {
    observer: OnceCell<IntersectionObserver>,
    came: Closure<dyn FnMut(js_sys::Array, IntersectionObserver)>,
}

impl Near {
    /// Tells `came` the numbers of the elements that have come near.
    #[must_use]
    pub fn new(came: impl Fn(Vec<usize>) + 'static) -> Self {
        let came = Closure::new(move |entries: js_sys::Array, observer: IntersectionObserver| {
            let entries = entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok());
            let here = entries.filter(IntersectionObserverEntry::is_intersecting).filter_map(|entry| {
                let element = entry.target();
                observer.unobserve(&element);
                element.get_attribute(NUMBER)?.parse().ok()
            });
            let here: Vec<usize> = here.collect();
            if !here.is_empty() {
                came(here);
            }
        });
        Self { observer: OnceCell::new(), came }
    }

    /// Watches the element with this number in the element with id `scroller`.
    pub fn watch(&self, scroller: &str, number: usize) {
        let Some(element) = first(&format!("#{scroller} [{NUMBER}=\"{number}\"]")) else { return };
        if self.observer.get().is_none() {
            let options = IntersectionObserverInit::new();
            options.set_root(by_id(scroller).as_ref());
            options.set_root_margin(MARGIN);
            let observer = IntersectionObserver::new_with_options(self.came.as_ref().unchecked_ref(), &options);
            if let Ok(observer) = observer {
                let _: Result<(), _> = self.observer.set(observer);
            }
        }
        if let Some(observer) = self.observer.get() {
            observer.observe(&element);
        }
    }
}

impl Drop for Near {
    fn drop(&mut self) {
        if let Some(observer) = self.observer.get() {
            observer.disconnect();
        }
    }
}

impl std::fmt::Debug for Near {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Near")
    }
}
