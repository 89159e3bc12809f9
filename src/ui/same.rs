//! Shared values that are the same only when they are one and the same.

use std::ops::Deref;
use std::rc::Rc;

/// An `Rc` that is compared by address: components with such props are drawn again only when the value was replaced.
#[derive(Debug, Default)]
pub struct Same<T: ?Sized>(Rc<T>);

impl<T> Same<T> {
    /// Shares `value`.
    pub fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T: ?Sized> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T: ?Sized> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: ?Sized> Deref for Same<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: ?Sized> From<Rc<T>> for Same<T> {
    fn from(shared: Rc<T>) -> Self {
        Self(shared)
    }
}

impl<T: ?Sized> From<&Rc<T>> for Same<T> {
    fn from(shared: &Rc<T>) -> Self {
        Self(Rc::clone(shared))
    }
}
