//! Cranelift functions as text, with symbols and source lines as comments.

use std::fmt::{self, Write};

use abi::RuntimeFn;
use cranelift_codegen::entity::{EntityRef, SecondaryMap};
use cranelift_codegen::ir::entities::AnyEntity;
use cranelift_codegen::ir::{Block, ExternalName, Function, GlobalValueData, Inst, UserFuncName, Value};
use cranelift_codegen::write::{FuncWriter, PlainWriter, decorate_function};
use middle::ir;

use super::{NS_RUNTIME, NS_SYM};
use crate::SourceInfo;

struct Commented<'a> {
    module: &'a ir::Module,
    sources: &'a dyn SourceInfo,
    /// The line of the last comment.
    line: Option<u32>,
}

/// Appends the text of `func`.
pub(crate) fn print(out: &mut String, module: &ir::Module, func: &Function, sources: &dyn SourceInfo) {
    if let UserFuncName::User(name) = &func.name {
        let _ = writeln!(out, "; {}", symbol(module, name.namespace, name.index));
    }
    let mut writer = Commented { module, sources, line: None };
    // Writing to a string does not fail.
    let _ = decorate_function(&mut writer, out, func);
    out.push('\n');
}

fn symbol(module: &ir::Module, namespace: u32, index: u32) -> &str {
    match namespace {
        NS_SYM => module.symbols.resolve(ir::Sym::new(index as usize)),
        NS_RUNTIME => RuntimeFn::ALL[index as usize].info().symbol,
        _ => "?",
    }
}

impl FuncWriter for Commented<'_> {
    fn write_block_header(
        &mut self,
        w: &mut dyn Write,
        func: &Function,
        block: Block,
        indent: usize,
    ) -> fmt::Result {
        self.line = None;
        PlainWriter.write_block_header(w, func, block, indent)
    }

    fn write_instruction(
        &mut self,
        w: &mut dyn Write,
        func: &Function,
        aliases: &SecondaryMap<Value, Vec<Value>>,
        inst: Inst,
        indent: usize,
    ) -> fmt::Result {
        let loc = func.srcloc(inst);
        if !loc.is_default()
            && let Some((file, line)) = self.sources.locate(ir::Pos(loc.bits()))
            && self.line != Some(line)
        {
            self.line = Some(line);
            writeln!(w, "{:indent$}; {file}:{line}", "")?;
        }
        PlainWriter.write_instruction(w, func, aliases, inst, indent)
    }

    fn write_entity_definition(
        &mut self,
        w: &mut dyn Write,
        func: &Function,
        entity: AnyEntity,
        value: &dyn fmt::Display,
    ) -> fmt::Result {
        let name = match entity {
            AnyEntity::FuncRef(f) => Some(&func.dfg.ext_funcs[f].name),
            AnyEntity::GlobalValue(gv) => match &func.global_values[gv] {
                GlobalValueData::Symbol { name, .. } => Some(name),
                _ => None,
            },
            _ => None,
        };
        match name {
            Some(ExternalName::User(name)) => {
                let name = &func.params.user_named_funcs()[*name];
                writeln!(w, "    {entity} = {value} ; {}", symbol(self.module, name.namespace, name.index))
            }
            _ => writeln!(w, "    {entity} = {value}"),
        }
    }
}
