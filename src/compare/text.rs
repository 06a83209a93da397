//! The comparison for people: a table of all functions, a table for each, listings side by side.

use std::collections::BTreeMap;
use std::fmt::Write;

use backend::inspect::Instruction;

use super::Comparison;
use super::class::Class;
use super::events::Event;
use super::measure::Measured;
use super::pair::{Pair, base};

/// Columns of one listing.
const COLUMN: usize = 52;
/// Columns of names in the tables, at least.
const NAME: usize = 30;

/// Renders the comparison.
pub fn render(c: &Comparison) -> String {
    let mut out = String::new();
    if c.listings {
        for p in &c.pairs {
            counts(&mut out, c, p);
            listing(&mut out, c, p);
            out.push('\n');
        }
    }
    overview(&mut out, c);
    out
}

/// One row a function.
fn overview(out: &mut String, c: &Comparison) {
    let name = c.pairs.iter().map(|p| p.name.chars().count()).max().unwrap_or(0).max(NAME);
    let _ = writeln!(
        out,
        "{:name$}  {:>14}  {:>14}  {:>14}  {:>14}\n{:name$}  {:>14}  {:>14}  {:>14}  {:>14}",
        format!("mini-go | {}", c.other),
        "instructions",
        "bytes",
        "frame bytes",
        "calls",
        "",
        "ours | other",
        "ours | other",
        "ours | other",
        "ours | other",
    );
    let two = |a: Option<u64>, b: Option<u64>| {
        let text = |n: Option<u64>| n.map_or("-".to_string(), |n| n.to_string());
        format!("{:>6} | {:>5}", text(a), text(b))
    };
    for p in &c.pairs {
        let get = |f: &dyn Fn(&Measured) -> u64| (p.ours.as_ref().map(f), p.theirs.as_ref().map(f));
        let (i, b) = (get(&|m| m.instructions as u64), get(&|m| m.bytes));
        let (f, k) = (get(&|m| m.function.frame.into()), get(&|m| m.all_calls() as u64));
        let _ = writeln!(
            out,
            "{:name$}  {:>14}  {:>14}  {:>14}  {:>14}",
            p.name,
            two(i.0, i.1),
            two(b.0, b.1),
            two(f.0, f.1),
            two(k.0, k.1),
        );
    }
    summary(out, c);
}

fn summary(out: &mut String, c: &Comparison) {
    let n = c.common().count();
    let sum = |f: &dyn Fn(&Measured) -> u64| {
        c.common().fold((0, 0), |s, (_, ours, theirs)| (s.0 + f(ours), s.1 + f(theirs)))
    };
    let (instructions, bytes) = (sum(&|m| m.instructions as u64), sum(&|m| m.bytes));
    let ratio = |(a, b): (u64, u64)| if b == 0 { 1.0 } else { a as f64 / b as f64 };
    let alone = |theirs: bool| {
        c.pairs.iter().filter(|p| if theirs { p.ours.is_none() } else { p.theirs.is_none() }).count()
    };
    let _ = writeln!(
        out,
        "\n{n} function{} in both: {} : {} instructions ({:.2}), {} : {} bytes ({:.2}); {} only in mini-go's, {} only in {}'s",
        if n == 1 { "" } else { "s" },
        instructions.0,
        instructions.1,
        ratio(instructions),
        bytes.0,
        bytes.1,
        ratio(bytes),
        alone(false),
        alone(true),
        c.other,
    );
}

/// The table of one function.
fn counts(out: &mut String, c: &Comparison, p: &Pair) {
    let _ = writeln!(out, "{:NAME$}  {:>10}  {:>14}", p.name, "mini-go", c.other);
    let mut row = |name: &str, f: &dyn Fn(&Measured) -> u64, always: bool| {
        let (a, b) = (p.ours.as_ref().map(f), p.theirs.as_ref().map(f));
        if always || a.unwrap_or(0) + b.unwrap_or(0) > 0 {
            let text = |n: Option<u64>| n.map_or("-".to_string(), |n| n.to_string());
            let _ = writeln!(out, "  {:1$}  {2:>10}  {3:>14}", name, NAME - 2, text(a), text(b));
        }
    };
    row("instructions", &|m| m.instructions as u64, true);
    row("bytes", &|m| m.bytes, true);
    row("frame bytes", &|m| m.function.frame.into(), true);
    row("branches", &|m| m.branches as u64, true);
    row("calls", &|m| m.all_calls() as u64, true);
    for class in Class::ALL {
        row(&format!("  {}", class.name()), &|m| m.calls_of(class) as u64, false);
    }
    for event in
        [Event::Evaluate, Event::Register, Event::TestBit, Event::Run, Event::DeferReturn, Event::Landing]
    {
        let n =
            |m: &Measured| m.events.iter().zip(&m.code).filter(|(e, c)| **e == event && !c.padding).count();
        row(&format!("instructions: {}", event.name()), &|m| n(m) as u64, false);
    }
}

/// Groups of instructions by source line, then event.
type Groups<'a> = BTreeMap<(u32, Event), Vec<&'a Instruction>>;

fn groups(m: Option<&Measured>) -> Groups<'_> {
    let mut out = Groups::new();
    for (c, &event) in m.iter().flat_map(|m| m.code.iter().zip(&m.events)) {
        if !c.padding {
            out.entry((c.line, event)).or_default().push(c);
        }
    }
    out
}

/// The two listings side by side. Each source line is followed by what belongs to it, event by event.
fn listing(out: &mut String, c: &Comparison, p: &Pair) {
    let (ours, theirs) = (groups(p.ours.as_ref()), groups(p.theirs.as_ref()));
    let mut keys: Vec<(u32, Event)> = ours.keys().chain(theirs.keys()).copied().collect();
    keys.sort_unstable();
    keys.dedup();
    let file = p.ours.as_ref().or(p.theirs.as_ref()).map_or("", |m| base(&m.function.file));
    let text = c.sources.iter().find(|s| s.0 == file).map(|s| &s.1);
    let mut last = None;
    for key in keys {
        let (line, event) = key;
        if last != Some(line) {
            let source = text.and_then(|t| t.get((line as usize).wrapping_sub(1))).map_or("", |l| l.trim());
            let _ = writeln!(out, "\n{file}:{line}  {source}");
            last = Some(line);
        }
        if event != Event::Body {
            let _ = writeln!(out, "  -- {}", event.name());
        }
        side_by_side(out, ours.get(&key), theirs.get(&key), p);
    }
}

fn side_by_side(
    out: &mut String,
    ours: Option<&Vec<&Instruction>>,
    theirs: Option<&Vec<&Instruction>>,
    p: &Pair,
) {
    let column = |m: Option<&Measured>, list: Option<&Vec<&Instruction>>| -> Vec<String> {
        let targets: Vec<u32> = m.map_or(Vec::new(), |m| {
            let mut t: Vec<u32> = m.code.iter().filter_map(|c| c.target).collect();
            t.sort_unstable();
            t.dedup();
            t
        });
        let line = |c: &&Instruction| {
            let label = targets.binary_search(&c.offset).map_or(String::new(), |l| format!("L{}:", l + 1));
            clip(&format!("{label:5}{}", c.text))
        };
        list.map_or(Vec::new(), |l| l.iter().map(line).collect())
    };
    let (left, right) = (column(p.ours.as_ref(), ours), column(p.theirs.as_ref(), theirs));
    for i in 0..left.len().max(right.len()) {
        let get = |list: &[String]| list.get(i).cloned().unwrap_or_default();
        let row = format!("  {}│ {}", pad(&get(&left)), get(&right));
        let _ = writeln!(out, "{}", row.trim_end());
    }
}

fn clip(text: &str) -> String {
    match text.chars().count() > COLUMN {
        true => text.chars().take(COLUMN - 1).chain(['…']).collect(),
        false => text.to_string(),
    }
}

fn pad(text: &str) -> String {
    format!("{text}{:1$}", "", COLUMN - text.chars().count().min(COLUMN))
}
