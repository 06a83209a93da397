//! Which functions of two executables are the same.

use std::collections::{BTreeSet, HashMap};

use backend::inspect::{Function, Image};
use regex::Regex;

use super::measure::{Measured, measure};

/// A function in one or both of them.
pub struct Pair {
    pub name: String,
    pub ours: Option<Measured>,
    pub theirs: Option<Measured>,
}

/// Lines of defer statements, by file name.
pub type DeferLines = HashMap<String, BTreeSet<u32>>;

/// Pairs the functions of the package main whose name matches, in source order: by name, then what is left by
/// parent and line.
pub fn pair(ours: &Image, theirs: &Image, filter: Option<&Regex>, defers: &DeferLines) -> Vec<Pair> {
    let wanted = |f: &&Function| f.name.starts_with("main.") && filter.is_none_or(|r| r.is_match(&f.name));
    let left: Vec<&Function> = ours.functions.iter().filter(wanted).collect();
    let mut right: Vec<Option<&Function>> = theirs.functions.iter().filter(wanted).map(Some).collect();
    let mut found: Vec<Option<&Function>> = Vec::new();
    for f in &left {
        found.push(take(&mut right, |g| g.name == f.name));
    }
    for (f, g) in left.iter().zip(&mut found) {
        if g.is_none() {
            *g = take(&mut right, |g| {
                parent(&g.name) == parent(&f.name) && g.line == f.line && g.name != f.name
            });
        }
    }
    let none = BTreeSet::new();
    let lines = |f: &Function| defers.get(base(&f.file)).unwrap_or(&none);
    let mut out: Vec<(u32, Pair)> = Vec::new();
    for (f, g) in left.into_iter().zip(found) {
        let theirs = g.map(|g| measure(theirs, g, lines(f)));
        out.push((f.line, Pair { name: f.name.clone(), ours: Some(measure(ours, f, lines(f))), theirs }));
    }
    for g in right.into_iter().flatten() {
        let theirs = Some(measure(theirs, g, lines(g)));
        out.push((g.line, Pair { name: g.name.clone(), ours: None, theirs }));
    }
    out.sort_by(|a, b| (a.0, &a.1.name).cmp(&(b.0, &b.1.name)));
    out.into_iter().map(|p| p.1).collect()
}

fn take<'a>(list: &mut [Option<&'a Function>], is: impl Fn(&Function) -> bool) -> Option<&'a Function> {
    list.iter_mut().find(|g| g.is_some_and(&is)).and_then(Option::take)
}

/// `main.f` of `main.f.func1` and `main.f.deferwrap2`; with the sort of the part behind.
fn parent(name: &str) -> Option<(&str, &str)> {
    let (parent, last) = name.rsplit_once('.')?;
    let sort = last.trim_end_matches(|c: char| c.is_ascii_digit());
    matches!(sort, "func" | "deferwrap" | "gowrap" | "").then_some((parent, sort))
}

/// The last part of a path.
pub fn base(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
