//! The hosted page without a network: its own files are kept by a service worker.
//!
//! The built page names the worker in `data-service-worker` on its start script; the single file and the development
//! server name none. The one Trusted Types policy of the page is here, for that address alone.

use std::rc::Rc;

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration};

const POLICY: &str = "factmark-service-worker";
const USE_NEW_VERSION: &str = "use-new-version";

/// Keeps the page's files for work without a network, and calls `offer` when a newer version stands ready.
pub async fn keep_files(offer: impl Fn() + 'static) {
    // Without a service worker everything else works; there is nothing to say.
    let _: Option<()> = try_keep_files(offer).await;
}

async fn try_keep_files(offer: impl Fn() + 'static) -> Option<()> {
    let container = container()?;
    let script = web_sys::window()?.document()?.query_selector("script[data-service-worker]").ok()??;
    let address = trusted(&script.get_attribute("data-service-worker")?)?;
    let had_worker = container.controller().is_some();
    // `register` is called by name: its binding takes a string, and a trusted address is not one.
    let register: Function = Reflect::get(&container, &"register".into()).ok()?.dyn_into().ok()?;
    let promise: js_sys::Promise = register.call1(&container, &address).ok()?.dyn_into().ok()?;
    let registration: ServiceWorkerRegistration = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    // On a first visit there is nothing older than the worker that is being installed, so nothing is newer.
    if !had_worker {
        return Some(());
    }
    let offer: Rc<dyn Fn()> = Rc::new(offer);
    if registration.waiting().is_some() {
        offer();
    }
    // It may have been found while the program was starting.
    offer_when_installed(&registration, &offer);
    let found = {
        let registration = registration.clone();
        Closure::<dyn FnMut()>::new(move || offer_when_installed(&registration, &offer))
    };
    registration.set_onupdatefound(Some(found.as_ref().unchecked_ref()));
    found.forget(); // lives as long as the page
    Some(())
}

fn offer_when_installed(registration: &ServiceWorkerRegistration, offer: &Rc<dyn Fn()>) {
    let Some(worker) = registration.installing() else { return };
    let (offer, registration) = (Rc::clone(offer), registration.clone());
    let changed = Closure::<dyn FnMut()>::new(move || {
        if registration.waiting().is_some() {
            offer();
        }
    });
    worker.set_onstatechange(Some(changed.as_ref().unchecked_ref()));
    changed.forget(); // lives as long as the page
}

/// Takes the newer version into use and reloads the page. Call it when everything is saved.
pub async fn use_new_version() {
    let _: Option<()> = try_use_new_version().await;
}

async fn try_use_new_version() -> Option<()> {
    let container = container()?;
    let registration = JsFuture::from(container.get_registration()).await.ok()?;
    let Some(waiting) = registration.dyn_into::<ServiceWorkerRegistration>().ok()?.waiting() else {
        // Another window has taken it into use already.
        reload();
        return Some(());
    };
    let taken = Closure::<dyn FnMut()>::new(reload);
    container.set_oncontrollerchange(Some(taken.as_ref().unchecked_ref()));
    taken.forget(); // the page goes with it
    waiting.post_message(&USE_NEW_VERSION.into()).ok()
}

fn reload() {
    if let Some(window) = web_sys::window() {
        let _: Result<(), JsValue> = window.location().reload();
    }
}

/// Missing on pages opened from disk and in some private windows.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &"serviceWorker".into()).ok()?.dyn_into().ok()
}

/// `address` as the browser's Trusted Types want it, where the browser knows them.
fn trusted(address: &str) -> Option<JsValue> {
    let window = web_sys::window()?;
    let types = Reflect::get(&window, &"trustedTypes".into()).ok()?;
    if types.is_undefined() {
        return Some(address.into());
    }
    let create: Function = Reflect::get(&types, &"createPolicy".into()).ok()?.dyn_into().ok()?;
    let rules = Object::new();
    // The policy lets this page's own worker through and nothing else.
    let allowed = address.to_owned();
    let rule = Closure::<dyn FnMut(String) -> JsValue>::new(move |asked: String| {
        if asked == allowed { JsValue::from(asked) } else { JsValue::NULL }
    });
    Reflect::set(&rules, &"createScriptURL".into(), rule.as_ref()).ok()?;
    let policy = create.call2(&types, &POLICY.into(), &rules).ok()?;
    let create_url: Function = Reflect::get(&policy, &"createScriptURL".into()).ok()?.dyn_into().ok()?;
    create_url.call1(&policy, &address.into()).ok()
}
