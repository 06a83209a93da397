//! The event trace of programs built with `-d=defertrace`.
//!
//! Compiled code calls [`export`] where it registers and runs deferred calls; `panic.rs` reports its own events, if
//! [`is_on`]. Each event is one line of JSON in the file that `MINIGO_DEFERTRACE` names, with the calls that are due in
//! the goroutine at that moment, newest first:
//!
//! ```text
//! {"event":"push","goroutine":1,"depth":2,"function":"main.f","file":"/src/p.go","line":6,"kind":"open",
//!  "call":"main.f.func1","chain":[{"call":"main.f.func1","kind":"open","function":"main.f","line":6}]}
//! ```
//!
//! The chain is kept here, beside the real one, because open calls are in no list. Deferred calls run in the reverse
//! order of their registration, so the one that runs next is always the newest: there is nothing to look up.

use alloc::vec::Vec;
use core::fmt::{self, Write};

use abi::layout::{DEFER_KIND_NAMES, Defer, FuncVal, Kind, Type};

use crate::g::{G, Racy, getg};
use crate::panic::{Panic, Value};
use crate::symtab::{Func, is_user_visible, tables};
use crate::sys;
use crate::types::{self, type_name};
use crate::unwind::{Frame, Walk};

/// Where the events go.
const FILE_VARIABLE: &[u8] = b"MINIGO_DEFERTRACE";
/// … and without that variable.
const DEFAULT_FILE: &[u8] = b"defertrace.json";
/// Longest string value that is shown.
const MOST_TEXT: usize = 200;

/// The file; -1 while there is none.
static FILE: Racy<i32> = Racy::new(-1);

/// Whether the program traces.
#[inline(always)]
pub fn is_on() -> bool {
    // SAFETY: set once, before the program's first function.
    unsafe { *FILE.get() >= 0 }
}

/// A call that is due.
#[derive(Clone, Copy)]
pub struct Due {
    /// Frame pointer of the function that has to make it.
    frame: usize,
    call: &'static str,
    kind: &'static str,
    function: &'static str,
    line: u32,
}

/// A line of the trace under construction.
struct Line(Vec<u8>);

impl Write for Line {
    fn write_str(&mut self, s: &str) -> fmt::Result {
        self.0.extend_from_slice(s.as_bytes());
        Ok(())
    }
}

impl Line {
    fn text(&mut self, name: &str, value: &str) {
        let _ = write!(self, ",\"{name}\":");
        self.quoted(value);
    }

    fn quoted(&mut self, value: &str) {
        let _ = self.write_str("\"");
        for c in value.chars() {
            let _ = match c {
                '"' | '\\' => write!(self, "\\{c}"),
                c if c < ' ' => write!(self, "\\u{:04x}", c as u32),
                c => self.write_char(c),
            };
        }
        let _ = self.write_str("\"");
    }

    fn number(&mut self, name: &str, value: u64) {
        let _ = write!(self, ",\"{name}\":{value}");
    }
}

/// Begins the line of an event in a frame of the current goroutine.
fn begin(event: &str, g: &G, frame: Frame) -> Line {
    let mut line = Line(Vec::with_capacity(256));
    let _ = write!(line, "{{\"event\":\"{event}\",\"goroutine\":{}", g.id);
    // SAFETY: a live frame of this goroutine.
    let frames = unsafe { Walk::of_current(frame) };
    let is_shown = |f: &Func| !f.is_wrapper() && is_user_visible(f.name());
    line.number("depth", frames.filter(|f| f.func().is_some_and(|f| is_shown(&f))).count() as u64);
    // A run-time panic is raised by a function of the runtime: the place is that of its caller.
    // SAFETY: as above.
    let mut frames = unsafe { Walk::of_current(frame) }.filter_map(|f| Some((f.func()?, f)));
    let is_own = matches!(event, "push" | "recover");
    if let Some((func, frame)) = frames.find(|(func, _)| is_own || is_user_visible(func.name())) {
        line.text("function", func.name());
        line.text("file", func.file());
        line.number("line", func.line(frame.pc.wrapping_sub(1)).into());
    }
    line
}

/// Adds the chains and writes the line, in one piece.
fn end(mut line: Line, g: &G) {
    let _ = line.write_str(",\"chain\":[");
    for (i, due) in g.trace.iter().rev().enumerate() {
        let _ = line.write_str(if i == 0 { "{" } else { ",{" });
        let _ = write!(line, "\"call\":");
        line.quoted(due.call);
        line.text("kind", due.kind);
        line.text("function", due.function);
        line.number("line", due.line.into());
        let _ = line.write_str("}");
    }
    let _ = line.write_str("]");
    let mut panic = g.panic().cast_const();
    if !panic.is_null() {
        let _ = line.write_str(",\"panics\":[");
        let mut first = true;
        // SAFETY: panics on the chain are live.
        while let Some(p) = unsafe { panic.as_ref() } {
            let _ = line.write_str(if core::mem::take(&mut first) { "{" } else { ",{" });
            let _ = line.write_str("\"value\":");
            value(&mut line, p);
            let _ = write!(line, ",\"recovered\":{}}}", p.recovered);
            panic = p.link;
        }
        let _ = line.write_str("]");
    }
    let _ = line.write_str("}\n");
    // SAFETY: set once.
    sys::write_all(unsafe { *FILE.get() }, &line.0);
}

/// The value of a panic as far as it can be told without calling the program: its type, and the value of basic kinds.
fn value(line: &mut Line, p: &Panic) {
    if p.goexit {
        return line.quoted("Goexit");
    }
    let mut text = Line(Vec::new());
    let _ = write_value(&mut text, p.arg);
    line.quoted(core::str::from_utf8(&text.0).unwrap_or("?"));
}

fn write_value(out: &mut Line, v: Value) -> fmt::Result {
    // SAFETY: the words of an interface: a type, and a value of it or a pointer to one.
    unsafe {
        let Some(ty) = v.ty.cast::<Type>().as_ref() else { return out.write_str("nil") };
        let name = type_name(ty);
        let data = v.data;
        match types::kind(ty) {
            Kind::String => {
                let (p, len) = *data.cast::<(*const u8, usize)>();
                let bytes = if len == 0 { &[] } else { core::slice::from_raw_parts(p, len.min(MOST_TEXT)) };
                let text = match core::str::from_utf8(bytes) {
                    Ok(text) => text,
                    Err(e) => core::str::from_utf8_unchecked(&bytes[..e.valid_up_to()]),
                };
                write!(out, "{name}({text:?})")
            }
            Kind::Bool => write!(out, "{name}({})", *data != 0),
            Kind::Int | Kind::Int64 => write!(out, "{name}({})", *data.cast::<i64>()),
            Kind::Int32 => write!(out, "{name}({})", *data.cast::<i32>()),
            Kind::Uint | Kind::Uint64 => write!(out, "{name}({})", *data.cast::<u64>()),
            _ => out.write_str(name),
        }
    }
}

/// The function that a function value calls.
fn called(fun: *const FuncVal) -> &'static str {
    // SAFETY: null, or a function value of the program.
    match unsafe { fun.as_ref() } {
        Some(f) => tables().func(f.code as usize).map_or("?", |f| f.name()),
        None => "nil",
    }
}

/// The newest call leaves the chain and is made, from `frame`, because of `by`.
pub fn run(g: *mut G, frame: Frame, by: &str) {
    // SAFETY: the current goroutine; no reference outlives this call.
    let g = unsafe { &mut *g };
    let Some(due) = g.trace.pop() else { return };
    for event in ["pop", "run"] {
        let mut line = begin(event, g, frame);
        line.text("call", due.call);
        line.text("kind", due.kind);
        line.text("pusher", due.function);
        line.number("pushed", due.line.into());
        line.text("by", by);
        end(line, g);
    }
}

/// A deferred call made from `frame` has returned.
pub fn returned(g: *mut G, frame: Frame) {
    event(g, frame, "return", &[]);
}

/// An event without more to tell than these members.
pub fn event(g: *mut G, frame: Frame, name: &str, members: &[(&str, &str)]) {
    // SAFETY: the current goroutine.
    let g = unsafe { &*g };
    let mut line = begin(name, g, frame);
    for (name, value) in members {
        line.text(name, value);
    }
    end(line, g);
}

/// `panic(v)`, or what is treated so; `p` is linked already.
pub fn panicked(g: *mut G, p: &Panic) {
    // SAFETY: the current goroutine.
    let g = unsafe { &*g };
    let mut line = begin(if p.goexit { "goexit" } else { "panic" }, g, p.start);
    if !p.goexit {
        let _ = line.write_str(",\"value\":");
        value(&mut line, p);
    }
    end(line, g);
}

/// Opens the file. Without one there is no trace.
///
/// # Safety
/// Once, before the program's first function; `envs` must be the environment.
unsafe fn start(envs: *const *const u8) {
    let mut path = Vec::from(DEFAULT_FILE);
    // SAFETY: by contract.
    for entry in unsafe { crate::hooks::c_strings(envs) } {
        if let Some(value) = entry.strip_prefix(FILE_VARIABLE).and_then(|e| e.strip_prefix(b"=")) {
            path = Vec::from(value);
        }
    }
    path.push(0);
    // SAFETY: the path ends in NUL; single thread.
    unsafe {
        let file = sys::create_log(path.as_ptr());
        if file < 0 {
            sys::write_all(2, b"runtime: cannot open the file of the defer trace (MINIGO_DEFERTRACE)\n");
        }
        *FILE.get() = file.max(-1) as i32;
    }
}

extern "C" fn push_at(fun: *const FuncVal, kind: i64, fp: usize, pc: usize) {
    if is_on() {
        push(fun, kind, fp, Frame { pc, fp });
    }
}

extern "C" fn push_in_range_at(fun: *const FuncVal, record: *const Defer, fp: usize, pc: usize) {
    if is_on() {
        // SAFETY: the record of the loop, which lives as long as the function around it.
        push(fun, 0, unsafe { (*record).frame }, Frame { pc, fp });
    }
}

/// A call that the function with the frame pointer `owner` has to make is registered by `frame`: the same, or the body of
/// a range over a function, for which younger frames may have calls due that are made before.
fn push(fun: *const FuncVal, kind: i64, owner: usize, frame: Frame) {
    // SAFETY: compiled code runs on its goroutine.
    let g = unsafe { &mut *getg() };
    let func = frame.func();
    let due = Due {
        frame: owner,
        call: called(fun),
        kind: DEFER_KIND_NAMES.get(kind as usize).copied().unwrap_or("?"),
        function: func.map_or("?", |f| f.name()),
        line: func.map_or(0, |f| f.line(frame.pc - 1)),
    };
    let younger = g.trace.partition_point(|d| d.frame >= owner);
    g.trace.insert(younger, due);
    let mut line = begin("push", g, frame);
    line.text("call", due.call);
    line.text("kind", due.kind);
    end(line, g);
}

extern "C" fn run_at(fp: usize, pc: usize) {
    if is_on() {
        run(getg(), Frame { pc, fp }, "exit");
    }
}

extern "C" fn returned_at(fp: usize, pc: usize) {
    if is_on() {
        returned(getg(), Frame { pc, fp });
    }
}

/// What compiled code calls in a program that traces.
pub mod export {
    use super::*;

    /// Opens the trace.
    ///
    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.defertraceStart"))]
    pub unsafe extern "C" fn trace_start() {
        // SAFETY: the process has started; nothing of the program has run.
        unsafe { start((*crate::hooks::ARGUMENTS.get()).envs) }
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.defertracePush"))]
    #[unsafe(naked)]
    pub unsafe extern "C" fn trace_push(fun: *mut u8, kind: i64) {
        core::arch::naked_asm!("mov rdx, rbp", "mov rcx, [rsp]", "jmp {}", sym push_at)
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.defertracePushAt"))]
    #[unsafe(naked)]
    pub unsafe extern "C" fn trace_push_at(fun: *mut u8, record: *mut u8) {
        core::arch::naked_asm!("mov rdx, rbp", "mov rcx, [rsp]", "jmp {}", sym push_in_range_at)
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.defertraceRun"))]
    #[unsafe(naked)]
    pub unsafe extern "C" fn trace_run() {
        core::arch::naked_asm!("mov rdi, rbp", "mov rsi, [rsp]", "jmp {}", sym run_at)
    }

    /// # Safety
    /// Called by compiled code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime.defertraceReturn"))]
    #[unsafe(naked)]
    pub unsafe extern "C" fn trace_return() {
        core::arch::naked_asm!("mov rdi, rbp", "mov rsi, [rsp]", "jmp {}", sym returned_at)
    }
}
