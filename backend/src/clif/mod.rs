//! From our SSA to Cranelift's: one function at a time, driven by the operation table.
//!
//! ```text
//!  mod      function, blocks, values          arith    integers, floats, comparisons
//!  inst     dispatch by operation             convert  between types, with gc's out-of-range results
//!  control  branches, switch, return          memory   loads, stores, addresses, copies, allocation
//!  atomic   atomic operations                   barrier  before writes to the heap
//!  call     signatures, calls, exceptional    checks   nil checks, guards
//!           edges
//! ```
//!
//! Blocks are visited in reverse postorder, so that every value is defined before it is used; block parameters map to
//! block parameters. A function with a landing block calls what may panic by `try_call`, whose exceptional edge leads
//! there.

mod arith;
mod atomic;
mod barrier;
mod call;
mod checks;
mod control;
mod convert;
mod inst;
mod memory;
mod print;

use cranelift_codegen::entity::packed_option::PackedOption;
use cranelift_codegen::entity::{EntityRef, EntitySet, SecondaryMap};
use cranelift_codegen::ir::{
    self as clif, ArgumentPurpose, InstBuilder, UserExternalName, UserFuncName, types,
};
use cranelift_codegen::isa::{CallConv, TargetFrontendConfig};
use cranelift_frontend::{FunctionBuilder, FunctionBuilderContext};
use middle::ir;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::Error;
use call::Callee;
pub(crate) use print::print;

/// Name space of [`UserExternalName`] for symbols of the module's interner.
pub(crate) const NS_SYM: u32 = 0;
/// Name space of [`UserExternalName`] for runtime entry points, by their number.
pub(crate) const NS_RUNTIME: u32 = 1;

/// The lowering of one function.
pub(crate) struct FuncCx<'a, 'b> {
    module: &'a ir::Module,
    func: &'a ir::Func,
    b: FunctionBuilder<'b>,
    values: SecondaryMap<ir::Value, PackedOption<clif::Value>>,
    blocks: SecondaryMap<ir::Block, PackedOption<clif::Block>>,
    slots: SecondaryMap<ir::Slot, PackedOption<clif::StackSlot>>,
    callees: FxHashMap<Callee, clif::FuncRef>,
    sigs: SecondaryMap<ir::SigId, PackedOption<clif::SigRef>>,
    symbols: FxHashMap<(ir::Sym, i64), clif::GlobalValue>,
    /// Nil checks that a following access does.
    implied_checks: FxHashSet<ir::Inst>,
    /// These accesses.
    faulting: FxHashSet<ir::Inst>,
    /// Where an access behind an explicit nil check would have faulted.
    checked_at: FxHashMap<ir::Inst, i64>,
    /// The result of the last load, and the load's position: Cranelift may fold it into the instruction that uses it.
    last_load: Option<(ir::Value, ir::Pos)>,
    /// The parameters are in the goroutine's header.
    header_args: bool,
    /// Writes to the heap have barriers.
    barriers: bool,
    /// The writes of the current block that start with one.
    overwrites: FxHashMap<ir::Inst, barrier::Overwrite>,
    /// Of unsigned products in the current block whose high half was asked for, the low half.
    products: FxHashMap<(ir::Value, ir::Value), clif::Value>,
}

/// Whether a function is one of the runtime's that are marked `header_args`.
pub(crate) fn takes_header_args(symbol: &str) -> bool {
    symbol.starts_with("runtime.panic")
        && abi::RuntimeFn::ALL.iter().any(|f| f.info().effects.header_args && f.info().symbol == symbol)
}

/// Replaces the contents of `out` by the lowered `func`.
///
/// # Errors
/// For an operation that an earlier stage should have removed.
pub(crate) fn lower(
    module: &ir::Module,
    func: &ir::Func,
    out: &mut clif::Function,
    builder: &mut FunctionBuilderContext,
    frontend: TargetFrontendConfig,
    barriers: bool,
) -> Result<(), Error> {
    out.clear();
    out.name = UserFuncName::User(UserExternalName::new(NS_SYM, func.sym.index() as u32));
    let header_args = takes_header_args(module.symbols.resolve(func.sym));
    out.signature =
        if header_args { callee_signature(&Default::default()) } else { callee_signature(&func.sig) };
    set_stack_limit(out);
    let mut cx = FuncCx {
        module,
        func,
        b: FunctionBuilder::new(out, builder),
        values: SecondaryMap::new(),
        blocks: SecondaryMap::new(),
        slots: SecondaryMap::new(),
        callees: FxHashMap::default(),
        sigs: SecondaryMap::new(),
        symbols: FxHashMap::default(),
        implied_checks: FxHashSet::default(),
        faulting: FxHashSet::default(),
        checked_at: FxHashMap::default(),
        last_load: None,
        header_args,
        barriers,
        overwrites: FxHashMap::default(),
        products: FxHashMap::default(),
    };
    cx.body()?;
    cx.b.seal_all_blocks();
    cx.b.finalize(frontend);
    Ok(())
}

/// The signature a Go function is compiled with: that of its callers, except that the parameter in the first integer
/// register is marked as Cranelift's "VM context". Cranelift's stack check can only load the limit through such a
/// parameter; [`crate::prologue`] then points the load to the goroutine. A function without integer parameter gets one
/// that nobody passes.
fn callee_signature(sig: &ir::Signature) -> clif::Signature {
    let mut out = call::signature(sig, CallConv::Tail);
    match out.params.iter_mut().find(|p| p.value_type.is_int()) {
        Some(first) => first.purpose = ArgumentPurpose::VMContext,
        None => out.params.push(clif::AbiParam::special(types::I64, ArgumentPurpose::VMContext)),
    }
    out
}

fn set_stack_limit(f: &mut clif::Function) {
    let base = f.create_global_value(clif::GlobalValueData::VMContext);
    let flags = f.dfg.mem_flags.insert(clif::MemFlagsData::trusted()).expect("a few kinds of memory flags");
    let limit = f.create_global_value(clif::GlobalValueData::Load {
        base,
        offset: (std::mem::offset_of!(abi::layout::GHeader, stack_limit) as i32).into(),
        global_type: types::I64,
        flags,
    });
    f.stack_limit = Some(limit);
}

/// Cranelift's type for one of ours.
fn clif_type(ty: ir::Ty) -> clif::Type {
    match ty {
        ir::Ty::I8 => types::I8,
        ir::Ty::I16 => types::I16,
        ir::Ty::I32 => types::I32,
        ir::Ty::I64 | ir::Ty::Ptr => types::I64,
        ir::Ty::F32 => types::F32,
        ir::Ty::F64 => types::F64,
    }
}

impl FuncCx<'_, '_> {
    /// Creates the slots, which keep their numbers. Passes leave some that nobody uses: those are empty.
    fn create_slots(&mut self) {
        let mut used = EntitySet::new();
        for &block in &self.func.layout {
            for &inst in &self.func.blocks[block].insts {
                if let ir::Imm::Slot(slot, _) = self.func.insts[inst].imm {
                    used.insert(slot);
                }
            }
        }
        for (slot, data) in &self.func.slots {
            let size = if used.contains(slot) { data.size } else { 0 };
            let ss = self.b.create_sized_stack_slot(clif::StackSlotData::new(
                clif::StackSlotKind::ExplicitSlot,
                size,
                data.align.max(1).trailing_zeros() as u8,
            ));
            self.slots[slot] = ss.into();
        }
    }

    fn body(&mut self) -> Result<(), Error> {
        self.create_slots();
        let order = reverse_postorder(self.func);
        for (i, &block) in order.iter().enumerate() {
            self.create_block(block, i == 0);
        }
        for &block in &order {
            self.b.switch_to_block(self.blocks[block].expect("created above"));
            if self.header_args && block == self.func.entry() {
                self.load_header_args();
            }
            if block == self.func.entry() && self.only_faults_land() {
                self.keep_landing()?;
            }
            self.find_implied_checks(block)?;
            self.find_overwrites(block);
            self.products.clear();
            for &inst in &self.func.blocks[block].insts {
                self.inst(inst)?;
            }
        }
        Ok(())
    }

    fn load_header_args(&mut self) {
        let g = self.b.ins().get_pinned_reg(types::I64);
        for (n, &param) in self.func.blocks[self.func.entry()].params.iter().enumerate() {
            let ty = clif_type(self.func.ty(param));
            let v = self.b.ins().load(ty, clif::MemFlagsData::trusted(), g, call::check_arg(n));
            self.values[param] = v.into();
        }
    }

    fn create_block(&mut self, block: ir::Block, entry: bool) {
        let data = &self.func.blocks[block];
        let out = self.b.create_block();
        if data.cold || self.func.landing == Some(block) {
            self.b.set_cold_block(out);
        }
        if entry {
            self.b.append_block_params_for_function_params(out);
            for (&param, &v) in data.params.iter().zip(&self.b.block_params(out).to_vec()) {
                self.values[param] = v.into();
            }
        } else {
            for &param in &data.params {
                self.values[param] = self.b.append_block_param(out, clif_type(self.func.ty(param))).into();
            }
        }
        self.blocks[block] = out.into();
    }

    /// The lowered form of a value.
    fn value(&self, v: ir::Value) -> clif::Value {
        self.values[self.func.resolve(v)].expect("a value is defined before its use")
    }

    fn value_list(&self, vs: &[ir::Value]) -> Vec<clif::Value> {
        vs.iter().map(|&v| self.value(v)).collect()
    }

    /// A block that rarely runs.
    fn cold_block(&mut self) -> clif::Block {
        let b = self.b.create_block();
        self.b.set_cold_block(b);
        b
    }

    /// An error of the compiler itself: what it is, and in which function.
    fn internal(&self, what: impl Into<String>) -> Error {
        Error::Codegen { func: self.module.symbols.resolve(self.func.sym).to_string(), message: what.into() }
    }

    /// A constant; `k` is cut to the type's width.
    fn iconst(&mut self, ty: clif::Type, k: i64) -> clif::Value {
        let mask = if ty.bits() == 64 { -1 } else { (1i64 << ty.bits()) - 1 };
        self.b.ins().iconst(ty, k & mask)
    }
}

/// The blocks that can be reached, each before those it dominates; the landing block, which uses no values of others,
/// and what only it reaches come last.
fn reverse_postorder(func: &ir::Func) -> Vec<ir::Block> {
    let mut seen: SecondaryMap<ir::Block, bool> = SecondaryMap::new();
    let mut order = Vec::with_capacity(func.layout.len());
    for root in func.landing.into_iter().chain([func.entry()]) {
        if std::mem::replace(&mut seen[root], true) {
            continue;
        }
        let mut stack = vec![(root, func.successors(root).collect::<Vec<_>>())];
        while let Some((block, rest)) = stack.last_mut() {
            // Successors are taken from the last: the first then comes next in the reversed order.
            match rest.pop() {
                Some(next) => {
                    if !std::mem::replace(&mut seen[next], true) {
                        let successors = func.successors(next).collect();
                        stack.push((next, successors));
                    }
                }
                None => {
                    order.push(*block);
                    stack.pop();
                }
            }
        }
    }
    order.reverse();
    order
}
