//! The comparison for machines: JSON lines, one object a function and a last one with the sums. Members are only ever
//! added; `schema` is the number of the form.

use serde_json::{Map, Value, json};

use super::Comparison;
use super::class::Class;
use super::measure::Measured;

/// Number of the form.
const SCHEMA: u32 = 1;

/// Renders the comparison.
pub fn render(c: &Comparison) -> String {
    let mut out = String::new();
    let mut line = |v: Value| {
        out.push_str(&v.to_string());
        out.push('\n');
    };
    for p in &c.pairs {
        line(json!({
            "schema": SCHEMA,
            "type": "function",
            "name": p.name,
            "ours": p.ours.as_ref().map(measured),
            "other": p.theirs.as_ref().map(measured),
        }));
    }
    let sum = |f: &dyn Fn(&Measured) -> u64| {
        let (a, b) = c.common().fold((0, 0), |s, (_, a, b)| (s.0 + f(a), s.1 + f(b)));
        json!({ "ours": a, "other": b })
    };
    line(json!({
        "schema": SCHEMA,
        "type": "summary",
        "other": c.other,
        "functions": c.common().count(),
        "instructions": sum(&|m| m.instructions as u64),
        "bytes": sum(&|m| m.bytes),
    }));
    out
}

fn measured(m: &Measured) -> Value {
    let calls: Map<String, Value> =
        Class::ALL.iter().map(|&c| (c.name().to_string(), m.calls_of(c).into())).collect();
    let mut events = Map::new();
    for event in m.events.iter().zip(&m.code).filter(|(_, c)| !c.padding).map(|(e, _)| e.word()) {
        let n = events.get(event).and_then(Value::as_u64).unwrap_or(0);
        events.insert(event.to_string(), (n + 1).into());
    }
    json!({
        "instructions": m.instructions,
        "bytes": m.bytes,
        "frame": m.function.frame,
        "branches": m.branches,
        "calls": calls,
        "events": events,
    })
}
