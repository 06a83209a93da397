//! Compiling small sources with the system's C compiler, linking the objects here and running the result.
#![allow(dead_code, reason = "each test crate uses its part")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};

use linker::{Input, LinkError, LinkOptions};

/// A file name nobody else uses.
pub fn fresh(suffix: &str) -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("ld-{}-{number}{suffix}", std::process::id()))
}

/// A source language by its file suffix.
#[derive(Clone, Copy)]
pub enum Lang {
    C,
    Cxx,
    Asm,
}

/// Flags no test program does without: it has no libc and no thread-local canary.
const FLAGS: [&str; 4] = ["-ffreestanding", "-fno-stack-protector", "-fno-asynchronous-unwind-tables", "-c"];

/// Compiles `source`; `None` if there is no such compiler.
pub fn try_compile(lang: Lang, source: &str, flags: &[&str]) -> Option<Vec<u8>> {
    let (compiler, suffix) = match lang {
        Lang::C => ("cc", ".c"),
        Lang::Cxx => ("g++", ".cc"),
        Lang::Asm => ("cc", ".s"),
    };
    let (input, output) = (fresh(suffix), fresh(".o"));
    fs::write(&input, source).unwrap();
    let run = Command::new(compiler).args(FLAGS).args(flags).arg(&input).arg("-o").arg(&output).output();
    let run = match run {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return None,
        run => run.unwrap(),
    };
    assert!(run.status.success(), "{compiler} {flags:?}: {}", String::from_utf8_lossy(&run.stderr));
    let bytes = fs::read(&output).unwrap();
    fs::remove_file(input).unwrap();
    fs::remove_file(output).unwrap();
    Some(bytes)
}

/// Compiles C.
pub fn c(source: &str, flags: &[&str]) -> Vec<u8> {
    try_compile(Lang::C, source, flags).expect("a C compiler")
}

/// Assembles.
pub fn asm(source: &str) -> Vec<u8> {
    try_compile(Lang::Asm, source, &[]).expect("a C compiler")
}

/// Links objects, which get the names `0.o`, `1.o` …
pub fn try_link(objects: &[Vec<u8>], opts: &LinkOptions) -> Result<Vec<u8>, LinkError> {
    let names: Vec<String> = (0..objects.len()).map(|n| format!("{n}.o")).collect();
    let inputs: Vec<Input<'_>> =
        objects.iter().zip(&names).map(|(bytes, name)| Input { name, bytes }).collect();
    linker::link(&inputs, opts)
}

/// Links objects that must link.
pub fn link(objects: &[Vec<u8>], opts: &LinkOptions) -> Vec<u8> {
    try_link(objects, opts).unwrap_or_else(|e| panic!("link failed: {e}"))
}

/// Links objects that must not link; gives the message.
pub fn link_error(objects: &[Vec<u8>]) -> String {
    try_link(objects, &LinkOptions::default()).expect_err("the link should fail").to_string()
}

/// Runs an executable.
pub fn run(bytes: &[u8]) -> Output {
    let path = fresh("");
    fs::write(&path, bytes).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    let output = run_file(&path);
    fs::remove_file(path).unwrap();
    output
}

/// Runs a file. Another test's child may still hold a just-written file open between its fork and its exec.
fn run_file(path: &Path) -> Output {
    loop {
        match Command::new(path).output() {
            Err(e) if e.kind() == std::io::ErrorKind::ExecutableFileBusy => {
                std::thread::sleep(std::time::Duration::from_millis(5));
            }
            output => return output.unwrap(),
        }
    }
}

/// What an executable prints; it must exit with 0.
pub fn stdout(bytes: &[u8]) -> String {
    let output = run(bytes);
    assert!(output.status.success(), "{:?}", output.status);
    String::from_utf8(output.stdout).unwrap()
}

/// What the same objects print when GNU ld has linked them.
pub fn stdout_by_ld(objects: &[Vec<u8>]) -> String {
    let paths: Vec<PathBuf> = objects.iter().map(|_| fresh(".o")).collect();
    for (path, bytes) in paths.iter().zip(objects) {
        fs::write(path, bytes).unwrap();
    }
    let output = fresh("");
    let run = Command::new("cc")
        .args(["-nostdlib", "-static", "-no-pie", "-Wl,--gc-sections,-z,noexecstack", "-o"])
        .arg(&output)
        .args(&paths)
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let result = run_file(&output);
    for path in paths.iter().chain([&output]) {
        fs::remove_file(path).unwrap();
    }
    assert!(result.status.success(), "{:?}", result.status);
    String::from_utf8(result.stdout).unwrap()
}

/// C code every test program starts with: `_start`, `say`, `num`; the program defines `int run(void)`.
pub const PRELUDE: &str = r#"
static long call3(long n, long a, long b, long c) {
    long r;
    __asm__ volatile("syscall" : "=a"(r) : "a"(n), "D"(a), "S"(b), "d"(c) : "rcx", "r11", "memory");
    return r;
}
static void say(const char *s) {
    long n = 0;
    while (s[n]) n++;
    call3(1, 1, (long)s, n);
}
static void num(long v) {
    char b[32];
    int i = 31, neg = v < 0;
    unsigned long u = neg ? -(unsigned long)v : (unsigned long)v;
    b[i] = 0;
    do { b[--i] = '0' + u % 10; u /= 10; } while (u);
    if (neg) b[--i] = '-';
    say(b + i);
    say("\n");
}
"#;

/// C code of the one object that starts the program.
pub const START: &str = r#"
int run(void);
__asm__(".text\n.globl _start\n.type _start, @function\n_start: xor %ebp, %ebp\nand $-16, %rsp\ncall run\n"
    "mov %eax, %edi\nmov $231, %eax\nsyscall\nud2\n.size _start, .-_start\n");
"#;
