//! `explain -escape`: where each variable, literal and closure lives, why, and which way its address takes.

use std::fmt::Write;

use frontend::program::Program;
use frontend::source::Pos;
use middle::ir::{AllocKind, Module};
use middle::pipeline;
use serde_json::{Value, json};

/// A decision.
pub struct Escape {
    /// Symbol of the function.
    pub function: String,
    /// `./prog.go:4:2`
    pub place: String,
    /// Variable or type, as written.
    pub name: String,
    /// What it is.
    pub what: &'static str,
    pub bytes: u64,
    pub heap: bool,
    pub reason: String,
    /// Place and what happens there.
    pub flow: Vec<(String, String)>,
}

/// The decisions about the functions of the package, in source order.
pub fn decisions(prog: &Program, module: &Module, report: &pipeline::Report) -> Vec<Escape> {
    let files: Vec<_> = prog.packages[prog.main].files.iter().map(|f| f.ast.file).collect();
    let is_ours = |pos: Pos| prog.sources.file_of(pos).is_some_and(|f| files.contains(&f));
    let place = |pos: Pos| prog.sources.shown(pos).map_or(String::new(), |at| at.to_string());
    let mut out: Vec<(Pos, Escape)> = Vec::new();
    for (f, list) in module.funcs.iter().zip(&report.escapes).filter(|(f, _)| is_ours(f.pos)) {
        for d in list {
            let (info, Some(reason)) = (&f.allocs[d.alloc], &d.reason) else { continue };
            let escape = Escape {
                function: module.symbols.resolve(f.sym).to_string(),
                place: place(info.pos),
                name: info.name.clone(),
                what: what(info.kind),
                bytes: info.size,
                heap: d.escapes,
                reason: reason.text.clone(),
                flow: reason.flow.iter().map(|s| (place(s.pos), s.text.clone())).collect(),
            };
            out.push((info.pos, escape));
        }
    }
    out.sort_by(|a, b| (a.0, &a.1.function).cmp(&(b.0, &b.1.function)));
    out.into_iter().map(|e| e.1).collect()
}

fn what(kind: AllocKind) -> &'static str {
    match kind {
        AllocKind::Var => "variable",
        AllocKind::Result => "result",
        AllocKind::New => "new",
        AllocKind::Composite => "composite literal",
        AllocKind::SliceArray => "slice elements",
        AllocKind::Variadic => "variadic arguments",
        AllocKind::Closure => "closure",
        AllocKind::MethodValue => "method value",
        AllocKind::Boxed => "value in an interface",
        AllocKind::Buffer => "string",
    }
}

/// The section of the text report.
pub fn text(escapes: &[Escape]) -> String {
    let mut out = String::new();
    let title = |e: &Escape| match e.name.starts_with("...") {
        true => format!("{}, {} bytes", e.name, e.bytes),
        false => format!("{} {}, {} bytes", e.what, e.name, e.bytes),
    };
    let (mut places, mut titles) = (0, 0);
    for e in escapes {
        places = places.max(e.place.chars().count());
        titles = titles.max(title(e).chars().count().min(60));
    }
    let mut last = "";
    for e in escapes {
        if e.function != last {
            let _ = writeln!(out, "\n{}", e.function);
            last = &e.function;
        }
        let lives = if e.heap { "heap" } else { "frame" };
        let _ = writeln!(out, "  {:places$}  {:titles$}  {lives:5}  {}", e.place, title(e), e.reason);
        for (place, text) in &e.flow {
            let _ = writeln!(out, "  {:places$}    {text}", place);
        }
    }
    let heap = escapes.iter().filter(|e| e.heap).count();
    let _ = writeln!(
        out,
        "\n{} allocations: {} in the frame, {heap} on the heap",
        escapes.len(),
        escapes.len() - heap
    );
    out
}

/// A line of the report for machines.
pub fn json(e: &Escape) -> Value {
    let flow: Vec<Value> = e.flow.iter().map(|(place, text)| json!({ "at": place, "text": text })).collect();
    json!({
        "schema": 1,
        "type": "escape",
        "function": e.function,
        "at": e.place,
        "name": e.name,
        "what": e.what,
        "bytes": e.bytes,
        "heap": e.heap,
        "reason": e.reason,
        "flow": flow,
    })
}
