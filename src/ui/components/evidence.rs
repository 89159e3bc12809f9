//! Sources: on a card, in the form that adds one, and all of them in a list.

use std::rc::Rc;

use yew::prelude::*;

use super::button::{button, sign};
use super::passages::{matches, short};
use super::small::{beside, error, go, passage, remark};
use crate::annotation::{
    Action, Annotation, AnnotationId, Citation, Evidence, EvidenceId, EvidenceType, Stance, Status, is_web_address,
};
use crate::text::calendar_day;
use crate::ui::dispatch;
use crate::ui::dom::{after, clock, field};
use crate::ui::same::Same;
use crate::ui::state::{Bench, Command, Side};
use crate::ui::strings::{self, card, evidence as words};

const TYPES: [EvidenceType; 5] =
    [EvidenceType::Web, EvidenceType::Person, EvidenceType::Document, EvidenceType::Book, EvidenceType::Other];
const STANCES: [Stance; 3] = [Stance::Supports, Stance::Contradicts, Stance::Context];

#[derive(Properties, PartialEq)]
pub struct Props {
    pub bench: Same<Bench>,
    pub mark: Same<Annotation>,
}

/// The sources of a mark.
pub fn citations(bench: &Bench, mark: &Annotation) -> Html {
    let lines = mark.evidence.iter().filter_map(|citation| {
        let source = bench.session.source(&citation.evidence)?;
        let onchange = {
            let (mark, id) = (mark.id.clone(), Rc::clone(&source.id));
            Callback::from(move |event: Event| {
                let chosen = field::value(&event);
                if let Some(stance) = STANCES.into_iter().find(|stance| strings::stance(*stance) == chosen) {
                    dispatch::act(cite(&mark, &id, stance));
                }
            })
        };
        let uncite = dispatch::click(Command::Do(Action::Uncite(mark.id.clone(), Rc::clone(&source.id))));
        Some(html! {
            <li class="source" key={source.id.to_string()}>
                <div>
                    <select aria-label={words::STANCE} {onchange}>
                        { for STANCES.into_iter().map(|stance| html! {
                            <option selected={stance == citation.stance}>{ strings::stance(stance) }</option>
                        }) }
                    </select>
                    { " " }{ source_in_words(source) }
                </div>
                { sign("x", "×", card::UNCITE, uncite) }
            </li>
        })
    });
    html! { <ul>{ for lines }</ul> }
}

fn cite(mark: &AnnotationId, source: &EvidenceId, stance: Stance) -> Command {
    Command::Do(Action::Cite(mark.clone(), Citation { evidence: Rc::clone(source), stance }))
}

/// What a source is called; one without a title by its address.
fn title(source: &Evidence) -> &str {
    if source.title.is_empty() { source.url.as_deref().unwrap_or_default() } else { &source.title }
}

/// One source in words.
fn source_in_words(source: &Evidence) -> Html {
    let link = |url: &Option<String>, words: &str| {
        url.as_deref().filter(|url| is_web_address(url)).map(|url| {
            html! { <a href={url.to_owned()} target="_blank" rel="noopener noreferrer nofollow">{ words.to_owned() }</a> }
        })
    };
    let title = title(source);
    html! {
        <span dir="auto">
            if source.url.as_deref().is_some_and(is_web_address) {
                { for link(&source.url, title) }
            } else {
                <b>{ title }</b>
            }
            { for source.locator.as_ref().map(|place| format!(", {place}")) }
            { for link(&source.archive_url, words::ARCHIVED).map(|link| html! { <>{ ", " }{ link }</> }) }
            { for source.accessed.map(|day| format!(", {} {}", words::SEEN, strings::day(day))) }
            if source.confidential { { " · " }{ words::CONFIDENTIAL } }
            { for source.excerpt.as_ref().map(|excerpt| html! { <blockquote>{ excerpt }</blockquote> }) }
        </span>
    }
}

/// Attach a source that is listed, or a new one.
#[component]
pub fn Attach(props: &Props) -> Html {
    let Props { bench, mark } = props;
    let sought = use_state_eq(AttrValue::default);
    let oninput = {
        let sought = sought.clone();
        Callback::from(move |event: InputEvent| sought.set(field::value(&event).into()))
    };
    // With sources in the list a few letters find one; without, the form takes the caret.
    let any = !bench.session.evidence.is_empty();
    after::use_focus(KNOWN.into(), Some(KNOWN.into()), any);
    let known: Vec<_> = bench
        .session
        .evidence
        .iter()
        .filter(|source| !mark.evidence.iter().any(|citation| citation.evidence == source.id))
        .filter(|source| matches(&format!("{} {}", source.title, source.url.as_deref().unwrap_or_default()), &sought))
        .take(6)
        .collect();
    let cite = |source: &Evidence| cite(&mark.id, &source.id, Stance::default());
    let first = known.first().filter(|_| !sought.is_empty()).map(|source| Rc::new(cite(source)));
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if let ("Enter", Some(first)) = (event.key().as_str(), &first) {
            event.prevent_default();
            dispatch::act(Rc::clone(first));
        }
    });
    html! {
        <div class="form">
            if any {
                <label class="row">{ words::KNOWN }
                    <input id={KNOWN} class="field" type="search" {oninput} {onkeydown} autocomplete="off" />
                </label>
                <div class="pick">
                    { for known.into_iter().map(|source| html! {
                        <button type="button" class="chip" key={source.id.to_string()}
                            onclick={dispatch::click(cite(source))}>
                            { title(source) }
                        </button>
                    }) }
                </div>
            }
            <Form at={Some(mark.id.clone())} source={Same::new(Evidence::default())} takes_caret={!any} />
        </div>
    }
}

/// Id of the field that finds a listed source.
const KNOWN: &str = "known-source";

#[derive(Properties, PartialEq)]
struct FormProps {
    /// The mark the source is for.
    at: Option<AnnotationId>,
    /// What stands in the form.
    source: Same<Evidence>,
    /// The caret goes into it at once.
    #[prop_or_default]
    takes_caret: bool,
}

/// The form for a source.
#[component]
fn Form(props: &FormProps) -> Html {
    let draft = use_mut_ref(|| {
        let mut source = (*props.source).clone();
        if source.id.is_empty() {
            source.accessed = clock::today();
        }
        source
    });
    let draw = use_force_update();
    let wrong = use_state_eq(AttrValue::default);
    after::use_focus("source-title".into(), Some("source-form".into()), props.takes_caret);
    let change = |put: fn(&mut Evidence, String)| {
        let (draft, draw) = (draft.clone(), draw.clone());
        Callback::from(move |event: Event| {
            put(&mut draft.borrow_mut(), field::value(&event));
            draw.force_update();
        })
    };
    let tick = {
        let (draft, draw) = (draft.clone(), draw.clone());
        Callback::from(move |event: Event| {
            draft.borrow_mut().confidential = field::ticked(&event);
            draw.force_update();
        })
    };
    let onsubmit = {
        let (draft, wrong, at) = (draft.clone(), wrong.clone(), props.at.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let mut draft = draft.borrow().clone();
            // An address in the first field is an address.
            if draft.url.is_none() && is_web_address(draft.title.trim()) {
                draft.url = Some(std::mem::take(&mut draft.title).trim().to_owned());
            }
            let urls = [&draft.url, &draft.archive_url];
            let problem = if draft.title.trim().is_empty() && draft.url.is_none() {
                words::NEEDS_TITLE
            } else if urls.into_iter().flatten().any(|url| !is_web_address(url)) {
                words::NEEDS_HTTP
            } else {
                ""
            };
            wrong.set(problem.into());
            if problem.is_empty() {
                dispatch::act(Command::PutEvidence(draft, at.clone()));
            }
        })
    };
    let row = |label: &'static str,
               id: &'static str,
               kind: &'static str,
               value: Option<String>,
               put: fn(&mut Evidence, String)| {
        html! {
            <label class="row">{ label }
                <input class="field" {id} type={kind} value={value.unwrap_or_default()} onchange={change(put)} autocomplete="off" />
            </label>
        }
    };
    let draft = draft.borrow();
    html! {
        <form {onsubmit} novalidate=true id={props.at.is_some().then_some("source-form")}>
            { row(words::TITLE, "source-title", "text", Some(draft.title.clone()), |source, value| source.title = value) }
            { row(words::URL, "source-url", "url", draft.url.clone(), |source, value| source.url = filled(&value)) }
            <details open={draft.locator.is_some() || draft.excerpt.is_some()}>
                <summary>{ words::MORE }</summary>
                <div class="pair">
                    <label class="row">{ words::TYPE }
                        <select class="field" onchange={change(|source, value| {
                            source.evidence_type = TYPES.into_iter().find(|kind| strings::evidence_type(*kind) == value).unwrap_or_default();
                        })}>
                            { for TYPES.into_iter().map(|kind| html! {
                                <option selected={kind == draft.evidence_type}>{ strings::evidence_type(kind) }</option>
                            }) }
                        </select>
                    </label>
                    { row(words::LOCATOR, "source-locator", "text", draft.locator.clone(), |source, value| source.locator = filled(&value)) }
                    { row(words::ARCHIVE, "source-archive", "url", draft.archive_url.clone(), |source, value| source.archive_url = filled(&value)) }
                    { row(words::ACCESSED, "source-accessed", "date", draft.accessed.map(|day| day.to_string()), |source, value| source.accessed = calendar_day(&value)) }
                </div>
                <label class="row">{ words::EXCERPT }
                    <textarea class="field" rows="2" value={draft.excerpt.clone().unwrap_or_default()}
                        onchange={change(|source, value| source.excerpt = filled(&value))} />
                </label>
                <label class="check"><input type="checkbox" checked={draft.confidential} onchange={tick} />{ words::KEEP_BACK }</label>
            </details>
            { error(&wrong) }
            <div class="ends"><button type="submit" class="tool main">{ if props.source.id.is_empty() { words::ADD } else { words::CHANGE } }</button></div>
        </form>
    }
}

fn filled(value: &str) -> Option<String> {
    let value = value.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

#[derive(Properties, PartialEq)]
pub struct ListProps {
    pub bench: Same<Bench>,
}

/// Every source once, with what it backs.
#[component]
pub fn Sources(props: &ListProps) -> Html {
    let bench = &props.bench;
    let session = &bench.session;
    let editing = use_state_eq(AttrValue::default);
    let lines = session.evidence.iter().map(|source| {
        let uses = session.annotations.iter().filter(|mark| mark.status != Status::Dismissed).flat_map(|mark| {
            mark.evidence.iter().filter(|citation| citation.evidence == source.id).map(move |citation| (mark, citation))
        });
        let edit = {
            let (editing, id) = (editing.clone(), AttrValue::from(Rc::clone(&source.id)));
            Callback::from(move |_: MouseEvent| {
                editing.set(if *editing == id { AttrValue::default() } else { id.clone() });
            })
        };
        html! {
            <li class="item" key={source.id.to_string()}>
                <div>{ source_in_words(source) }</div>
                { beside(strings::evidence_type(source.evidence_type)) }
                <ul>
                    { for uses.map(|(mark, citation)| html! {
                        <li key={mark.id.to_string()}>
                            { go(Command::Select(mark.id.clone(), Side::Text), html! { <>
                                { beside(&format!("{} ", strings::stance(citation.stance))) }
                                { passage(&short(session.document.text(), mark)) }
                            </> }) }
                        </li>
                    }) }
                </ul>
                <div class="ends more">
                    { button("", words::EDIT, edit) }
                    { button("", words::REMOVE, dispatch::click(Command::Do(Action::RemoveEvidence(Rc::clone(&source.id))))) }
                </div>
                if **editing == *source.id {
                    <div class="form"><Form at={None} source={Same::from(source)} key={format!("{source:p}")} /></div>
                }
            </li>
        }
    });
    html! {
        <div class="pane">
            <div class="section">
                if session.evidence.is_empty() { { remark(words::NONE) } }
                <ul>{ for lines }</ul>
                <h2>{ words::NEW }</h2>
                <div class="form"><Form key={format!("new-{}", session.evidence.len())} at={None} source={Same::new(Evidence::default())} /></div>
            </div>
        </div>
    }
}
