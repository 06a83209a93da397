//! Building functions, compiling them, and running them linked to a small C harness.
#![allow(dead_code, reason = "each test crate uses its part")]

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};
use std::{fs, os::unix::fs::PermissionsExt};

use abi::symtab::{FuncEntry, LandingEntry, PcHeader};
use backend::{Compiled, Options, SourceInfo};
use linker::{Image, Input, LinkOptions};
use middle::ir::{Data, Func, FuncBuilder, Module, Pos, Signature, Ty};
use rustc_hash::FxHashMap;

/// Positions are lines of one file.
pub struct Lines;

impl SourceInfo for Lines {
    fn locate(&self, pos: Pos) -> Option<(&str, u32)> {
        pos.is_known().then_some(("/src/prog.go", pos.0))
    }

    fn is_embedded(&self, _: Pos) -> bool {
        false
    }
}

/// A module without contents.
pub fn module() -> Module {
    Module {
        symbols: Default::default(),
        funcs: Vec::new(),
        data: Vec::new(),
        func_index: FxHashMap::default(),
        extern_c: FxHashMap::default(),
        itabs: Vec::new(),
        lang_minor: 27,
    }
}

/// A builder for `name`, declared in line `line`.
pub fn func(m: &Module, name: &str, params: &[Ty], results: &[Ty], line: u32) -> FuncBuilder {
    let sig = Signature { params: params.to_vec(), results: results.to_vec() };
    let mut b = FuncBuilder::new(m.symbols.intern(name), sig, Pos(line));
    b.set_pos(Pos(line + 1));
    b
}

/// Adds a finished function.
pub fn add(m: &mut Module, f: Func) {
    m.func_index.insert(f.sym, m.funcs.len());
    m.funcs.push(f);
}

/// Adds data.
pub fn add_data(m: &mut Module, data: Data) {
    m.data.push(data);
}

/// Compiles with Cranelift's verifier on.
pub fn compile(m: &Module) -> Compiled<'_> {
    compile_with(m, &Options::default())
}

fn compile_with<'m>(m: &'m Module, opts: &Options) -> Compiled<'m> {
    let opts = Options { verify: true, ..opts.clone() };
    backend::compile(m, &Lines, &opts).unwrap_or_else(|e| panic!("{e}"))
}

/// Runs as [`run`] what comes out with and without optimisation, and for a newer processor if this one is.
pub fn check(m: &Module, source: &str) {
    let mut variants = vec![Options::default(), Options { optimize: false, ..Options::default() }];
    if std::arch::is_x86_feature_detected!("avx2")
        && std::arch::is_x86_feature_detected!("fma")
        && std::arch::is_x86_feature_detected!("bmi2")
    {
        variants.push(Options { amd64_level: 3, ..Options::default() });
    }
    for opts in variants {
        run(&compile_with(m, &opts).object, source);
    }
}

/// A file name nobody else uses.
pub fn fresh(suffix: &str) -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("be-{}-{number}{suffix}", std::process::id()))
}

/// Links `object` to the harness with the C function `int tests(void)` in `source`.
pub fn link(object: &[u8], source: &str, opts: &LinkOptions) -> Image {
    let harness = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/harness");
    let (c, o) = (fresh(".c"), fresh(".o"));
    fs::write(&c, format!("#include \"start.h\"\n#line 1 \"test\"\n{source}")).unwrap();
    let out = Command::new("cc")
        .args(["-O1", "-ffreestanding", "-fno-stack-protector", "-fno-omit-frame-pointer", "-ffixed-r15"])
        .args(["-fno-pic", "-mcmodel=small", "-Wall", "-Wno-unused-function", "-c"])
        .args([
            format!("-DPC_HEADER_SIZE={}", size_of::<PcHeader>()),
            format!("-DFUNC_ENTRY_SIZE={}", size_of::<FuncEntry>()),
            format!("-DLANDING_ENTRY_SIZE={}", size_of::<LandingEntry>()),
        ])
        .arg("-I")
        .arg(&harness)
        .arg(&c)
        .arg("-o")
        .arg(&o)
        .output()
        .expect("a C compiler");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let c_object = fs::read(&o).unwrap();
    let inputs = [Input { name: "prog.o", bytes: object }, Input { name: "harness.o", bytes: &c_object }];
    let image = linker::link_image(&inputs, opts).unwrap_or_else(|e| panic!("{e}"));
    fs::remove_file(c).unwrap();
    fs::remove_file(o).unwrap();
    image
}

/// Links as [`link`] and runs the program: `tests` must return 0.
pub fn run(object: &[u8], source: &str) {
    let exe = fresh("");
    fs::write(&exe, link(object, source, &LinkOptions::default()).bytes).unwrap();
    fs::set_permissions(&exe, fs::Permissions::from_mode(0o755)).unwrap();
    let out = loop {
        match Command::new(&exe).output() {
            // Another test forked while the file was open for writing; its child still holds it for a moment.
            Err(e) if e.kind() == ErrorKind::ExecutableFileBusy => std::thread::yield_now(),
            other => break other.unwrap(),
        }
    };
    assert!(out.status.success(), "{:?}: {}", out.status, String::from_utf8_lossy(&out.stderr));
    fs::remove_file(exe).unwrap();
}
