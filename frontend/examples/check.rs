//! Checks a Go program and prints what is wrong with it: `cargo run -p frontend --example check [-e] [-json] [-t]
//! file.go…` or a directory. `-t` tells how long it took.

use std::process::ExitCode;
use std::time::Instant;

use frontend::constraint::BuildContext;
use frontend::{Form, Input, InputFile, SourceProvider, check_program, render};

/// The packages that the compiler carries.
struct Embedded;

impl SourceProvider for Embedded {
    fn package(&self, import_path: &str) -> Option<Vec<(String, String)>> {
        let files = golib::package(import_path)?;
        Some(files.iter().map(|&(name, text)| (name.to_string(), text.to_string())).collect())
    }
}

fn read(path: &str) -> InputFile {
    let bytes = std::fs::read(path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let absolute = std::path::absolute(path).map_or_else(|_| path.to_string(), |p| p.display().to_string());
    let name = path.strip_prefix("./").unwrap_or(path);
    let display_name = if name.starts_with('/') { name.to_string() } else { format!("./{name}") };
    InputFile { display_name, path: absolute, text: bytes }
}

fn main() -> ExitCode {
    let mut form = Form::Text { all: false };
    let mut timed = false;
    let mut paths = Vec::new();
    for arg in std::env::args().skip(1) {
        match arg.as_str() {
            "-e" => form = Form::Text { all: true },
            "-json" => form = Form::Json,
            "-t" => timed = true,
            dir if std::path::Path::new(dir).is_dir() => {
                let entries = std::fs::read_dir(dir).unwrap_or_else(|e| panic!("{dir}: {e}"));
                let names = entries.filter_map(|e| e.ok()).map(|e| e.path().display().to_string());
                paths.extend(names.filter(|n| n.ends_with(".go")));
            }
            _ => paths.push(arg),
        }
    }
    paths.sort();
    let files = paths.iter().map(|p| read(p)).collect();
    let context = BuildContext::default();
    let start = Instant::now();
    // Deeply nested code needs deep stacks.
    let pool = rayon::ThreadPoolBuilder::new().stack_size(1 << 30).build().expect("threads can be started");
    let result = pool.install(|| check_program(Input { files, dir: ".".to_string(), context }, &Embedded));
    if timed {
        eprintln!("{:.1} ms", start.elapsed().as_secs_f64() * 1e3);
    }
    match result {
        Ok(_) => ExitCode::SUCCESS,
        Err(failure) => {
            eprint!("{}", render(&failure, form));
            ExitCode::FAILURE
        }
    }
}
