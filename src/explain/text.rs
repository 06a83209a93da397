//! The report for people.

use std::fmt::Write;

use super::report::{Function, GcSource, Report, Statement};

/// Columns of a statement before the kinds, at least.
const LEAST_WIDTH: usize = 36;
/// … and at most: longer statements push the kinds to the right.
const MOST_WIDTH: usize = 64;
/// Columns of our kind.
const KIND_WIDTH: usize = 9;

/// Renders the report; the first of several says where gc's kinds come from.
pub fn render(report: &Report, first: bool) -> String {
    let mut out = format!("{}# {}\n", if first { "" } else { "\n" }, report.package);
    let _ = match &report.gc {
        _ if !first => Ok(()),
        GcSource::Tool(version) => {
            writeln!(out, "# gc: {version}, what it says itself (-gcflags=-d=defer=1)")
        }
        GcSource::Rules(why) => writeln!(out, "# gc: by mini-go's copy of gc 1.27's rules; {why}"),
    };
    if report.functions.is_empty() {
        out.push_str("\nno defer statement\n");
        return out;
    }
    let statements = report.functions.iter().flat_map(|f| &f.statements);
    let heads = report.functions.iter().map(|f| head(f).chars().count() + 2);
    let least = heads.clone().max().unwrap_or(0).max(LEAST_WIDTH);
    let longest = statements.map(|s| place(s).len() + s.text.chars().count() + 6).chain(heads).max();
    let width = longest.unwrap_or(0).clamp(least, MOST_WIDTH.max(least));
    for f in &report.functions {
        function(&mut out, f, width);
    }
    summary(&mut out, std::slice::from_ref(report));
    out
}

fn place(s: &Statement) -> String {
    format!("{}:{}", s.line, s.column)
}

/// Name and file.
fn head(f: &Function) -> String {
    format!("{}  {}", f.name, f.statements.first().map_or("", |s| &s.file))
}

fn function(out: &mut String, f: &Function, width: usize) {
    let _ = writeln!(out, "\n{}{:KIND_WIDTH$}gc", pad(&head(f), width), "mini-go");
    let places = f.statements.iter().map(|s| place(s).len()).max().unwrap_or(0);
    for s in &f.statements {
        let head = format!("  {:places$}  {}", place(s), s.text);
        let _ = writeln!(out, "{}{:KIND_WIDTH$}{}", pad(&head, width), s.ours.kind, s.gc.name());
        let mut note = |label: &str, text: &str| {
            let _ = writeln!(out, "  {:places$}    {label:9}{text}", "");
        };
        note("mini-go", &s.ours.rule);
        match &s.gc_rule {
            Some((_, rule, _)) => note("gc", rule),
            None => note("gc", "decides otherwise than the rules that mini-go knows"),
        }
        let upgrade = |text: &str, whose: &str| format!("{text}{whose}");
        let gc_upgrade = s.gc_rule.as_ref().and_then(|r| r.2.as_deref());
        match (s.ours.upgrade.as_deref(), gc_upgrade) {
            (Some(a), Some(b)) if a == b => note("upgrade", a),
            (a, b) => {
                if let Some(a) = a {
                    note("upgrade", &upgrade(a, ""));
                }
                if let Some(b) = b {
                    note("upgrade", &upgrade(b, " (gc)"));
                }
            }
        }
        if s.ours.cost != "none" {
            note("cost", &format!("{}; {} bytes of frame", s.ours.cost_text, s.ours.frame_bytes));
        }
    }
}

/// Text, then blanks up to the width, two at least.
fn pad(text: &str, width: usize) -> String {
    let used = text.chars().count();
    format!("{text}{:1$}", "", width.saturating_sub(used).max(2))
}

/// The counts of several packages together.
pub fn total(reports: &[Report]) -> String {
    let mut out = format!("\n# {} packages\n", reports.len());
    summary(&mut out, reports);
    out
}

fn summary(out: &mut String, reports: &[Report]) {
    let all = || reports.iter().flat_map(|r| &r.functions).flat_map(|f| &f.statements);
    let ours = counts(all().map(|s| s.ours.kind));
    let gc = counts(all().map(|s| s.gc.name()));
    let (defers, functions) = (all().count(), reports.iter().map(|r| r.functions.len()).sum::<usize>());
    let _ = writeln!(
        out,
        "\n{defers} defer statement{} in {functions} function{}\n  mini-go  {ours}\n  gc       {gc}",
        if defers == 1 { "" } else { "s" },
        if functions == 1 { "" } else { "s" },
    );
}

/// `3 open, 1 heap`, strongest first.
fn counts<'a>(kinds: impl Iterator<Item = &'a str>) -> String {
    let kinds: Vec<&str> = kinds.collect();
    let shown = ["inlined", "open", "stack", "heap", "none"].iter().filter_map(|kind| {
        let n = kinds.iter().filter(|k| *k == kind).count();
        (n > 0).then(|| format!("{n} {kind}"))
    });
    shown.collect::<Vec<_>>().join(", ")
}
