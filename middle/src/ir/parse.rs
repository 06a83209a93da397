//! Reads the text form of [`super::print`], so that passes are tested on text. Numbers of values and blocks are
//! kept, hence printing what was read gives the text back.

use abi::RuntimeFn;
use cranelift_entity::EntityRef;
use frontend::source::Interner;
use smallvec::SmallVec;

use super::func::*;
use super::op::{Format, Op};
use super::print::{alloc_kind_name, rt_name};

/// Reads one or more functions.
///
/// # Errors
/// A message with the line number (from 1) of what was not understood.
pub fn funcs(text: &str, symbols: &Interner) -> Result<Vec<Func>, String> {
    let mut reader = Reader { lines: Vec::new(), at: 0, symbols };
    for (n, line) in text.lines().enumerate() {
        let line = strip_comment(line).trim();
        if !line.is_empty() {
            reader.lines.push((n + 1, line));
        }
    }
    let mut out = Vec::new();
    while reader.at < reader.lines.len() {
        let (line, _) = reader.lines[reader.at];
        out.push(reader.func().map_err(|m| {
            let line = reader.lines.get(reader.at).map_or(line, |l| l.0);
            format!("line {line}: {m}")
        })?);
    }
    Ok(out)
}

fn strip_comment(line: &str) -> &str {
    let mut quoted = false;
    let mut escaped = false;
    for (i, c) in line.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            ';' if !quoted => return &line[..i],
            _ => {}
        }
    }
    line
}

type Res<T> = Result<T, String>;

/// Pieces of one line.
struct Cursor<'a> {
    rest: &'a str,
}

impl<'a> Cursor<'a> {
    fn skip(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn eat(&mut self, s: &str) -> bool {
        self.skip();
        match self.rest.strip_prefix(s) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn expect(&mut self, s: &str) -> Res<()> {
        if self.eat(s) { Ok(()) } else { Err(format!("expected `{s}` at `{}`", self.rest)) }
    }

    fn word(&mut self) -> &'a str {
        self.skip();
        let end = self
            .rest
            .find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-'))
            .unwrap_or(self.rest.len());
        let (w, rest) = self.rest.split_at(end);
        self.rest = rest;
        w
    }

    fn int(&mut self) -> Res<i64> {
        self.skip();
        self.eat("+");
        let w = self.word();
        let parsed = match w.strip_prefix("0x") {
            Some(hex) => u64::from_str_radix(hex, 16).map(|v| v as i64),
            None => w.parse::<i64>(),
        };
        parsed.map_err(|_| format!("expected a number, found `{w}`"))
    }

    fn offset(&mut self) -> Res<i64> {
        if self.rest.starts_with('+') || self.rest.starts_with('-') { self.int() } else { Ok(0) }
    }

    fn string(&mut self) -> Res<String> {
        self.expect("\"")?;
        let mut out = String::new();
        let mut chars = self.rest.char_indices();
        while let Some((i, c)) = chars.next() {
            match c {
                '"' => {
                    self.rest = &self.rest[i + 1..];
                    return Ok(out);
                }
                '\\' => match chars.next() {
                    Some((_, 'n')) => out.push('\n'),
                    Some((_, c)) => out.push(c),
                    None => break,
                },
                c => out.push(c),
            }
        }
        Err("unterminated string".into())
    }

    fn entity<T: EntityRef>(&mut self, prefix: &str) -> Res<T> {
        let w = self.word();
        w.strip_prefix(prefix)
            .and_then(|n| n.parse::<usize>().ok())
            .map(T::new)
            .ok_or_else(|| format!("expected {prefix}N, found `{w}`"))
    }

    fn ty(&mut self) -> Res<Ty> {
        let w = self.word();
        [Ty::I8, Ty::I16, Ty::I32, Ty::I64, Ty::F32, Ty::F64, Ty::Ptr]
            .into_iter()
            .find(|t| t.name() == w)
            .ok_or_else(|| format!("unknown type `{w}`"))
    }

    fn types(&mut self) -> Res<Vec<Ty>> {
        self.expect("(")?;
        let mut out = Vec::new();
        while !self.eat(")") {
            out.push(self.ty()?);
            self.eat(",");
        }
        Ok(out)
    }

    fn signature(&mut self) -> Res<Signature> {
        let params = self.types()?;
        self.expect("->")?;
        Ok(Signature { params, results: self.types()? })
    }

    fn done(&mut self) -> Res<()> {
        self.skip();
        if self.rest.is_empty() { Ok(()) } else { Err(format!("unexpected `{}`", self.rest)) }
    }
}

struct Reader<'a> {
    lines: Vec<(usize, &'a str)>,
    at: usize,
    symbols: &'a Interner,
}

impl<'a> Reader<'a> {
    fn next_line(&mut self) -> Res<Cursor<'a>> {
        let line = self.lines.get(self.at).ok_or("unexpected end of text")?;
        Ok(Cursor { rest: line.1 })
    }

    fn func(&mut self) -> Res<Func> {
        let mut c = self.next_line()?;
        c.expect("func")?;
        let sym = self.symbols.intern(&c.string()?);
        let mut f = Func::new(sym, c.signature()?, Pos::NONE);
        f.wrapper = c.eat("wrapper");
        f.noinline = c.eat("noinline");
        c.expect("{")?;
        self.at += 1;
        let mut block: Option<Block> = None;
        loop {
            let mut c = self.next_line()?;
            if c.eat("}") {
                self.at += 1;
                return Ok(f);
            }
            if c.rest.ends_with(':') && c.rest.starts_with('b') {
                block = Some(self.block_head(&mut f, &mut c)?);
            } else if let Some(b) = block {
                self.inst(&mut f, b, &mut c)?;
            } else {
                self.header(&mut f, &mut c)?;
            }
            c.done()?;
            self.at += 1;
        }
    }

    fn header(&self, f: &mut Func, c: &mut Cursor<'_>) -> Res<()> {
        match c.word() {
            "slot" => {
                c.word();
                let (size, align) = (c.int()? as u32, c.int()? as u32);
                f.new_slot(size, align, c.string()?);
            }
            "alloc" => {
                c.word();
                let (size, align) = (c.int()? as u64, c.int()? as u32);
                let kind = c.word();
                let kind = ALLOC_KINDS
                    .into_iter()
                    .find(|&k| alloc_kind_name(k) == kind)
                    .ok_or_else(|| format!("unknown allocation `{kind}`"))?;
                let desc = if c.eat("-") { None } else { Some(self.symbols.intern(&c.string()?)) };
                f.allocs.push(AllocInfo { size, align, desc, kind, name: c.string()?, pos: Pos::NONE });
            }
            "sig" => {
                c.word();
                f.sigs.push(c.signature()?);
            }
            "landing" => f.landing = Some(c.entity("b")?),
            "capacity" => f.capacities.push((c.entity("v")?, c.entity("v")?)),
            w @ ("lengths" | "memorylengths") => {
                while !c.rest.is_empty() {
                    let set = if w == "lengths" { &mut f.lengths } else { &mut f.memory_lengths };
                    set.insert(c.entity("v")?);
                    c.skip();
                }
            }
            "opendefers" => f.open_defers = Some(c.entity("ss")?),
            w => return Err(format!("unknown declaration `{w}`")),
        }
        Ok(())
    }

    fn block_head(&self, f: &mut Func, c: &mut Cursor<'_>) -> Res<Block> {
        let b: Block = c.entity("b")?;
        need_block(f, b);
        f.layout.push(b);
        if c.eat("(") {
            while !c.eat(")") {
                let v: Value = c.entity("v")?;
                c.expect(":")?;
                let ty = c.ty()?;
                let n = f.blocks[b].params.len() as u32;
                define(f, v, ValueData { ty, def: ValueDef::Param(b, n) });
                f.blocks[b].params.push(v);
                c.eat(",");
            }
        }
        f.blocks[b].cold = c.eat("cold");
        c.expect(":")?;
        Ok(b)
    }

    fn inst(&self, f: &mut Func, b: Block, c: &mut Cursor<'_>) -> Res<()> {
        let mut results: SmallVec<[(Value, Option<Ty>); 2]> = SmallVec::new();
        if c.rest.starts_with('v') && c.rest[1..].starts_with(|ch: char| ch.is_ascii_digit()) {
            loop {
                let v: Value = c.entity("v")?;
                let ty = if c.eat(":") { Some(c.ty()?) } else { None };
                results.push((v, ty));
                if !c.eat(",") {
                    break;
                }
            }
            c.expect("=")?;
        }
        let name = c.word();
        let op = Op::by_name(name).ok_or_else(|| format!("unknown operation `{name}`"))?;
        let mut data = InstData {
            op,
            ty: Ty::I64,
            args: SmallVec::new(),
            imm: Imm::None,
            targets: Vec::new(),
            cases: Vec::new(),
            results: results.iter().map(|r| r.0).collect(),
            pos: Pos::NONE,
        };
        self.operands(f, &mut data, c)?;
        for v in data.args.iter().chain(data.targets.iter().flat_map(|t| &t.args)) {
            need_value(f, *v);
        }
        let result_ty = match op.info().format {
            Format::Compare => Ty::I8,
            Format::Addr => Ty::Ptr,
            _ => data.ty,
        };
        let inst = f.insts.push(data);
        for (n, (v, ty)) in results.into_iter().enumerate() {
            let ty = ty.unwrap_or(result_ty);
            define(f, v, ValueData { ty, def: ValueDef::Result(inst, n as u32) });
        }
        f.blocks[b].insts.push(inst);
        Ok(())
    }

    fn operands(&self, f: &mut Func, data: &mut InstData, c: &mut Cursor<'_>) -> Res<()> {
        match data.op.info().format {
            Format::Const => {
                c.expect(".")?;
                data.ty = c.ty()?;
                let k = c.int()?;
                data.imm = if data.op == Op::FConst { Imm::Bits(k as u64) } else { Imm::Int(k) };
            }
            Format::Addr => {
                data.ty = Ty::Ptr;
                data.imm = if data.op == Op::SymAddr {
                    let s = self.symbols.intern(&c.string()?);
                    Imm::Sym(s, c.offset()?)
                } else {
                    let s = c.entity("ss")?;
                    Imm::Slot(s, c.offset()?)
                };
            }
            Format::Compare => {
                c.expect(".")?;
                let w = c.word();
                let cond = Cond::ALL.iter().copied().find(|k| k.name() == w);
                data.imm = Imm::Cond(cond.ok_or_else(|| format!("unknown condition `{w}`"))?);
                c.expect(".")?;
                data.ty = c.ty()?;
                args(data, c)?;
            }
            Format::Arith(_) | Format::Convert => {
                c.expect(".")?;
                data.ty = c.ty()?;
                args(data, c)?;
            }
            Format::Load | Format::Store => {
                c.expect(".")?;
                data.ty = c.ty()?;
                args(data, c)?;
                data.imm = Imm::Int(c.offset()?);
            }
            Format::Other(n) => self.other(data, n, c)?,
            Format::Call => self.call(data, c)?,
            Format::Terminator => terminator(f, data, c)?,
        }
        Ok(())
    }

    fn other(&self, data: &mut InstData, n: u8, c: &mut Cursor<'_>) -> Res<()> {
        match data.op {
            Op::Alloc => {
                data.ty = Ty::Ptr;
                data.imm = Imm::Alloc(c.entity("alloc")?);
            }
            Op::MemCopy | Op::MemZero | Op::NilCheck => {
                for _ in 0..n {
                    data.args.push(c.entity("v")?);
                    c.expect(",")?;
                }
                data.ty = if data.op == Op::NilCheck { Ty::Ptr } else { Ty::I64 };
                data.imm = Imm::Int(c.int()?);
            }
            _ => {
                if c.eat(".") {
                    data.ty = c.ty()?;
                }
                if n > 0 {
                    args(data, c)?;
                }
            }
        }
        Ok(())
    }

    fn call(&self, data: &mut InstData, c: &mut Cursor<'_>) -> Res<()> {
        match data.op {
            Op::Call => data.imm = Imm::Sym(self.symbols.intern(&c.string()?), 0),
            Op::CallInd => {
                data.imm = Imm::Sig(c.entity("sig")?);
                data.args.push(c.entity("v")?);
            }
            _ => {
                let w = c.word();
                let f = RuntimeFn::ALL.iter().copied().find(|&f| rt_name(f) == w);
                data.imm = Imm::Rt(f.ok_or_else(|| format!("unknown runtime function `{w}`"))?);
            }
        }
        if data.op == Op::Guard {
            return args(data, c);
        }
        c.expect("(")?;
        if !c.eat(")") {
            args(data, c)?;
            c.expect(")")?;
        }
        Ok(())
    }
}

const ALLOC_KINDS: [AllocKind; 10] = [
    AllocKind::Var,
    AllocKind::Result,
    AllocKind::New,
    AllocKind::Composite,
    AllocKind::SliceArray,
    AllocKind::Variadic,
    AllocKind::Closure,
    AllocKind::MethodValue,
    AllocKind::Boxed,
    AllocKind::Buffer,
];

fn args(data: &mut InstData, c: &mut Cursor<'_>) -> Res<()> {
    loop {
        data.args.push(c.entity("v")?);
        if !c.eat(",") {
            return Ok(());
        }
    }
}

fn target(f: &mut Func, c: &mut Cursor<'_>) -> Res<BlockCall> {
    let block: Block = c.entity("b")?;
    need_block(f, block);
    let mut call = BlockCall { block, args: SmallVec::new() };
    if c.eat("(") {
        while !c.eat(")") {
            call.args.push(c.entity("v")?);
            c.eat(",");
        }
    }
    Ok(call)
}

fn terminator(f: &mut Func, data: &mut InstData, c: &mut Cursor<'_>) -> Res<()> {
    match data.op {
        Op::Jump => data.targets.push(target(f, c)?),
        Op::Br => {
            data.args.push(c.entity("v")?);
            for _ in 0..2 {
                c.expect(",")?;
                data.targets.push(target(f, c)?);
            }
        }
        Op::Switch => {
            data.args.push(c.entity("v")?);
            c.expect(",")?;
            data.targets.push(target(f, c)?);
            while c.eat(",") {
                data.cases.push(c.int()?);
                c.expect(":")?;
                data.targets.push(target(f, c)?);
            }
        }
        _ => {
            c.skip();
            if !c.rest.is_empty() {
                args(data, c)?;
            }
        }
    }
    if let Some(&v) = data.args.first() {
        need_value(f, v);
        data.ty = f.values[v].ty;
    }
    Ok(())
}

fn need_block(f: &mut Func, b: Block) {
    while f.blocks.len() <= b.index() {
        f.blocks.push(BlockData::default());
    }
}

/// Values may be used before the line that defines them.
fn need_value(f: &mut Func, v: Value) {
    while f.values.len() <= v.index() {
        let this = f.values.next_key();
        f.values.push(ValueData { ty: Ty::I64, def: ValueDef::Alias(this) });
    }
}

fn define(f: &mut Func, v: Value, data: ValueData) {
    need_value(f, v);
    f.values[v] = data;
}
