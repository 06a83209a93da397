//! Parses every Go file of a Go source tree, which must be free of errors: MINIGO_GOROOT names the tree (the
//! directory that holds `src`). Skipped without it.

use std::path::{Path, PathBuf};
use std::time::Instant;

use frontend::diag::Sink;
use frontend::parse::parse_file;
use frontend::source::{Interner, SourceMap};
use rayon::prelude::*;

fn collect(dir: &Path, out: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(dir).unwrap_or_else(|e| panic!("{}: {e}", dir.display()));
    for path in entries.map(|e| e.expect("directory can be read").path()) {
        if path.is_dir() {
            // Test data is wrong on purpose.
            if !path.ends_with("testdata") {
                collect(&path, out);
            }
        } else if path.extension().is_some_and(|e| e == "go") {
            out.push(path);
        }
    }
}

#[test]
fn accepts_the_go_tree() {
    let Some(root) = std::env::var_os("MINIGO_GOROOT") else {
        eprintln!("skipped: MINIGO_GOROOT is not set");
        return;
    };
    let mut paths = Vec::new();
    collect(&Path::new(&root).join("src"), &mut paths);
    paths.sort();
    assert!(paths.len() > 1000, "only {} files: is MINIGO_GOROOT right?", paths.len());

    let mut source = SourceMap::default();
    for path in &paths {
        let name = path.display().to_string();
        source.add_bytes(name.clone(), name, std::fs::read(path).expect("file can be read"));
    }
    let files: Vec<_> = source.files().collect();
    let interner = Interner::default();
    let start = Instant::now();
    let errors: Vec<String> = files
        .par_iter()
        .flat_map_iter(|&(id, file)| {
            let mut sink = Sink::default();
            parse_file(id, file, &interner, &mut sink);
            sink.diagnostics
                .into_iter()
                .map(|d| format!("{}: {}", source.mention(d.pos), d.message))
                .collect::<Vec<_>>()
        })
        .collect();
    let elapsed = start.elapsed().as_secs_f64();
    let lines: usize = files.iter().map(|(_, f)| f.line_starts().len()).sum();
    eprintln!(
        "{} files, {lines} lines in {elapsed:.2} s: {:.2} million lines a second",
        files.len(),
        lines as f64 / elapsed / 1e6
    );
    assert!(errors.is_empty(), "{}", errors[..errors.len().min(20)].join("\n"));
}
