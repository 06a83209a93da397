//! The assembly listing: what `mini-go asm` and `build -S` print, in the shape of gc's `-S`.
//!
//! ```text
//! main.f STEXT size=43 frame=0x10 args=0x8
//!         0x0000 00000 (/src/prog.go:4)  push rbp
//!         …
//!         0x001c 00028 (/src/prog.go:5)  call runtime.newobject
//! ```
//!
//! Calls and addresses name symbols; branches within the function name offsets. Bytes that are not instructions (jump
//! tables, constants) are shown as `.long` and `.byte`.

use std::collections::BTreeMap;
use std::fmt::Write;

use iced_x86::{
    Code, Decoder, DecoderOptions, FlowControl, Formatter, FormatterOptions, GasFormatter, Instruction,
    IntelFormatter, SymbolResolver, SymbolResult,
};
use middle::ir;

use crate::Compiled;
use crate::codegen::CompiledFunc;

/// How instructions are spelled.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Syntax {
    /// Destination first, as in the processor's manual.
    #[default]
    Intel,
    /// AT&T, as the GNU assembler.
    Gas,
}

/// The listing of the functions that `filter` accepts by symbol, in the order of the source.
pub fn render(compiled: &Compiled<'_>, syntax: Syntax, filter: Option<&dyn Fn(&str) -> bool>) -> String {
    let mut out = String::new();
    for func in &compiled.funcs {
        let name = compiled.module.symbols.resolve(func.sym);
        if filter.is_none_or(|f| f(name)) {
            function(&mut out, compiled.module, func, name, syntax);
        }
    }
    out
}

fn function(out: &mut String, module: &ir::Module, func: &CompiledFunc, name: &str, syntax: Syntax) {
    let args = func.arg_words * 8;
    // Writing to a string does not fail.
    let _ = write!(out, "{name} STEXT size={} frame={:#x} args={args:#x}", func.code.len(), func.frame_size);
    if func.flags & abi::symtab::func_flag::WRAPPER != 0 {
        out.push_str(" wrapper");
    }
    out.push('\n');
    let mut formatter = formatter(Relocations::new(module, func), syntax);
    let instructions = instructions(func);
    let mut text = String::new();
    let mut at = 0;
    for (&offset, instruction) in &instructions {
        data(out, func, at, offset);
        text.clear();
        formatter.format(instruction, &mut text);
        line(out, func, offset, &text);
        at = offset + instruction.len() as u32;
    }
    data(out, func, at, func.code.len() as u32);
}

fn line(out: &mut String, func: &CompiledFunc, offset: u32, text: &str) {
    let entry = func.lines.partition_point(|l| l.offset <= offset);
    let source = &func.lines[entry.max(1) - 1];
    let (file, line) = (func.file_of(source), source.line);
    let _ = writeln!(out, "\t{offset:#06x} {offset:05} ({file}:{line})\t{text}");
}

/// What stands between instructions.
fn data(out: &mut String, func: &CompiledFunc, from: u32, to: u32) {
    let mut at = from;
    while at < to {
        let rest = &func.code[at as usize..to as usize];
        let (text, len) = match rest {
            [a, b, c, d, ..] => (format!(".long {:#x}", u32::from_le_bytes([*a, *b, *c, *d])), 4),
            _ => (format!(".byte {:#x}", rest[0]), 1),
        };
        line(out, func, at, &text);
        at += len;
    }
}

/// The instructions by offset: all that can be reached from the starts of blocks.
fn instructions(func: &CompiledFunc) -> BTreeMap<u32, Instruction> {
    let mut found = BTreeMap::new();
    let mut work: Vec<u32> = func.blocks.clone();
    work.extend(func.landings.iter().map(|l| l.handler));
    work.push(0);
    let end = func.code.len() as u32;
    while let Some(start) = work.pop() {
        if start >= end || found.contains_key(&start) {
            continue;
        }
        let rest = &func.code[start as usize..];
        let mut decoder = Decoder::with_ip(64, rest, u64::from(start), DecoderOptions::NONE);
        while decoder.can_decode() {
            let instruction = decoder.decode();
            let at = instruction.ip() as u32;
            if instruction.code() == Code::INVALID || found.insert(at, instruction).is_some() {
                break;
            }
            let branches = matches!(
                instruction.flow_control(),
                FlowControl::ConditionalBranch | FlowControl::UnconditionalBranch
            );
            if branches && func.relocs.iter().all(|r| r.offset <= at || r.offset >= decoder.ip() as u32) {
                work.push(instruction.near_branch_target() as u32);
            }
            let goes_on = matches!(
                instruction.flow_control(),
                FlowControl::Next
                    | FlowControl::ConditionalBranch
                    | FlowControl::Call
                    | FlowControl::IndirectCall
            );
            if !goes_on {
                break;
            }
        }
    }
    found
}

fn formatter(symbols: Relocations, syntax: Syntax) -> Box<dyn Formatter> {
    let mut formatter: Box<dyn Formatter> = match syntax {
        Syntax::Intel => Box::new(IntelFormatter::with_options(Some(Box::new(symbols)), None)),
        Syntax::Gas => Box::new(GasFormatter::with_options(Some(Box::new(symbols)), None)),
    };
    set_style(formatter.options_mut());
    formatter
}

/// The spelling of all our listings.
pub(crate) fn set_style(options: &mut FormatterOptions) {
    options.set_hex_prefix("0x");
    options.set_hex_suffix("");
    options.set_uppercase_hex(false);
    options.set_branch_leading_zeros(false);
    options.set_leading_zeros(false);
    options.set_rip_relative_addresses(true);
    options.set_show_branch_size(false);
    options.set_space_after_operand_separator(true);
}

/// Names for the operands that the linker fills in.
struct Relocations {
    /// Offset of the field, value the processor sees relative to the symbol, symbol.
    fields: Vec<(u32, i64, String)>,
}

impl Relocations {
    fn new(module: &ir::Module, func: &CompiledFunc) -> Relocations {
        let fields = func.relocs.iter().map(|r| (r.offset, r.addend, r.target.name(module).to_string()));
        Relocations { fields: fields.collect() }
    }
}

impl SymbolResolver for Relocations {
    fn symbol(
        &mut self,
        instruction: &Instruction,
        _operand: u32,
        _instruction_operand: Option<u32>,
        address: u64,
        _address_size: u32,
    ) -> Option<SymbolResult<'_>> {
        let (start, end) = (instruction.ip() as u32, instruction.next_ip() as u32);
        let first = self.fields.partition_point(|f| f.0 <= start);
        let (offset, addend, name) = self.fields.get(first).filter(|f| f.0 < end)?;
        // The addend counts from the field, the operand from the end of the instruction.
        let distance = addend + i64::from(end - offset);
        let text = match distance {
            0 => name.clone(),
            d => format!("{name}{d:+}"),
        };
        Some(SymbolResult::with_string(address, text))
    }
}
