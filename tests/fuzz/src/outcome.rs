//! What one input led to.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;
use std::time::{Duration, Instant};

use crate::{Deeds, Target};

/// An input of some kilobytes that takes longer is a finding.
const TOO_LONG: Duration = Duration::from_secs(2);

/// What one input led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Everything held.
    Good,
    /// A panic, a broken promise, or too much time: where and why.
    Bad(String),
}

thread_local! {
    /// Where the last panic of this thread was.
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
    static START: Instant = Instant::now();
    /// Whether a target is at work in this thread.
    static JUDGING: Cell<bool> = const { Cell::new(false) };
}

/// Gives `input` to `target`, and survives its panic.
pub fn judge(target: &Target, input: &[u8], deeds: &mut Deeds) -> Outcome {
    remember_places();
    let started = spent();
    JUDGING.set(true);
    let checked = panic::catch_unwind(AssertUnwindSafe(|| (target.check)(input, deeds)));
    JUDGING.set(false);
    match checked {
        Err(cause) => Outcome::Bad(format!("panic at {}: {}", PLACE.with_borrow(String::clone), words(&*cause))),
        Ok(Err(error)) => Outcome::Bad(format!("{error:#}")),
        Ok(Ok(())) if spent().saturating_sub(started) > TOO_LONG => {
            Outcome::Bad(format!("took more than {TOO_LONG:?}"))
        }
        Ok(Ok(())) => Outcome::Good,
    }
}

/// The time that this thread has worked, so that a busy machine makes no finding; where the system does not say, the
/// time since some moment.
fn spent() -> Duration {
    let worked = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let worked = worked.and_then(|line| line.split(' ').next()?.parse().ok()).map(Duration::from_nanos);
    worked.unwrap_or_else(|| START.with(Instant::elapsed))
}

/// A panic of a target is told with its finding, so the usual message is not printed.
fn remember_places() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let place = info.location().map(|place| format!("{}:{}", place.file(), place.line()));
            PLACE.with_borrow_mut(|last| *last = place.unwrap_or_default());
            if !JUDGING.get() {
                usual(info);
            }
        }));
    });
}

fn words(cause: &(dyn Any + Send)) -> &str {
    let text = cause.downcast_ref::<&str>().copied();
    text.or_else(|| cause.downcast_ref::<String>().map(String::as_str)).unwrap_or("no words")
}
