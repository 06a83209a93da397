//! What is counted of a function.

use std::collections::{BTreeMap, BTreeSet};

use backend::inspect::{Function, Image, Instruction, decode};

use super::class::Class;
use super::events::{self, Event};

/// A function, taken apart.
pub struct Measured {
    pub function: Function,
    pub code: Vec<Instruction>,
    pub events: Vec<Event>,
    pub instructions: usize,
    pub bytes: u64,
    pub branches: usize,
    pub calls: BTreeMap<Class, usize>,
}

/// Measures; `defer_lines` are the lines of defer statements in the function's file. Padding does not count.
pub fn measure(image: &Image, f: &Function, defer_lines: &BTreeSet<u32>) -> Measured {
    let code = decode(image, f);
    let events = events::of(f, &code, defer_lines);
    let real = || code.iter().filter(|c| !c.padding);
    let mut calls = BTreeMap::new();
    for (c, event) in code.iter().zip(&events) {
        let Some(callee) = &c.callee else { continue };
        let class = match (Class::of(callee), event) {
            (Class::User | Class::Indirect, Event::Run) => Class::DeferredCall,
            (class, _) => class,
        };
        *calls.entry(class).or_insert(0) += 1;
    }
    Measured {
        instructions: real().count(),
        bytes: real().map(|c| u64::from(c.len)).sum(),
        branches: code.iter().filter(|c| c.branches).count(),
        calls,
        function: f.clone(),
        events,
        code,
    }
}

impl Measured {
    /// Calls of a class.
    pub fn calls_of(&self, class: Class) -> usize {
        self.calls.get(&class).copied().unwrap_or(0)
    }

    /// All calls.
    pub fn all_calls(&self) -> usize {
        self.calls.values().sum()
    }
}
