//! Builds the runtime and embeds it: an inner cargo makes `runtime/image` into a static library, the linker picks the
//! objects that `_start` needs, and `runtime_objects.rs` in `OUT_DIR` holds their bytes.
//!
//! The inner build has a target directory of its own, shared by all profiles and tools of the outer one, so that
//! `cargo build`, `cargo test` and `cargo clippy` build the runtime once. It never waits for the outer build, so the
//! two cannot lock each other up.
//!
//! With `MINIGO_RUNTIME_DEBUG` in the environment the objects keep line tables, for debugging the runtime itself. With
//! `MINIGO_RUNTIME_LIBRARY` naming a static library, that one is embedded and nothing is built.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

use xxhash_rust::xxh3::Xxh3;

/// What the runtime is built for, and where cargo then puts the library.
const TARGET: &str = "x86_64-unknown-linux-gnu";
const LIBRARY: &str = "release/librtimage.a";
/// The symbol a program starts at.
const ENTRY: &str = "_start";
/// Keeps line tables if set.
const DEBUG_SWITCH: &str = "MINIGO_RUNTIME_DEBUG";
/// Names a library built elsewhere.
const LIBRARY_SWITCH: &str = "MINIGO_RUNTIME_LIBRARY";
/// What the library depends on, from the repository's root.
const SOURCES: [&str; 8] = [
    "Cargo.toml",
    "runtime/Cargo.toml",
    "runtime/src",
    "runtime/abi/Cargo.toml",
    "runtime/abi/src",
    "runtime/image/Cargo.toml",
    "runtime/image/Cargo.lock",
    "runtime/image/src",
];
/// Variables of the outer build that would change the inner one, by prefix.
const SCRUBBED_PREFIXES: [&str; 7] = [
    "CARGO_BUILD_",
    "CARGO_CFG_",
    "CARGO_FEATURE_",
    "CARGO_MANIFEST_",
    "CARGO_PKG_",
    "CARGO_PROFILE_",
    "CARGO_TARGET_",
];
/// The same, by name.
const SCRUBBED: [&str; 14] = [
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_INCREMENTAL",
    "CARGO_MAKEFLAGS",
    "DEBUG",
    "HOST",
    "MAKEFLAGS",
    "NUM_JOBS",
    "OPT_LEVEL",
    "OUT_DIR",
    "PROFILE",
    "RUSTC_WORKSPACE_WRAPPER",
    "RUSTC_WRAPPER",
    "RUSTFLAGS",
    "TARGET",
];

/// What decides about the machine code of a function, besides its SSA: from the repository's root.
const CODEGEN_SOURCES: [&str; 6] = [
    "backend/src",
    "middle/src/ir",
    "middle/src/opt", // the late passes run in the code generator
    "middle/src/pipeline.rs",
    "runtime/abi/src",
    "Cargo.lock",
];

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            for line in message.lines() {
                println!("cargo::error={line}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let out = PathBuf::from(variable("OUT_DIR")?);
    let manifest = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let root = manifest.parent().ok_or("the crate has no parent directory")?;
    println!("cargo::rerun-if-env-changed={DEBUG_SWITCH}");
    println!("cargo::rerun-if-env-changed={LIBRARY_SWITCH}");
    println!("cargo::rerun-if-changed=build.rs");
    for source in SOURCES {
        println!("cargo::rerun-if-changed={}", root.join(source).display());
    }
    println!("cargo::rustc-env=MINIGO_CODEGEN_ID={:016x}", codegen_id(root)?);
    let debug = env::var_os(DEBUG_SWITCH).is_some();
    let library = match env::var_os(LIBRARY_SWITCH) {
        Some(path) => {
            println!("cargo::rerun-if-changed={}", path.to_string_lossy());
            PathBuf::from(path)
        }
        None => build_library(root, &out, debug)?,
    };
    let bytes = fs::read(&library).map_err(|e| format!("{}: {e}", library.display()))?;
    let members = linker::select(&bytes, &[ENTRY], &[]).map_err(|e| format!("{}: {e}", library.display()))?;
    let mut table = String::from("/// Name and bytes of each object of the runtime.\n");
    table += "static RUNTIME: &[(&str, &[u8])] = &[\n";
    for (number, (name, object)) in members.iter().enumerate() {
        let file = format!("runtime{number}.o");
        let object = if debug { Ok(object.clone()) } else { linker::strip_debug(name, object) };
        write_file(&out.join(&file), &object.map_err(|e| e.to_string())?)?;
        let bytes = format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{file}\"))");
        writeln!(table, "    ({name:?}, {bytes}),").expect("writing to a string");
    }
    table += "];\n";
    write_file(&out.join("runtime_objects.rs"), table.as_bytes())
}

/// A hash of the sources of the code generator: what caches kept by another version is not used.
fn codegen_id(root: &Path) -> Result<u64, String> {
    let mut files = Vec::new();
    for source in CODEGEN_SOURCES {
        println!("cargo::rerun-if-changed={}", root.join(source).display());
        collect(&root.join(source), &mut files)?;
    }
    files.sort();
    let mut hash = Xxh3::new();
    for file in files {
        hash.update(&fs::read(&file).map_err(|e| format!("{}: {e}", file.display()))?);
    }
    Ok(hash.digest())
}

/// All files below a path.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<(), String> {
    if !path.is_dir() {
        files.push(path.to_path_buf());
        return Ok(());
    }
    for entry in fs::read_dir(path).map_err(|e| format!("{}: {e}", path.display()))? {
        collect(&entry.map_err(|e| e.to_string())?.path(), files)?;
    }
    Ok(())
}

/// Runs the inner cargo; gives the path of the library.
fn build_library(root: &Path, out: &Path, debug: bool) -> Result<PathBuf, String> {
    // OUT_DIR is <target>/<profile>/build/<package>/out.
    let target = out.ancestors().nth(4).ok_or("OUT_DIR is not in a target directory")?.join("runtime-image");
    let library = target.join(TARGET).join(LIBRARY);
    let mut cargo = Command::new(variable("CARGO")?);
    cargo.args(["build", "--release", "--locked", "--target", TARGET]);
    cargo.arg("--manifest-path").arg(root.join("runtime/image/Cargo.toml"));
    cargo.arg("--target-dir").arg(&target);
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if SCRUBBED.contains(&&*text) || SCRUBBED_PREFIXES.iter().any(|p| text.starts_with(p)) {
            cargo.env_remove(&name);
        }
    }
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags(root).join("\x1f"));
    if debug {
        cargo.env("CARGO_PROFILE_RELEASE_DEBUG", "line-tables-only");
    }
    let output = cargo.output().map_err(|e| format!("cannot run cargo for the runtime: {e}"))?;
    if !output.status.success() {
        let messages = String::from_utf8_lossy(&output.stderr);
        let mut text = format!("building the runtime failed ({})\n{messages}", output.status);
        if library.exists() {
            let earlier = library.display();
            text += &format!("\nto go on with the runtime built earlier, set {LIBRARY_SWITCH}={earlier}");
        }
        return Err(text);
    }
    Ok(library)
}

/// Flags of rustc for the runtime: frame pointers, because tracebacks and profilers walk them; no path of the building
/// machine in the panic messages, so that equal sources give equal programs.
fn flags(root: &Path) -> Vec<String> {
    let mut flags = vec!["-Cforce-frame-pointers=yes".to_owned()];
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::var_os("HOME").map(|home| Path::new(&home).join(".cargo")));
    if let Some(home) = home {
        flags.push(format!("--remap-path-prefix={}=/cargo", home.display()));
    }
    flags.push(format!("--remap-path-prefix={}=/mini-go", root.display()));
    flags
}

fn variable(name: &str) -> Result<String, String> {
    env::var(name).map_err(|e| format!("{name}: {e}"))
}

fn write_file(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}
