//! The note on a mark: typed freely, saved half a second after the last key or on leaving the field.

use yew::prelude::*;

use crate::annotation::{Action, Annotation};
use crate::ui::dispatch;
use crate::ui::dom::{after, field, listen};
use crate::ui::same::Same;
use crate::ui::state::Command;
use crate::ui::strings::card;

/// Milliseconds after the last key.
const PAUSE: u32 = 500;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub mark: Same<Annotation>,
    /// The person asked for the note.
    pub asked: bool,
}

/// The note.
#[component]
pub fn Note(props: &Props) -> Html {
    // What was typed and is not saved yet, and what will save it.
    let typed = use_mut_ref(|| (None::<String>, None));
    let id = AttrValue::from(format!("note-{}", props.mark.id));
    after::use_focus(id.clone(), Some(id.clone()), props.asked);
    let commit = {
        let (typed, mark) = (typed.clone(), props.mark.id.clone());
        Callback::from(move |()| {
            let note = typed.borrow_mut().0.take();
            if let Some(note) = note {
                dispatch::act(Command::Do(Action::SetNote(mark.clone(), note)));
            }
        })
    };
    // Leaving the card saves too.
    let leave = {
        let commit = commit.clone();
        Box::new(|| -> Box<dyn FnOnce()> { Box::new(move || commit.emit(())) })
    };
    after::use_while([0, 0], leave);
    let oninput = {
        let (typed, commit) = (typed.clone(), commit.clone());
        Callback::from(move |event: InputEvent| {
            let commit = commit.clone();
            let later = listen::later(PAUSE, move || commit.emit(()));
            *typed.borrow_mut() = (Some(field::value(&event)), Some(later));
        })
    };
    let onblur = Callback::from(move |_| {
        typed.borrow_mut().1.take();
        commit.emit(());
    });
    html! {
        <div class="note" hidden={!props.asked && props.mark.note.is_empty()}>
            <label class="sr" for={id.clone()}>{ card::NOTE_LABEL }</label>
            <textarea class="field" {id} rows="2" placeholder={card::NOTE_LABEL} value={props.mark.note.clone()} {oninput} {onblur} />
        </div>
    }
}
