//! Speed of the parser: `cargo run --release -p frontend --example parse folder…` parses every Go file below the folders, test
//! data aside, on one thread, keeping all trees, and prints lines and megabytes a second of CPU time, and memory.

use std::path::{Path, PathBuf};
use std::time::Instant;

use frontend::ast::Ast;
use frontend::diag::Sink;
use frontend::parse::parse_file;
use frontend::source::{Interner, SourceMap};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn collect(dir: &Path, out: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(dir).unwrap_or_else(|e| panic!("{}: {e}", dir.display()));
    for path in entries.map(|e| e.expect("a directory entry").path()) {
        if path.is_dir() {
            if !path.ends_with("testdata") {
                collect(&path, out);
            }
        } else if path.extension().is_some_and(|e| e == "go") {
            out.push(path);
        }
    }
}

/// CPU time of this thread in seconds, as Linux tells it; elsewhere the time of day.
fn cpu_time(start: Instant) -> f64 {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = stat.and_then(|s| s.split(' ').next().and_then(|n| n.parse::<f64>().ok()));
    nanoseconds.map_or_else(|| start.elapsed().as_secs_f64(), |ns| ns / 1e9)
}

fn resident_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmRSS:"));
    let kb = line.and_then(|l| l.split_whitespace().next()?.parse::<f64>().ok());
    kb.unwrap_or_default() / 1e3
}

fn main() {
    let mut paths = Vec::new();
    for arg in std::env::args().skip(1) {
        collect(Path::new(&arg), &mut paths);
    }
    paths.sort();
    let mut sources = SourceMap::default();
    for path in &paths {
        let name = path.display().to_string();
        let text = std::fs::read(path).unwrap_or_else(|e| panic!("{name}: {e}"));
        sources.add_bytes(name.clone(), name, text);
    }
    let before = resident_mb();
    let interner = Interner::default();
    let mut sink = Sink::default();
    let start = Instant::now();
    let began = cpu_time(start);
    let trees: Vec<Ast> =
        sources.files().map(|(id, file)| parse_file(id, file, &interner, &mut sink)).collect();
    let time = cpu_time(start) - began;
    let after = resident_mb();
    let in_trees: usize = trees.iter().map(Ast::size).sum();
    let lines: usize = sources.files().map(|(_, f)| f.line_starts().len()).sum();
    let bytes: usize = sources.files().map(|(_, f)| f.text.len()).sum();
    println!(
        "{} files, {lines} lines: {time:.3} s, {:.2} M lines/s, {:.1} MB/s; {:.0} MB, of which trees {:.0} MB, {:.1} bytes a line; {} errors",
        trees.len(),
        lines as f64 / time / 1e6,
        bytes as f64 / time / 1e6,
        after - before,
        in_trees as f64 / 1e6,
        in_trees as f64 / lines as f64,
        sink.diagnostics.len()
    );
}
