//! Functions, blocks, instructions, values.

use abi::RuntimeFn;
use abi::functions::AbiTy;
use cranelift_entity::{EntityRef, EntitySet, PrimaryMap, SecondaryMap, entity_impl};
use rustc_hash::FxHashSet;
use smallvec::SmallVec;

use super::inlined::Inlined;
use super::op::Op;
pub use frontend::source::Pos;
/// A linker symbol, interned in [`super::Module::symbols`].
pub use frontend::source::Symbol as Sym;

/// An SSA value.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Value(u32);
entity_impl!(Value, "v");

/// An instruction.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Inst(u32);
entity_impl!(Inst, "inst");

/// A basic block.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Block(u32);
entity_impl!(Block, "b");

/// A stack slot.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot(u32);
entity_impl!(Slot, "ss");

/// An allocation site.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AllocId(u32);
entity_impl!(AllocId, "alloc");

/// A signature used by an indirect call.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SigId(u32);
entity_impl!(SigId, "sig");

/// Machine-level types.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)]
pub enum Ty {
    I8,
    I16,
    I32,
    I64,
    F32,
    F64,
    /// A pointer; 64 bits.
    Ptr,
}

impl Ty {
    /// Bytes.
    pub fn size(self) -> u32 {
        match self {
            Ty::I8 => 1,
            Ty::I16 => 2,
            Ty::I32 | Ty::F32 => 4,
            Ty::I64 | Ty::F64 | Ty::Ptr => 8,
        }
    }
    /// f32 or f64.
    pub fn is_float(self) -> bool {
        matches!(self, Ty::F32 | Ty::F64)
    }
    /// Spelling.
    pub fn name(self) -> &'static str {
        match self {
            Ty::I8 => "i8",
            Ty::I16 => "i16",
            Ty::I32 => "i32",
            Ty::I64 => "i64",
            Ty::F32 => "f32",
            Ty::F64 => "f64",
            Ty::Ptr => "ptr",
        }
    }
    /// The type of a runtime function's parameter or result.
    pub fn of_abi(t: AbiTy) -> Ty {
        match t {
            AbiTy::Ptr => Ty::Ptr,
            AbiTy::I64 => Ty::I64,
            AbiTy::I32 => Ty::I32,
            AbiTy::I8 => Ty::I8,
            AbiTy::F64 => Ty::F64,
            AbiTy::F32 => Ty::F32,
        }
    }
}

/// Conditions of `icmp` and `fcmp`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum Cond {
    Eq,
    Ne,
    /// Signed (or floating) less than, and so on.
    Lt,
    Le,
    Gt,
    Ge,
    /// Unsigned.
    ULt,
    ULe,
    UGt,
    UGe,
}

impl Cond {
    /// All, for the reader.
    pub const ALL: &'static [Cond] = &[
        Cond::Eq,
        Cond::Ne,
        Cond::Lt,
        Cond::Le,
        Cond::Gt,
        Cond::Ge,
        Cond::ULt,
        Cond::ULe,
        Cond::UGt,
        Cond::UGe,
    ];
    /// What holds of integers if this does not.
    pub fn inverse(self) -> Cond {
        match self {
            Cond::Eq => Cond::Ne,
            Cond::Ne => Cond::Eq,
            Cond::Lt => Cond::Ge,
            Cond::Le => Cond::Gt,
            Cond::Gt => Cond::Le,
            Cond::Ge => Cond::Lt,
            Cond::ULt => Cond::UGe,
            Cond::ULe => Cond::UGt,
            Cond::UGt => Cond::ULe,
            Cond::UGe => Cond::ULt,
        }
    }
    /// The same of the operands exchanged.
    pub fn swapped(self) -> Cond {
        match self {
            Cond::Eq | Cond::Ne => self,
            Cond::Lt => Cond::Gt,
            Cond::Le => Cond::Ge,
            Cond::Gt => Cond::Lt,
            Cond::Ge => Cond::Le,
            Cond::ULt => Cond::UGt,
            Cond::ULe => Cond::UGe,
            Cond::UGt => Cond::ULt,
            Cond::UGe => Cond::ULe,
        }
    }
    /// Spelling.
    pub fn name(self) -> &'static str {
        match self {
            Cond::Eq => "eq",
            Cond::Ne => "ne",
            Cond::Lt => "lt",
            Cond::Le => "le",
            Cond::Gt => "gt",
            Cond::Ge => "ge",
            Cond::ULt => "ult",
            Cond::ULe => "ule",
            Cond::UGt => "ugt",
            Cond::UGe => "uge",
        }
    }
}

/// Parameters and results of a function at machine level. Go code uses Cranelift's `tail` convention with at most
/// 8 integer and 8 float results; further results go through a pointer parameter, which the builder makes explicit.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Signature {
    /// Parameter types.
    pub params: Vec<Ty>,
    /// Result types.
    pub results: Vec<Ty>,
}

/// What an instruction carries besides operands.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub enum Imm {
    /// Nothing.
    #[default]
    None,
    /// An integer, offset or byte count.
    Int(i64),
    /// Bits of a float constant.
    Bits(u64),
    /// A condition.
    Cond(Cond),
    /// A symbol and an offset; the callee of `call`.
    Sym(Sym, i64),
    /// A slot and an offset.
    Slot(Slot, i64),
    /// A runtime entry point (`callrt`, `guard`).
    Rt(RuntimeFn),
    /// The signature of `callind`.
    Sig(SigId),
    /// The site of `alloc`.
    Alloc(AllocId),
}

/// A branch target with the arguments for its parameters.
#[derive(Clone, PartialEq, Debug)]
pub struct BlockCall {
    /// Target.
    pub block: Block,
    /// One for each parameter.
    pub args: SmallVec<[Value; 4]>,
}

/// An instruction.
#[derive(Clone, PartialEq, Debug)]
pub struct InstData {
    /// Operation.
    pub op: Op,
    /// Type as the operation's format says; [`Ty::I64`] where it has none.
    pub ty: Ty,
    /// Operands.
    pub args: SmallVec<[Value; 4]>,
    /// Immediate.
    pub imm: Imm,
    /// Targets of a terminator: `jump` 1, `br` 2, `switch` default first, then one for each of `cases`.
    pub targets: Vec<BlockCall>,
    /// Case values of a `switch`.
    pub cases: Vec<i64>,
    /// Results.
    pub results: SmallVec<[Value; 2]>,
    /// Source position.
    pub pos: Pos,
}

/// Where a value comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ValueDef {
    /// The n-th result of an instruction.
    Result(Inst, u32),
    /// The n-th parameter of a block.
    Param(Block, u32),
    /// Another name of a value; passes resolve it with [`Func::resolve`].
    Alias(Value),
}

/// A value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ValueData {
    /// Type.
    pub ty: Ty,
    /// Definition.
    pub def: ValueDef,
}

/// A block.
#[derive(Clone, Default, Debug)]
pub struct BlockData {
    /// Parameters.
    pub params: Vec<Value>,
    /// Instructions; the last is the terminator.
    pub insts: Vec<Inst>,
    /// Rarely executed; placed at the end of the function.
    pub cold: bool,
}

/// A stack slot.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SlotData {
    /// Bytes.
    pub size: u32,
    /// Alignment in bytes.
    pub align: u32,
    /// The source variable or what it is for.
    pub name: String,
}

/// Why something is allocated; escape analysis and `explain -escape` show it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum AllocKind {
    /// A variable whose address is taken or that is captured by reference.
    Var,
    /// A named result of a function with defer statements, whose address the source lets out of the function.
    Result,
    /// `new(T)`
    New,
    /// `&T{…}`
    Composite,
    /// The array of a slice literal, or of `make` with a constant size.
    SliceArray,
    /// The array of variadic arguments.
    Variadic,
    /// A function literal with captures.
    Closure,
    /// A bound method.
    MethodValue,
    /// A value converted to an interface.
    Boxed,
    /// Room for a small string or the elements of a small slice that a conversion makes; null if they outlive the frame.
    Buffer,
}

/// An allocation site.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AllocInfo {
    /// Bytes.
    pub size: u64,
    /// Alignment.
    pub align: u32,
    /// Symbol of the type descriptor handed to `runtime.newobject`; `None`: memory without pointers of `size` bytes.
    pub desc: Option<Sym>,
    /// Why.
    pub kind: AllocKind,
    /// Variable name or type, as the user wrote it.
    pub name: String,
    /// Where.
    pub pos: Pos,
}

/// A function.
#[derive(Clone)]
pub struct Func {
    /// Symbol.
    pub sym: Sym,
    /// Signature; the entry block's parameters are the parameters.
    pub sig: Signature,
    /// Position of the declaration.
    pub pos: Pos,
    /// Made by the compiler around a user function (deferwrap, gowrap, method wrapper, funcval thunk): hidden in
    /// tracebacks, transparent to recover.
    pub wrapper: bool,
    /// `//go:noinline`
    pub noinline: bool,
    /// Words of the parameters that the source declares, receiver included; tracebacks show whether there are any.
    pub arg_words: u32,
    /// The entry block, once there is one, is `layout[0]`.
    pub layout: Vec<Block>,
    /// Blocks.
    pub blocks: PrimaryMap<Block, BlockData>,
    /// Instructions.
    pub insts: PrimaryMap<Inst, InstData>,
    /// Values.
    pub values: PrimaryMap<Value, ValueData>,
    /// Stack slots.
    pub slots: PrimaryMap<Slot, SlotData>,
    /// Allocation sites.
    pub allocs: PrimaryMap<AllocId, AllocInfo>,
    /// Signatures of indirect calls.
    pub sigs: PrimaryMap<SigId, Signature>,
    /// In a function with defer statements: where control continues after a recovered panic, and whenever a call
    /// of this function was cut short by one. It has no parameters and uses no value defined in another block, only
    /// slots (whose contents other blocks stored) and constants. Every call that may panic has an implicit edge to it.
    pub landing: Option<Block>,
    /// In a function with open defers: their slot, laid out as `abi::layout::OpenDefers`. The runtime reads and writes
    /// it during every call that may panic, so what is stored to it counts from the store on.
    pub open_defers: Option<Slot>,
    /// A call of it has been inlined: it is not needed if nothing refers to it.
    pub was_inlined: bool,
    /// Values that are lengths or capacities of strings and slices: not negative.
    pub lengths: EntitySet<Value>,
    /// Those of them that count bytes of memory, or more than bytes: less than the address space.
    pub memory_lengths: EntitySet<Value>,
    /// Length and capacity of slices, which came from elsewhere together.
    pub capacities: Vec<(Value, Value)>,
    /// Where inlined code comes from.
    pub inlined: Inlined,
    /// Source names of values, for readable dumps.
    pub names: SecondaryMap<Value, Option<Box<str>>>,
}

impl Func {
    /// An empty function.
    pub fn new(sym: Sym, sig: Signature, pos: Pos) -> Func {
        Func {
            arg_words: sig.params.len() as u32,
            sym,
            sig,
            pos,
            wrapper: false,
            noinline: false,
            layout: Vec::new(),
            blocks: PrimaryMap::new(),
            insts: PrimaryMap::new(),
            values: PrimaryMap::new(),
            slots: PrimaryMap::new(),
            allocs: PrimaryMap::new(),
            sigs: PrimaryMap::new(),
            landing: None,
            open_defers: None,
            was_inlined: false,
            lengths: EntitySet::new(),
            memory_lengths: EntitySet::new(),
            capacities: Vec::new(),
            inlined: Inlined::default(),
            names: SecondaryMap::new(),
        }
    }

    /// The entry block.
    pub fn entry(&self) -> Block {
        self.layout[0]
    }

    /// The value behind aliases.
    pub fn resolve(&self, mut v: Value) -> Value {
        while let ValueDef::Alias(of) = self.values[v].def {
            v = of;
        }
        v
    }

    /// The type of a value.
    pub fn ty(&self, v: Value) -> Ty {
        self.values[v].ty
    }

    /// The instruction that defines a value, if it is not a block parameter.
    pub fn def_inst(&self, v: Value) -> Option<Inst> {
        match self.values[self.resolve(v)].def {
            ValueDef::Result(inst, _) => Some(inst),
            _ => None,
        }
    }

    /// The integer a value is known to be.
    pub fn as_iconst(&self, v: Value) -> Option<i64> {
        let data = &self.insts[self.def_inst(v)?];
        match (data.op, data.imm) {
            (Op::IConst, Imm::Int(k)) => Some(k),
            _ => None,
        }
    }

    /// The terminator of a finished block.
    pub fn terminator(&self, b: Block) -> Option<Inst> {
        let &last = self.blocks[b].insts.last()?;
        self.insts[last].op.is_terminator().then_some(last)
    }

    /// The blocks a block branches to, in order (the implicit edge to the landing block is not among them).
    pub fn successors(&self, b: Block) -> impl Iterator<Item = Block> + '_ {
        self.terminator(b).into_iter().flat_map(|t| self.insts[t].targets.iter().map(|c| c.block))
    }

    /// Predecessors of every block, one entry an edge.
    pub fn predecessors(&self) -> SecondaryMap<Block, SmallVec<[Block; 4]>> {
        let mut preds: SecondaryMap<Block, SmallVec<[Block; 4]>> = SecondaryMap::new();
        preds.resize(self.blocks.len());
        for &b in &self.layout {
            for s in self.successors(b) {
                preds[s].push(b);
            }
        }
        preds
    }

    /// Adds an instruction to the arena (not to a block) with results of the given types.
    pub fn make_inst(&mut self, data: InstData, results: &[Ty]) -> Inst {
        let inst = self.insts.push(data);
        for (i, &ty) in results.iter().enumerate() {
            let v = self.values.push(ValueData { ty, def: ValueDef::Result(inst, i as u32) });
            self.insts[inst].results.push(v);
        }
        inst
    }

    /// Adds a slot.
    pub fn new_slot(&mut self, size: u32, align: u32, name: impl Into<String>) -> Slot {
        self.slots.push(SlotData { size, align, name: name.into() })
    }

    /// Adds a parameter to a block.
    pub fn add_param(&mut self, b: Block, ty: Ty) -> Value {
        let n = self.blocks[b].params.len() as u32;
        let v = self.values.push(ValueData { ty, def: ValueDef::Param(b, n) });
        self.blocks[b].params.push(v);
        v
    }

    /// Whether an instruction may raise a panic: by its operation, or by the runtime function it calls.
    pub fn may_panic(&self, inst: Inst) -> bool {
        let data = &self.insts[inst];
        match data.imm {
            Imm::Rt(f) => f.info().effects.may_panic,
            _ => data.op.info().may_panic,
        }
    }

    /// Whether an instruction may raise a panic or fault where a deferred call could be due, if calls of the functions
    /// in `calm` are known not to.
    pub fn may_panic_but(&self, inst: Inst, calm: &FxHashSet<Sym>) -> bool {
        let is_calm = || matches!(self.insts[inst].imm, Imm::Sym(sym, _) if calm.contains(&sym));
        self.may_panic(inst) && !is_calm() || self.accesses_element(inst)
    }

    /// Whether an instruction accesses memory at a variable index. What is mapped from a file or protected is seen as a
    /// slice of bytes, and accesses to its elements may fault without a check having failed; `debug.SetPanicOnFault`
    /// makes a panic of it. Other accesses follow a nil check of the same object.
    pub fn accesses_element(&self, inst: Inst) -> bool {
        let data = &self.insts[inst];
        let addresses = match data.op {
            Op::Load | Op::MemZero => &data.args[..1],
            Op::Store => &data.args[1..2],
            Op::MemCopy => &data.args[..2],
            _ => &[],
        };
        addresses.iter().any(|&a| self.has_variable_index(a))
    }

    fn has_variable_index(&self, address: Value) -> bool {
        let mut address = address;
        while let Some(inst) = self.def_inst(self.resolve(address)) {
            let data = &self.insts[inst];
            if data.op != Op::PtrAdd {
                return false;
            }
            if self.as_iconst(data.args[1]).is_none() {
                return true;
            }
            address = data.args[0];
        }
        false
    }

    /// The blocks that control reaches from the entry without panics.
    pub fn reached_from_entry(&self) -> Vec<Block> {
        let mut seen: SecondaryMap<Block, bool> = SecondaryMap::new();
        seen[self.entry()] = true;
        let mut reached = vec![self.entry()];
        let mut next = 0;
        while let Some(&b) = reached.get(next) {
            next += 1;
            reached.extend(self.successors(b).filter(|&s| !std::mem::replace(&mut seen[s], true)));
        }
        reached
    }

    /// The number of values, for dense maps.
    pub fn value_count(&self) -> usize {
        self.values.next_key().index()
    }
}
