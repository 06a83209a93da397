//! The lines of a trace, as `runtime/src/trace.rs` writes them.

use serde_json::Value;

/// A line.
#[derive(Clone, Default, Debug)]
pub struct Event {
    /// `push`, `pop`, `run`, `return`, `panic`, `recover`, `recovered`, `goexit`, `crash`.
    pub event: String,
    pub goroutine: u64,
    pub depth: u64,
    pub function: String,
    pub file: String,
    pub line: u64,
    /// Of `push`, `pop`, `run`: the kind of the deferred call.
    pub kind: String,
    /// Of `pop`, `run`: line of the defer statement, its function, and why it runs (`exit`, `panic`, `goexit`).
    pub pushed: u64,
    pub pusher: String,
    pub by: String,
    /// Of `panic`: the value.
    pub value: String,
    /// Of `recover` without a result: why.
    pub because: Option<String>,
    /// The calls that are due, newest first: lines of their statements.
    pub chain: Vec<u64>,
    /// Values of the panics in progress, newest first.
    pub panics: Vec<String>,
}

impl Event {
    /// Reads a line; `None` if it is cut off.
    pub fn parse(line: &str) -> Option<Event> {
        let v: Value = serde_json::from_str(line).ok()?;
        let text = |name: &str| v[name].as_str().unwrap_or_default().to_string();
        let number = |name: &str| v[name].as_u64().unwrap_or_default();
        let list = |name: &str| v[name].as_array().cloned().unwrap_or_default();
        Some(Event {
            event: text("event"),
            goroutine: number("goroutine"),
            depth: number("depth"),
            function: text("function"),
            file: text("file"),
            line: number("line"),
            kind: text("kind"),
            pushed: number("pushed"),
            pusher: text("pusher"),
            by: text("by"),
            value: text("value"),
            because: v["because"].as_str().map(str::to_string),
            chain: list("chain").iter().filter_map(|due| due["line"].as_u64()).collect(),
            panics: list("panics").iter().filter_map(|p| p["value"].as_str()).map(str::to_string).collect(),
        })
    }

    /// Whether the place is in the user's source rather than in an embedded package.
    pub fn is_users(&self) -> bool {
        self.file.starts_with('/')
    }
}
