//! A list of goroutines.

use core::ptr::null_mut;

use crate::g::G;

/// A list of goroutines linked through `G::next`.
pub struct Queue {
    head: *mut G,
    tail: *mut G,
    len: usize,
}

impl Queue {
    /// An empty list.
    pub const fn new() -> Queue {
        Queue { head: null_mut(), tail: null_mut(), len: 0 }
    }

    /// Adds at the end.
    ///
    /// # Safety
    /// `g` must be a live descriptor in no list.
    pub unsafe fn push(&mut self, g: *mut G) {
        // SAFETY: by contract.
        unsafe {
            (*g).next = null_mut();
            match self.tail.as_mut() {
                Some(tail) => tail.next = g,
                None => self.head = g,
            }
        }
        self.tail = g;
        self.len += 1;
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Takes the first one.
    pub fn pop(&mut self) -> Option<*mut G> {
        let g = self.head;
        if g.is_null() {
            return None;
        }
        // SAFETY: listed descriptors are live.
        unsafe {
            self.head = (*g).next;
            (*g).next = null_mut();
        }
        self.len -= 1;
        if self.head.is_null() {
            self.tail = null_mut();
        }
        Some(g)
    }
}

impl Default for Queue {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    #[test]
    fn queue_is_first_in_first_out() {
        let mut gs: Vec<G> = (0..3).map(G::new).collect();
        let mut q = Queue::new();
        assert!(q.pop().is_none());
        for g in &mut gs {
            // SAFETY: live and in no list.
            unsafe { q.push(g) };
        }
        for id in 0..3 {
            // SAFETY: live.
            assert_eq!(unsafe { (*q.pop().unwrap()).id }, id);
        }
        assert!(q.pop().is_none());
        // SAFETY: live and in no list.
        unsafe { q.push(&mut gs[1]) };
        assert!(q.pop().is_some() && q.pop().is_none());
    }
}
