//! The report for machines: JSON lines, one object a statement and a last one with the counts. Members are only ever
//! added; `schema` is the number of the form.

use serde_json::{Value, json};

use super::escape;
use super::report::{GcSource, Report, Statement};

/// Number of the form.
const SCHEMA: u32 = 1;

/// Renders the report.
pub fn render(report: &Report) -> String {
    let (source, version) = match &report.gc {
        GcSource::Tool(version) => ("tool", version.as_str()),
        GcSource::Rules(_) => ("rules", "go1.27"),
    };
    let mut out = String::new();
    let mut line = |v: Value| {
        out.push_str(&v.to_string());
        out.push('\n');
    };
    for f in &report.functions {
        for s in &f.statements {
            line(statement(&f.name, s, source, version));
        }
    }
    for e in &report.escapes {
        line(escape::json(e));
    }
    let statements: usize = report.functions.iter().map(|f| f.statements.len()).sum();
    line(json!({
        "schema": SCHEMA, "type": "summary", "package": report.package,
        "functions": report.functions.len(), "defers": statements,
    }));
    out
}

fn statement(function: &str, s: &Statement, source: &str, version: &str) -> Value {
    let (rule, sentence, upgrade) = match &s.gc_rule {
        Some((rule, sentence, upgrade)) => (Some(rule), Some(sentence), upgrade.as_ref()),
        None => (None, None, None),
    };
    json!({
        "schema": SCHEMA,
        "type": "defer",
        "function": function,
        "file": s.file,
        "line": s.line,
        "column": s.column,
        "statement": s.text,
        "kind": s.ours.kind,
        "reason": s.ours.reason,
        "rule": s.ours.rule,
        "upgrade": s.ours.upgrade,
        "cost": s.ours.cost,
        "frame_bytes": s.ours.frame_bytes,
        "gc": {
            "source": source,
            "version": version,
            "kind": s.gc.name(),
            "reason": rule,
            "rule": sentence,
            "upgrade": upgrade,
        },
    })
}
