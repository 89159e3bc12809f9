//! What a mark was read as, the alternatives one click away, and a field for any other reading.

use std::borrow::Cow;

use yew::prelude::*;

use super::button::{opens, yes_or_no};
use super::small::{error, nothing};
use crate::annotation::{Action, Annotation};
use crate::detect::Detail;
use crate::detect::date::DateDetail;
use crate::detect::quote::{Candidate, QuoteDetail, Source, SourceKind};
use crate::ui::by_hand;
use crate::ui::dispatch;
use crate::ui::dom::{after, field};
use crate::ui::same::Same;
use crate::ui::state::{Bench, Command, Drawer};
use crate::ui::strings::{self, card};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub bench: Same<Bench>,
    pub mark: Same<Annotation>,
}

/// The reading.
#[component]
pub fn Reading(props: &Props) -> Html {
    let Props { bench, mark } = props;
    let wrong = use_state_eq(AttrValue::default);
    let open = bench.drawer == Drawer::Reading;
    after::use_focus("other-reading".into(), None, open);
    let choice = |words: String, chosen: bool, detail: Detail| {
        let onclick = dispatch::click(Command::Do(Action::SetDetail(mark.id.clone(), detail)));
        html! { <button type="button" aria-pressed={yes_or_no(chosen)} {onclick}>{ words }</button> }
    };
    let (choices, label) = match &mark.detail {
        Detail::Claim(_) => return nothing(),
        Detail::Date(date) => (dates(date, choice), card::OTHER_DATE),
        Detail::Quote(quote) => (speakers(quote, choice), card::OTHER_SPEAKER),
    };
    let onsubmit = {
        let (bench, mark, wrong) = (bench.clone(), mark.clone(), wrong.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let words = field::value_of("other-reading");
            let detail = match &mark.detail {
                Detail::Date(date) => {
                    by_hand::date(&bench.session, date, &words).map(Detail::Date).map_err(|error| error.to_string())
                }
                Detail::Quote(quote) => {
                    speaker(quote, &words).map(Detail::Quote).ok_or_else(|| card::OTHER_SPEAKER.to_owned())
                }
                Detail::Claim(_) => return,
            };
            match detail {
                Ok(detail) => {
                    wrong.set(AttrValue::default());
                    dispatch::act(Command::Do(Action::SetDetail(mark.id.clone(), detail)));
                }
                Err(error) => wrong.set(error.into()),
            }
        })
    };
    // A date the person has kept stays as it is when the publication date changes, and says what it would be now.
    let newer = bench.session.stale_reading(mark);
    let is_quote = matches!(mark.detail, Detail::Quote(_));
    html! {
        <div class="read">
            if is_quote { <span class="label">{ card::SPEAKER }</span> }
            { for choices }
            { opens(card::OTHER, None, open, dispatch::click(Command::Open(Drawer::Reading))) }
            if open {
                <form {onsubmit}>
                    <label class="sr" for="other-reading">{ label }</label>
                    <input id="other-reading" class="field" placeholder={label} autocomplete="off"
                        aria-invalid={(!wrong.is_empty()).then_some("true")} />
                    <button type="submit">{ card::SET }</button>
                </form>
            }
            if open { { error(&wrong) } }
            { for newer.map(|detail| html! {
                <p class="stale">
                    { card::READS_OTHERWISE }{ " " }
                    <button type="button" onclick={dispatch::click(Command::Do(Action::SetDetail(mark.id.clone(), Detail::Date(detail.clone()))))}>
                        { strings::date(&detail) }
                    </button>
                </p>
            }) }
        </div>
    }
}

/// The reading of a date and what else it could be.
fn dates(date: &DateDetail, choice: impl Fn(String, bool, Detail) -> Html) -> Vec<Html> {
    let mut choices = Vec::new();
    if date.value.is_empty() {
        choices.push(html! { <span class="label">{ card::NOT_READ }</span> });
    } else {
        choices.push(choice(strings::date(date), true, Detail::Date(date.clone())));
    }
    for other in &date.alternatives {
        let detail = by_hand::read_as(date, DateDetail { value: other.clone(), ..date.clone() });
        choices.push(choice(strings::timex(other), false, Detail::Date(detail)));
    }
    choices
}

/// The speaker and who else it could be.
fn speakers(quote: &QuoteDetail, choice: impl Fn(String, bool, Detail) -> Html) -> Vec<Html> {
    let mut choices = Vec::new();
    let Some(source) = &quote.source else {
        choices.push(html! { <span class="label">{ card::NO_SPEAKER }</span> });
        return choices;
    };
    choices.push(choice(source.name.clone(), true, Detail::Quote(quote.clone())));
    for other in source.candidates.iter().filter(|other| other.name != source.name) {
        if let Some(detail) = speaker(quote, &other.name) {
            choices.push(choice(other.name.clone(), false, Detail::Quote(detail)));
        }
    }
    choices
}

/// `quote` as said by `name`; nothing for an empty name.
fn speaker(quote: &QuoteDetail, name: &str) -> Option<QuoteDetail> {
    let name = name.trim();
    if name.is_empty() {
        return None;
    }
    let mut candidates = quote.source.as_ref().map(|source| source.candidates.clone()).unwrap_or_default();
    candidates.retain(|other| other.name != name);
    if let Some(source) = &quote.source
        && source.name != name
        && !candidates.iter().any(|other| other.name == source.name)
    {
        candidates.insert(0, Candidate { name: source.name.clone(), confidence: source.confidence });
    }
    let kind = quote.source.as_ref().map_or(SourceKind::Person, |source| source.kind);
    let source = Source {
        range: None,
        name: name.to_owned(),
        kind,
        confidence: 1.0,
        rule: Cow::Borrowed("by-hand"),
        candidates,
    };
    Some(QuoteDetail { source: Some(source), ..quote.clone() })
}
