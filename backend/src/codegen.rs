//! Machine code of one function, with all that is known of it.

use abi::RuntimeFn;
use abi::symtab::func_flag;
use cranelift_codegen::binemit::Reloc;
use cranelift_codegen::control::ControlPlane;
use cranelift_codegen::entity::EntityRef;
use cranelift_codegen::ir::{ExternalName, TrapCode};
use cranelift_codegen::isa::TargetIsa;
use cranelift_codegen::{
    CompiledCode, Context, FinalizedMachExceptionHandler, FinalizedMachReloc, FinalizedRelocTarget,
};
use cranelift_frontend::FunctionBuilderContext;
use middle::ir;

use crate::clif::{self, NS_RUNTIME, NS_SYM};
use crate::{Error, SourceInfo, prologue};

/// Symbol of the routine that the stack check calls.
pub const MORESTACK_SYMBOL: &str = "runtime.morestack";

/// What code refers to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CodeTarget {
    /// A symbol of the module.
    Sym(ir::Sym),
    /// A runtime entry point.
    Runtime(RuntimeFn),
    /// A routine that only generated code knows.
    Helper(&'static str),
}

impl CodeTarget {
    /// The linker symbol.
    pub fn name(self, module: &ir::Module) -> &str {
        match self {
            CodeTarget::Sym(sym) => module.symbols.resolve(sym),
            CodeTarget::Runtime(f) => f.info().symbol,
            CodeTarget::Helper(name) => name,
        }
    }
}

/// How a reference in code is encoded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CodeRelocKind {
    /// 4 bytes, relative to the field.
    Relative,
    /// 4 bytes, relative to the field, operand of a call.
    Call,
    /// 8 bytes.
    Absolute,
}

/// A reference in code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CodeReloc {
    /// Where in the function.
    pub offset: u32,
    /// Encoding.
    pub kind: CodeRelocKind,
    /// Whose address.
    pub target: CodeTarget,
    /// Added to it.
    pub addend: i64,
}

/// From `offset` on, code belongs to `line`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Line {
    /// Offset in the function.
    pub offset: u32,
    /// Line in the function's file, from 1; 0 if unknown.
    pub line: u32,
}

/// A call after which control may continue elsewhere: the function-relative form of `abi::symtab::LandingEntry`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Landing {
    /// Offset of the call's return address.
    pub ret: u32,
    /// Offset of the landing pad.
    pub handler: u32,
    /// Frame pointer minus stack pointer there.
    pub frame_offset: u32,
}

/// A compiled function.
#[derive(Clone, Debug)]
pub struct CompiledFunc {
    /// Its symbol.
    pub sym: ir::Sym,
    /// Path of its source file; empty if it has none.
    pub file: String,
    /// Line of its declaration; 0 if it has none.
    pub line: u32,
    /// Machine code, to be placed at a multiple of [`CODE_ALIGN`].
    pub code: Vec<u8>,
    /// Bytes of the frame below the frame pointer.
    pub frame_size: u32,
    /// Words of parameters, hidden ones included.
    pub arg_words: u32,
    /// Bits of [`abi::symtab::func_flag`].
    pub flags: u32,
    /// Lines by ascending offset; the first is at 0.
    pub lines: Vec<Line>,
    /// Landing pads by ascending return address.
    pub landings: Vec<Landing>,
    /// References by ascending offset.
    pub relocs: Vec<CodeReloc>,
    /// Offsets at which instructions start a block, ascending: what lies between them may also be tables.
    pub blocks: Vec<u32>,
}

/// Alignment of functions in bytes.
pub const CODE_ALIGN: u64 = 16;

/// What a thread keeps from function to function.
pub(crate) struct Worker {
    context: Context,
    builder: FunctionBuilderContext,
}

impl Worker {
    pub(crate) fn new() -> Worker {
        Worker { context: Context::new(), builder: FunctionBuilderContext::new() }
    }

    /// Lowers a function without compiling it: the text of its Cranelift form.
    pub(crate) fn lower(
        &mut self,
        module: &ir::Module,
        func: &ir::Func,
        isa: &dyn TargetIsa,
    ) -> Result<&cranelift_codegen::ir::Function, Error> {
        self.context.clear();
        clif::lower(module, func, &mut self.context.func, &mut self.builder, isa.frontend_config())?;
        Ok(&self.context.func)
    }

    /// Compiles a function.
    pub(crate) fn compile(
        &mut self,
        module: &ir::Module,
        func: &ir::Func,
        isa: &dyn TargetIsa,
        sources: &dyn SourceInfo,
    ) -> Result<CompiledFunc, Error> {
        self.lower(module, func, isa)?;
        let error =
            |message: String| Error::Codegen { func: module.symbols.resolve(func.sym).to_string(), message };
        self.context
            .compile(isa, &mut ControlPlane::default())
            .map_err(|e| error(cranelift_codegen::print_errors::pretty_error(e.func, e.inner)))?;
        let compiled = self.context.compiled_code().expect("just compiled");
        let names = self.context.func.params.user_named_funcs();
        let buffer = &compiled.buffer;

        let mut code = buffer.data().to_vec();
        let mut relocs = Vec::with_capacity(buffer.relocs().len() + 1);
        for r in buffer.relocs() {
            relocs.push(reloc(r, |name| names[name].clone()).map_err(error)?);
        }
        let (file, line) = sources.locate(func.pos).unwrap_or(("", 0));
        let mut lines = line_map(compiled, line, sources);
        let overflow: Vec<u32> =
            buffer.traps().iter().filter(|t| t.code == TrapCode::STACK_OVERFLOW).map(|t| t.offset).collect();
        if let Some(stub) = prologue::patch(&mut code, &overflow).map_err(error)? {
            relocs.push(CodeReloc {
                offset: stub.call_operand,
                kind: CodeRelocKind::Call,
                target: CodeTarget::Helper(MORESTACK_SYMBOL),
                addend: -4,
            });
            push_line(&mut lines, stub.start, line);
        }
        relocs.sort_by_key(|r| r.offset);
        let landings = landings(compiled).map_err(error)?;
        let mut flags = 0;
        if func.wrapper {
            flags |= func_flag::WRAPPER;
        }
        if func.landing.is_some() {
            flags |= func_flag::HAS_DEFER;
        }
        Ok(CompiledFunc {
            sym: func.sym,
            file: file.to_string(),
            line,
            frame_size: buffer.frame_layout().map_or(0, |f| f.frame_to_fp_offset),
            arg_words: func.sig.params.len() as u32,
            flags,
            lines,
            landings,
            relocs,
            blocks: compiled.bb_starts.clone(),
            code,
        })
    }
}

fn reloc(
    r: &FinalizedMachReloc,
    name_of: impl Fn(cranelift_codegen::ir::UserExternalNameRef) -> cranelift_codegen::ir::UserExternalName,
) -> Result<CodeReloc, String> {
    let kind = match r.kind {
        Reloc::X86PCRel4 => CodeRelocKind::Relative,
        Reloc::X86CallPCRel4 | Reloc::X86CallPLTRel4 => CodeRelocKind::Call,
        Reloc::Abs8 => CodeRelocKind::Absolute,
        other => return Err(format!("relocation {other} is not supported")),
    };
    let FinalizedRelocTarget::ExternalName(ExternalName::User(name)) = r.target else {
        return Err(format!("reference to {:?} is not supported", r.target));
    };
    let name = name_of(name);
    let target = match name.namespace {
        NS_SYM => CodeTarget::Sym(ir::Sym::new(name.index as usize)),
        NS_RUNTIME => CodeTarget::Runtime(RuntimeFn::ALL[name.index as usize]),
        other => return Err(format!("name space {other}")),
    };
    Ok(CodeReloc { offset: r.offset, kind, target, addend: r.addend })
}

/// Lines by offset. Code without a position of its own (moves, constants, the epilogue) belongs to what precedes it in
/// its block, or to what follows if it starts the block.
fn line_map(compiled: &CompiledCode, line: u32, sources: &dyn SourceInfo) -> Vec<Line> {
    let mut lines = vec![Line { offset: 0, line }];
    let mut blocks = compiled.bb_starts.iter().copied().filter(|&b| b != 0).peekable();
    for range in compiled.buffer.get_srclocs_sorted() {
        if range.loc.is_default() {
            continue;
        }
        let Some((_, line)) = sources.locate(ir::Pos(range.loc.bits())) else { continue };
        let mut start = range.start;
        while let Some(block) = blocks.next_if(|&b| b < range.end) {
            start = start.min(block);
        }
        push_line(&mut lines, start, line);
    }
    lines
}

fn push_line(lines: &mut Vec<Line>, offset: u32, line: u32) {
    let last = lines.last_mut().expect("the function's line is first");
    if last.line == line {
        return;
    }
    if last.offset == offset && offset != 0 {
        last.line = line;
    } else {
        lines.push(Line { offset, line });
    }
}

fn landings(compiled: &CompiledCode) -> Result<Vec<Landing>, String> {
    let mut out = Vec::new();
    for site in compiled.buffer.call_sites() {
        for handler in site.exception_handlers {
            let FinalizedMachExceptionHandler::Default(handler) = *handler else {
                return Err("a handler that is not the default one".to_string());
            };
            let frame_offset = site.frame_offset.ok_or("a handler without frame offset")?;
            out.push(Landing { ret: site.ret_addr, handler, frame_offset });
        }
    }
    out.sort_by_key(|l| l.ret);
    Ok(out)
}
