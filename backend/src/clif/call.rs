//! Calls and their conventions.
//!
//! Go functions are called with Cranelift's `tail` convention (8 integer and 8 float results in registers; its calls
//! with an exceptional edge save every register, so that a recovered panic needs to restore none). Runtime functions
//! that may panic or are written in Go are called the same way; all others, and the hooks of the embedded packages, as
//! System V functions. See the head of `abi::functions`.

use std::mem::offset_of;

use abi::RuntimeFn;
use abi::functions::Side;
use abi::layout::GHeader;
use cranelift_codegen::ir::{
    self as clif, AbiParam, BlockArg, ExceptionTableData, ExceptionTableItem, ExternalName, InstBuilder,
    MemFlagsData, UserExternalName, types,
};
use cranelift_codegen::isa::CallConv;
use middle::ir;
use smallvec::SmallVec;

use super::{FuncCx, NS_RUNTIME, NS_SYM, atomic, clif_type, control};
use crate::Error;
use cranelift_codegen::entity::EntityRef;

/// The symbol and signature of a direct call.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) enum Callee {
    /// A Go function, with the signature of this call.
    Go(ir::Sym, ir::Signature),
    /// A function of the runtime that an embedded package declares without body.
    Hook(ir::Sym),
    /// A runtime entry point.
    Runtime(RuntimeFn),
}

/// What is called.
#[derive(Clone, Copy)]
pub(super) enum Target {
    Direct(clif::FuncRef),
    Indirect(clif::SigRef, clif::Value),
}

/// Whether a panic may come out of a call.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unwind {
    May,
    Never,
}

/// Results of a call.
pub(super) type Results = SmallVec<[clif::Value; 4]>;

/// Our signature in Cranelift's terms.
pub(super) fn signature(sig: &ir::Signature, conv: CallConv) -> clif::Signature {
    let mut out = clif::Signature::new(conv);
    let param = |&ty: &ir::Ty| {
        let p = AbiParam::new(clif_type(ty));
        // C callees may rely on small integers being extended by the caller.
        if conv == CallConv::SystemV && ty.size() < 4 { p.uext() } else { p }
    };
    out.params.extend(sig.params.iter().map(param));
    out.returns.extend(sig.results.iter().map(|&ty| AbiParam::new(clif_type(ty))));
    out
}

fn runtime_signature(f: RuntimeFn) -> clif::Signature {
    let info = f.info();
    let params = if info.effects.header_args { &[] } else { info.params };
    let sig = ir::Signature {
        params: params.iter().map(|&t| ir::Ty::of_abi(t)).collect(),
        results: info.results.iter().map(|&t| ir::Ty::of_abi(t)).collect(),
    };
    let mut out = signature(&sig, CallConv::SystemV);
    if runtime_unwind(f) == Unwind::May || info.side == Side::Go {
        out.call_conv = CallConv::Tail;
    }
    if info.effects.keeps_registers {
        out.call_conv = CallConv::PreserveAll;
    }
    out
}

/// Where in the goroutine's header the n-th parameter of a function marked `header_args` is.
pub(super) fn check_arg(n: usize) -> i32 {
    (offset_of!(GHeader, check_args) + n * size_of::<u64>()) as i32
}

fn runtime_unwind(f: RuntimeFn) -> Unwind {
    if f.info().effects.may_panic { Unwind::May } else { Unwind::Never }
}

impl FuncCx<'_, '_> {
    /// The reference by which this function calls `callee`.
    fn callee(&mut self, callee: Callee) -> Result<clif::FuncRef, Error> {
        if let Some(&f) = self.callees.get(&callee) {
            return Ok(f);
        }
        let (namespace, index, sig) = match &callee {
            Callee::Go(sym, sig) => (NS_SYM, sym.index() as u32, signature(sig, CallConv::Tail)),
            Callee::Hook(sym) => {
                let sig = &self.module.extern_c[sym];
                let ints = sig.results.iter().filter(|t| !t.is_float()).count();
                if ints > 2 || sig.results.len() - ints > 2 {
                    let name = self.module.symbols.resolve(*sym);
                    return Err(
                        self.internal(format!("{name} has more results than System V returns in registers"))
                    );
                }
                (NS_SYM, sym.index() as u32, signature(sig, CallConv::SystemV))
            }
            Callee::Runtime(f) => (NS_RUNTIME, *f as u32, runtime_signature(*f)),
        };
        let signature = self.b.import_signature(sig);
        let name = self.b.func.declare_imported_user_function(UserExternalName::new(namespace, index));
        let f = self.b.import_function(clif::ExtFuncData {
            name: ExternalName::user(name),
            signature,
            colocated: true,
            patchable: false,
        });
        self.callees.insert(callee, f);
        Ok(f)
    }

    /// A direct call of a Go function or hook.
    pub(super) fn call(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let ir::Imm::Sym(sym, 0) = data.imm else { return Err(self.internal("a call without callee")) };
        let (callee, unwind) = if self.module.extern_c.contains_key(&sym) {
            if let Some(hook) = atomic::inline(self.module.symbols.resolve(sym)) {
                return self.inline_hook(hook, data);
            }
            (Callee::Hook(sym), Unwind::Never)
        } else {
            let types = |vs: &[ir::Value]| vs.iter().map(|&v| self.func.ty(v)).collect();
            let sig = ir::Signature { params: types(&data.args), results: types(&data.results) };
            (Callee::Go(sym, sig), Unwind::May)
        };
        let f = self.callee(callee)?;
        let args = self.value_list(&data.args);
        let results = self.emit_call(Target::Direct(f), &args, unwind);
        self.set_all(data, &results)
    }

    /// A call through a code pointer.
    pub(super) fn call_indirect(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let ir::Imm::Sig(id) = data.imm else {
            return Err(self.internal("an indirect call without signature"));
        };
        let sig = match self.sigs[id].expand() {
            Some(sig) => sig,
            None => {
                let sig = self.b.import_signature(signature(&self.func.sigs[id], CallConv::Tail));
                self.sigs[id] = sig.into();
                sig
            }
        };
        let code = self.value(data.args[0]);
        let args = self.value_list(&data.args[1..]);
        let results = self.emit_call(Target::Indirect(sig, code), &args, Unwind::May);
        self.set_all(data, &results)
    }

    /// A call of a runtime entry point.
    pub(super) fn call_runtime(&mut self, data: &ir::InstData) -> Result<(), Error> {
        let ir::Imm::Rt(f) = data.imm else { return Err(self.internal("a runtime call without callee")) };
        if f == RuntimeFn::MemMove && self.moves_in_place(data) {
            return Ok(());
        }
        let args = self.value_list(&data.args);
        let results = self.runtime(f, &args)?;
        self.set_all(data, &results)
    }

    /// Calls `f`; the current block stays open even if `f` does not return.
    pub(super) fn runtime(&mut self, f: RuntimeFn, args: &[clif::Value]) -> Result<Results, Error> {
        let callee = self.callee(Callee::Runtime(f))?;
        let mut args = args;
        if f.info().effects.header_args {
            let g = self.b.ins().get_pinned_reg(types::I64);
            for (n, &v) in args.iter().enumerate() {
                self.b.ins().store(MemFlagsData::trusted(), v, g, check_arg(n));
            }
            args = &[];
        }
        Ok(self.emit_call(Target::Direct(callee), args, runtime_unwind(f)))
    }

    fn emit_call(&mut self, target: Target, args: &[clif::Value], unwind: Unwind) -> Results {
        match self.func.landing {
            Some(landing) if unwind == Unwind::May => {
                let landing = self.blocks[landing].expect("the landing block is reachable");
                self.emit_try_call(target, args, landing)
            }
            _ => {
                let inst = match target {
                    Target::Direct(f) => self.b.ins().call(f, args),
                    Target::Indirect(sig, code) => self.b.ins().call_indirect(sig, code, args),
                };
                self.b.inst_results(inst).into()
            }
        }
    }

    /// A call that continues at `landing` when a panic that came out of it has been recovered.
    fn emit_try_call(&mut self, target: Target, args: &[clif::Value], landing: clif::Block) -> Results {
        let sig = match target {
            Target::Direct(f) => self.b.func.dfg.ext_funcs[f].signature,
            Target::Indirect(sig, _) => sig,
        };
        let types: SmallVec<[clif::Type; 4]> =
            self.b.func.dfg.signatures[sig].returns.iter().map(|p| p.value_type).collect();
        let normal = self.b.create_block();
        let results = types.iter().map(|&ty| self.b.append_block_param(normal, ty)).collect();
        let returned: SmallVec<[BlockArg; 4]> = (0..types.len() as u32).map(BlockArg::TryCallRet).collect();
        let dfg = &mut self.b.func.dfg;
        let normal_call = dfg.block_call(normal, &returned);
        let landing_call = dfg.block_call(landing, &[]);
        let table = dfg.exception_tables.push(ExceptionTableData::new(
            sig,
            normal_call,
            [ExceptionTableItem::Default(landing_call)],
        ));
        match target {
            Target::Direct(f) => self.b.ins().try_call(f, args, table),
            Target::Indirect(_, code) => self.b.ins().try_call_indirect(code, args, table),
        };
        self.b.switch_to_block(normal);
        results
    }

    /// Ends the current block after a call that does not return.
    pub(super) fn after_noreturn(&mut self) {
        self.b.ins().trap(control::UNREACHABLE);
    }
}
