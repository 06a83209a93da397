//! A trace for people.
//!
//! One block a goroutine, one row an event; the number in front is the event's place in the order of the whole program.
//! What happens while a deferred call runs is indented below it. At the end of a row stand the lines of the defer
//! statements whose calls are still due, newest first.

use std::collections::HashMap;
use std::fmt::Write;

use super::event::Event;

/// Renders the events of a program that ended in this way.
pub fn render(events: &[Event], end: Option<&str>) -> String {
    let mut sources = Sources::default();
    let mut lanes: Vec<(u64, Vec<Row>)> = Vec::new();
    // Deferred calls in progress, by goroutine: whether each is of the user.
    let mut running: HashMap<u64, Vec<bool>> = HashMap::new();
    let mut number = 0;
    for e in events {
        let running = running.entry(e.goroutine).or_default();
        let level = running.iter().filter(|&&shown| shown).count();
        if e.event == "return" {
            running.pop();
            continue;
        }
        let of_users = if e.event == "run" { sources.is_users(e) } else { e.is_users() };
        if e.event == "run" {
            running.push(of_users);
        }
        if e.event == "recovered" {
            // Calls that the panics on the way were running are given up; the frame's own have returned.
            running.truncate(running.len().min(e.depth as usize));
        }
        if e.event == "push" {
            sources.note(e);
        }
        if !of_users || e.event == "pop" {
            continue;
        }
        number += 1;
        let row = row(e, number, level, &mut sources);
        match lanes.iter_mut().find(|(id, _)| *id == e.goroutine) {
            Some((_, rows)) => rows.push(row),
            None => lanes.push((e.goroutine, vec![row])),
        }
    }
    lanes.sort_by_key(|&(id, _)| id);
    let widths = widths(&lanes);
    let mut out = String::new();
    for (id, rows) in &lanes {
        let head = format!("goroutine {id}");
        let _ = writeln!(out, "{}  calls due, newest first", pad(&head, widths.iter().sum::<usize>() + 8));
        for r in rows {
            let columns: Vec<String> = r.columns.iter().zip(&widths).map(|(c, &w)| pad(c, w)).collect();
            let line = format!("{}  {}", columns.join("  "), r.chain);
            let _ = writeln!(out, "{}", line.trim_end());
        }
        out.push('\n');
    }
    if lanes.is_empty() {
        out.push_str("no deferred call, panic or Goexit\n\n");
    }
    let _ = writeln!(out, "{}", end.unwrap_or("exit status 0"));
    out
}

struct Row {
    /// Number, place, function, event with what it is about, kind.
    columns: [String; 5],
    chain: String,
}

fn row(e: &Event, number: usize, level: usize, sources: &mut Sources) -> Row {
    let file = e.file.rsplit('/').next().unwrap_or_default();
    let (what, kind) = match e.event.as_str() {
        "push" => (format!("push     {}", sources.text(&e.file, e.line)), e.kind.clone()),
        "run" => {
            let file = sources.file_of(e);
            (format!("run      {}", sources.text(&file, e.pushed)), e.kind.clone())
        }
        "panic" => (format!("panic    {}", clip(&e.value)), String::new()),
        "recover" => match &e.because {
            Some(why) => (format!("recover  nil: {why}"), String::new()),
            None => (format!("recover  {}", clip(e.panics.first().map_or("", |v| v))), String::new()),
        },
        "recovered" => ("resume   the panic is over, the function returns".to_string(), String::new()),
        "goexit" => ("goexit".to_string(), String::new()),
        "crash" => ("crash    nobody has recovered".to_string(), String::new()),
        other => (other.to_string(), String::new()),
    };
    let why = match e.by.as_str() {
        "panic" => " (panic)",
        "goexit" => " (Goexit)",
        _ => "",
    };
    let chain: Vec<String> = e.chain.iter().map(u64::to_string).collect();
    Row {
        columns: [
            format!("{number:4}"),
            format!("{file}:{}", e.line),
            e.function.clone(),
            format!("{:1$}{what}{why}", "", 2 * level),
            kind,
        ],
        chain: format!("[{}]", chain.join(" ")),
    }
}

fn widths(lanes: &[(u64, Vec<Row>)]) -> Vec<usize> {
    let rows = || lanes.iter().flat_map(|(_, rows)| rows);
    (0..5).map(|i| rows().map(|r| r.columns[i].chars().count()).max().unwrap_or(0)).collect()
}

fn pad(text: &str, width: usize) -> String {
    format!("{text}{:1$}", "", width.saturating_sub(text.chars().count()))
}

/// A text cut to what fits a row.
fn clip(text: &str) -> String {
    const MOST: usize = 44;
    match text.chars().count() > MOST {
        true => text.chars().take(MOST - 1).chain(['…']).collect(),
        false => text.to_string(),
    }
}

/// The source files of the program, as far as they can be read.
#[derive(Default)]
struct Sources {
    files: HashMap<String, Vec<String>>,
    /// In which file a function defers.
    of_function: HashMap<String, String>,
}

impl Sources {
    fn note(&mut self, push: &Event) {
        self.of_function.entry(push.function.clone()).or_insert_with(|| push.file.clone());
    }

    /// The file of the statement whose call runs.
    fn file_of(&self, run: &Event) -> String {
        self.of_function.get(&run.pusher).cloned().unwrap_or_default()
    }

    fn is_users(&self, run: &Event) -> bool {
        self.file_of(run).starts_with('/')
    }

    /// A line of a file, cut where a function body begins.
    fn text(&mut self, file: &str, line: u64) -> String {
        let lines = self.files.entry(file.to_string()).or_insert_with(|| {
            let text = std::fs::read_to_string(file).unwrap_or_default();
            text.lines().map(|l| l.trim().to_string()).collect()
        });
        let text = lines.get((line as usize).wrapping_sub(1)).map_or("?", |l| l);
        match text.strip_suffix('{') {
            Some(head) => format!("{head}{{…}}()"),
            None => clip(text),
        }
    }
}
