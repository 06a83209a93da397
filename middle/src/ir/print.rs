//! The text form of SSA, read back by [`super::parse`].
//!
//! ```text
//! func "main.f" (ptr, i64) -> (i64) {
//!   slot ss0 16 8 "x"
//! b0(v0: ptr, v1: i64):
//!   v2 = load.i64 v0+8
//!   v3 = icmp.ult.i64 v1, v2
//!   guard panicIndex v3, v1, v2
//!   v4: i64 = call "main.g"(v1)         ; n
//!   br v3, b1(v4), b2
//! …
//! }
//! ```
//! What follows `;` is a comment: the source name of the value, and the line where it changes.

use std::fmt::Write;

use frontend::source::Interner;

use super::func::*;
use super::module::{DataKind, Module};
use super::op::{Format, Op};

/// What a printer may add in comments.
#[derive(Default)]
pub struct PrintOptions<'a> {
    /// `file:line` of a position.
    pub line_of: Option<&'a dyn Fn(Pos) -> Option<String>>,
}

/// One function.
pub fn func(f: &Func, symbols: &Interner, options: &PrintOptions<'_>) -> String {
    let mut p = Printer { f, symbols, options, out: String::new(), line: None };
    p.func();
    p.out
}

/// All functions and data of a module.
pub fn module(m: &Module, options: &PrintOptions<'_>) -> String {
    let mut out = String::new();
    for f in &m.funcs {
        out.push_str(&func(f, &m.symbols, options));
        out.push('\n');
    }
    for d in &m.data {
        let kind = match d.kind {
            DataKind::ReadOnly => "rodata",
            DataKind::Data => "data",
            DataKind::Bss => "bss",
        };
        let _ = write!(out, "{kind} {} size {} align {}", quote(m.symbols.resolve(d.sym)), d.size, d.align);
        if !d.bytes.is_empty() && d.bytes.len() <= 64 {
            let _ = write!(out, " = \"{}\"", d.bytes.escape_ascii());
        }
        for r in &d.relocs {
            let _ = write!(out, " [{}: {}+{}]", r.offset, quote(m.symbols.resolve(r.target)), r.addend);
        }
        out.push('\n');
    }
    out
}

/// A symbol as it stands in the text form.
pub(super) fn quote(s: &str) -> String {
    format!("\"{}\"", s.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}

/// A runtime function as it stands in the text form: its symbol without the package.
pub(super) fn rt_name(f: abi::RuntimeFn) -> &'static str {
    f.info().symbol.trim_start_matches("runtime.")
}

fn types(tys: &[Ty]) -> String {
    let names: Vec<_> = tys.iter().map(|t| t.name()).collect();
    format!("({})", names.join(", "))
}

pub(super) fn alloc_kind_name(k: AllocKind) -> &'static str {
    match k {
        AllocKind::Var => "var",
        AllocKind::Result => "result",
        AllocKind::New => "new",
        AllocKind::Composite => "composite",
        AllocKind::SliceArray => "slicearray",
        AllocKind::Variadic => "variadic",
        AllocKind::Closure => "closure",
        AllocKind::MethodValue => "methodvalue",
        AllocKind::Boxed => "boxed",
        AllocKind::Buffer => "buffer",
    }
}

struct Printer<'a> {
    f: &'a Func,
    symbols: &'a Interner,
    options: &'a PrintOptions<'a>,
    out: String,
    line: Option<String>,
}

impl Printer<'_> {
    fn sym(&self, s: Sym) -> String {
        quote(self.symbols.resolve(s))
    }

    fn func(&mut self) {
        let f = self.f;
        let _ = write!(
            self.out,
            "func {} {} -> {}",
            self.sym(f.sym),
            types(&f.sig.params),
            types(&f.sig.results)
        );
        if f.wrapper {
            self.out.push_str(" wrapper");
        }
        if f.noinline {
            self.out.push_str(" noinline");
        }
        self.out.push_str(" {\n");
        for (s, d) in f.slots.iter() {
            let _ = writeln!(self.out, "  slot {s} {} {} {}", d.size, d.align, quote(&d.name));
        }
        for (a, d) in f.allocs.iter() {
            let desc = d.desc.map_or("-".to_string(), |s| self.sym(s));
            let _ = writeln!(
                self.out,
                "  alloc {a} {} {} {} {desc} {}",
                d.size,
                d.align,
                alloc_kind_name(d.kind),
                quote(&d.name)
            );
        }
        for (s, d) in f.sigs.iter() {
            let _ = writeln!(self.out, "  sig {s} {} -> {}", types(&d.params), types(&d.results));
        }
        if let Some(b) = f.landing {
            let _ = writeln!(self.out, "  landing {b}");
        }
        if let Some(s) = f.open_defers {
            let _ = writeln!(self.out, "  opendefers {s}");
        }
        for (name, set) in [("lengths", &f.lengths), ("memorylengths", &f.memory_lengths)] {
            let list: Vec<_> =
                set.keys().filter(|&v| set.contains(v) && f.resolve(v) == v).map(|v| v.to_string()).collect();
            if !list.is_empty() {
                let _ = writeln!(self.out, "  {name} {}", list.join(" "));
            }
        }
        for (n, m) in f.capacities.iter().filter(|&&(n, m)| f.resolve(n) == n || f.resolve(m) == m) {
            let _ = writeln!(self.out, "  capacity {n} {m}");
        }
        for &b in &f.layout {
            self.block(b);
        }
        self.out.push_str("}\n");
    }

    fn block(&mut self, b: Block) {
        let data = &self.f.blocks[b];
        let _ = write!(self.out, "{b}");
        if !data.params.is_empty() {
            let params: Vec<_> =
                data.params.iter().map(|&p| format!("{p}: {}", self.f.ty(p).name())).collect();
            let _ = write!(self.out, "({})", params.join(", "));
        }
        self.out.push_str(if data.cold { " cold:" } else { ":" });
        let names: Vec<_> = data
            .params
            .iter()
            .filter_map(|&p| self.f.names[p].as_ref().map(|n| format!("{p}={n}")))
            .collect();
        if !names.is_empty() {
            let _ = write!(self.out, "  ; {}", names.join(" "));
        }
        self.out.push('\n');
        for &inst in &data.insts {
            let text = self.inst(inst);
            let note = self.note(inst);
            if note.is_empty() {
                let _ = writeln!(self.out, "  {text}");
            } else {
                let _ = writeln!(self.out, "  {text:<44}; {note}");
            }
        }
    }

    /// Source names of the results, and the line where it differs from that of the instruction before.
    fn note(&mut self, inst: Inst) -> String {
        let data = &self.f.insts[inst];
        let mut parts: Vec<String> =
            data.results.iter().filter_map(|&v| self.f.names[v].as_ref().map(|n| n.to_string())).collect();
        if let Some(line_of) = self.options.line_of {
            let line = line_of(self.f.source_pos(data.pos));
            if line.is_some() && line != self.line {
                parts.extend(line.clone().map(|l| format!("({l})")));
                self.line = line;
            }
        }
        parts.join(" ")
    }

    fn values(&self, vs: &[Value]) -> String {
        let vs: Vec<_> = vs.iter().map(|&v| self.f.resolve(v).to_string()).collect();
        vs.join(", ")
    }

    fn target(&self, c: &BlockCall) -> String {
        if c.args.is_empty() { c.block.to_string() } else { format!("{}({})", c.block, self.values(&c.args)) }
    }

    fn inst(&self, inst: Inst) -> String {
        let data = &self.f.insts[inst];
        let info = data.op.info();
        let mut s = String::new();
        if !data.results.is_empty() {
            let results: Vec<_> = data
                .results
                .iter()
                .map(|&v| match info.format {
                    Format::Call => format!("{v}: {}", self.f.ty(v).name()),
                    _ => v.to_string(),
                })
                .collect();
            let _ = write!(s, "{} = ", results.join(", "));
        }
        s.push_str(info.name);
        let offset = |k: i64| if k == 0 { String::new() } else { format!("{k:+}") };
        let args = self.values(&data.args);
        let _ = match (info.format, data.imm) {
            (Format::Const, Imm::Bits(k)) => write!(s, ".{} {k:#x}", data.ty.name()),
            (Format::Const, Imm::Int(k)) => write!(s, ".{} {k}", data.ty.name()),
            (Format::Addr, Imm::Sym(sym, k)) => write!(s, " {}{}", self.sym(sym), offset(k)),
            (Format::Addr, Imm::Slot(slot, k)) => write!(s, " {slot}{}", offset(k)),
            (Format::Compare, Imm::Cond(c)) => write!(s, ".{}.{} {args}", c.name(), data.ty.name()),
            (Format::Load, Imm::Int(k)) | (Format::Store, Imm::Int(k)) => {
                write!(s, ".{} {args}{}", data.ty.name(), offset(k))
            }
            (Format::Call, Imm::Rt(f)) if data.op == Op::Guard => write!(s, " {} {args}", rt_name(f)),
            (Format::Call, Imm::Rt(f)) => write!(s, " {}({args})", rt_name(f)),
            (Format::Call, Imm::Sym(sym, _)) => write!(s, " {}({args})", self.sym(sym)),
            (Format::Call, Imm::Sig(sig)) => {
                write!(s, " {sig} {}({})", self.values(&data.args[..1]), self.values(&data.args[1..]))
            }
            (Format::Terminator, _) => {
                let mut parts: Vec<String> =
                    data.args.iter().map(|&v| self.f.resolve(v).to_string()).collect();
                if data.op == Op::Switch {
                    parts.push(self.target(&data.targets[0]));
                    for (k, t) in data.cases.iter().zip(&data.targets[1..]) {
                        parts.push(format!("{k}: {}", self.target(t)));
                    }
                } else {
                    parts.extend(data.targets.iter().map(|t| self.target(t)));
                }
                if parts.is_empty() { Ok(()) } else { write!(s, " {}", parts.join(", ")) }
            }
            (Format::Other(_), Imm::Alloc(a)) => write!(s, " {a}"),
            (Format::Other(_), Imm::Int(k)) => write!(s, " {args}, {k}"),
            (Format::Other(_), _) if args.is_empty() => Ok(()),
            _ => write!(s, ".{} {args}", data.ty.name()),
        };
        s
    }
}
