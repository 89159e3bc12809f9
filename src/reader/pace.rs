//! Long work in steps: an `async` function that comes to a [`Pace`] again and again, and whoever drives it.

use std::future::poll_fn;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// How often long work may be interrupted.
#[derive(Debug, Default)]
pub struct Pace(u32);

impl Pace {
    /// Steps between two pauses: less than a millisecond's work in most loops.
    const STEPS: u32 = 64;

    /// One more step is to be done; every so many, the work pauses first.
    pub async fn step(&mut self) {
        self.0 += 1;
        if self.0 >= Self::STEPS {
            self.0 = 0;
            pause().await;
        }
    }
}

/// Lets whoever drives the work do something else first.
pub async fn pause() {
    let mut paused = false;
    let pausing = poll_fn(|_| if std::mem::replace(&mut paused, true) { Poll::Ready(()) } else { Poll::Pending });
    pausing.await;
}

/// Does a piece of `work`, up to its next pause; what it gives when it is done.
pub fn go_on<W: Future + ?Sized>(work: std::pin::Pin<&mut W>) -> Option<W::Output> {
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
