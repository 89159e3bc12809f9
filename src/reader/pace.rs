//! Long work in steps: an `async` function that comes to a [`Pace`] again and again, and whoever drives it.

use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// How often long work may be interrupted: how many steps were done since the last time.
#[derive(Debug, Default)]
pub struct Pace(u32);

impl Pace {
    /// Steps between two pauses: less than a millisecond's work in most loops.
    const STEPS: u32 = 64;

    /// One more step is to be done; every so many, the work pauses first.
    pub fn step(&mut self) -> Step<'_> {
        Step(self)
    }
}

/// What a step waits for.
#[derive(Debug)]
pub struct Step<'a>(&'a mut Pace);

impl Future for Step<'_> {
    type Output = ();

    #[inline(never)] // there are many places where it is waited for
    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        let Pace(steps) = &mut *self.get_mut().0;
        *steps += 1;
        if *steps == Pace::STEPS {
            return Poll::Pending;
        }
        *steps %= Pace::STEPS;
        Poll::Ready(())
    }
}

/// Lets whoever drives the work do something else first.
pub async fn pause() {
    Pace(Pace::STEPS - 1).step().await;
}

/// Does a piece of `work`, up to its next pause; what it gives when it is done.
#[must_use]
pub fn go_on<W: Future + ?Sized>(work: Pin<&mut W>) -> Option<W::Output> {
    match work.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => Some(done),
        Poll::Pending => None,
    }
}

/// Does `work` without a pause.
pub fn at_once<W: Future>(work: W) -> W::Output {
    let mut work = pin!(work);
    loop {
        if let Some(done) = go_on(work.as_mut()) {
            return done;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_work_pauses_now_and_then() {
        let mut work = pin!(async {
            let mut pace = Pace::default();
            for _ in 0..10 * Pace::STEPS {
                pace.step().await;
            }
            pause().await;
            7
        });
        let mut pauses = 0;
        let done = loop {
            match go_on(work.as_mut()) {
                Some(done) => break done,
                None => pauses += 1,
            }
        };
        assert_eq!((done, pauses), (7, 11));
        assert_eq!(at_once(async { 7 }), 7);
    }
}
