//! The table of operations: one row an operation; the enum, mnemonics, arity, result rule and effects are expanded
//! from it. Printer, reader, verifier, dead-code elimination, CSE and the Cranelift lowering read this table.

/// How an instruction is written and what its parts are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// `v1 = op.ty imm`
    Const,
    /// `v1 = op sym+offset`, `v1 = op ss0`
    Addr,
    /// `v1 = op.ty v0, …`: a fixed number of operands of one type, the result has the same type.
    Arith(u8),
    /// `v1 = op.cc.ty v0, v2`: result i8 (0 or 1); `ty` is the operands' type.
    Compare,
    /// `v1 = op.ty v0`: `ty` is the result's type.
    Convert,
    /// `v1 = op.ty v0+off`
    Load,
    /// `op.ty v1, v0+off`
    Store,
    /// Operands and an integer immediate, as the operation's documentation says.
    Other(u8),
    /// `v1, … = call …(v0, …)`
    Call,
    /// Ends a block.
    Terminator,
}

/// Effects and properties of an operation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OpInfo {
    /// Spelling.
    pub name: &'static str,
    /// Shape.
    pub format: Format,
    /// No effect besides the result: may be removed, merged, moved.
    pub pure_: bool,
    /// Operands may be swapped.
    pub commutative: bool,
    /// Reads memory.
    pub reads: bool,
    /// Writes memory.
    pub writes: bool,
    /// May raise a Go panic.
    pub may_panic: bool,
}

macro_rules! ops {
    ($($(#[$doc:meta])* $variant:ident $name:literal ($($format:tt)*) [$($flag:ident),*];)*) => {
        /// An operation.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u8)]
        pub enum Op { $($(#[$doc])* $variant),* }

        impl Op {
            /// All operations in table order.
            pub const ALL: &'static [Op] = &[$(Op::$variant),*];

            /// Its row.
            pub fn info(self) -> &'static OpInfo {
                static TABLE: &[OpInfo] = &[$(OpInfo {
                    name: $name,
                    format: Format::$($format)*,
                    $($flag: true,)*
                    ..PLAIN
                }),*];
                &TABLE[self as usize]
            }

            /// The operation with this spelling.
            pub fn by_name(name: &str) -> Option<Op> {
                Op::ALL.iter().copied().find(|op| op.info().name == name)
            }
        }
    };
}

const PLAIN: OpInfo = OpInfo {
    name: "",
    format: Format::Terminator,
    pure_: false,
    commutative: false,
    reads: false,
    writes: false,
    may_panic: false,
};

ops! {
    /// Integer (or pointer) constant, sign-extended immediate.
    IConst "iconst" (Const) [pure_];
    /// Floating-point constant; the immediate holds the bits (of an f32 in the low half).
    FConst "fconst" (Const) [pure_];
    /// Address of a function or data symbol plus an offset.
    SymAddr "symaddr" (Addr) [pure_];
    /// Address of a stack slot plus an offset.
    SlotAddr "slotaddr" (Addr) [pure_];

    /// Wrapping addition.
    Add "add" (Arith(2)) [pure_, commutative];
    /// Wrapping subtraction.
    Sub "sub" (Arith(2)) [pure_];
    /// Wrapping multiplication.
    Mul "mul" (Arith(2)) [pure_, commutative];
    /// Signed division, truncated; the divisor is not 0 (guarded before); MIN / -1 is MIN.
    SDiv "sdiv" (Arith(2)) [pure_];
    /// Unsigned division; the divisor is not 0.
    UDiv "udiv" (Arith(2)) [pure_];
    /// Signed remainder; the divisor is not 0; MIN % -1 is 0.
    SRem "srem" (Arith(2)) [pure_];
    /// Unsigned remainder; the divisor is not 0.
    URem "urem" (Arith(2)) [pure_];
    /// Bitwise and.
    And "and" (Arith(2)) [pure_, commutative];
    /// Bitwise or.
    Or "or" (Arith(2)) [pure_, commutative];
    /// Bitwise exclusive or.
    Xor "xor" (Arith(2)) [pure_, commutative];
    /// Shift left; the count is an unsigned i64; counts of the width and above give 0 (Go spec, Arithmetic operators).
    Shl "shl" (Other(2)) [pure_];
    /// Logical shift right, counts as for `shl`.
    LShr "lshr" (Other(2)) [pure_];
    /// Arithmetic shift right; large counts give the sign everywhere.
    AShr "ashr" (Other(2)) [pure_];
    /// Rotation to the left by an i64, of which only the bits below the width count.
    RotL "rotl" (Other(2)) [pure_];
    /// Negation.
    Neg "neg" (Arith(1)) [pure_];
    /// Bitwise complement.
    Not "not" (Arith(1)) [pure_];
    /// Population count.
    PopCnt "popcnt" (Arith(1)) [pure_];
    /// Leading zeros; the width for 0.
    Clz "clz" (Arith(1)) [pure_];
    /// Trailing zeros; the width for 0.
    Ctz "ctz" (Arith(1)) [pure_];
    /// Byte swap.
    BSwap "bswap" (Arith(1)) [pure_];
    /// High 64 bits of the unsigned product.
    UMulHi "umulhi" (Arith(2)) [pure_, commutative];
    /// Integer comparison; the condition is in the immediate.
    ICmp "icmp" (Compare) [pure_];
    /// `op.ty c, a, b`: a if the i8 c is not 0, else b.
    Select "select" (Other(3)) [pure_];

    /// Floating-point addition.
    FAdd "fadd" (Arith(2)) [pure_];
    /// Subtraction.
    FSub "fsub" (Arith(2)) [pure_];
    /// Multiplication.
    FMul "fmul" (Arith(2)) [pure_];
    /// Division.
    FDiv "fdiv" (Arith(2)) [pure_];
    /// Sign change.
    FNeg "fneg" (Arith(1)) [pure_];
    /// Absolute value.
    FAbs "fabs" (Arith(1)) [pure_];
    /// Square root.
    FSqrt "fsqrt" (Arith(1)) [pure_];
    /// Floating-point comparison (ordered except `ne`, as Go's operators).
    FCmp "fcmp" (Compare) [pure_];

    /// Sign extension.
    SExt "sext" (Convert) [pure_];
    /// Zero extension.
    ZExt "zext" (Convert) [pure_];
    /// Low bits.
    Trunc "trunc" (Convert) [pure_];
    /// Signed integer to float.
    SToF "stof" (Convert) [pure_];
    /// Unsigned integer to float.
    UToF "utof" (Convert) [pure_];
    /// Float to signed integer, truncated; out of range gives what gc gives on amd64 (the most negative i64).
    FToS "ftos" (Convert) [pure_];
    /// Float to unsigned i64, out of range as gc on amd64.
    FToU "ftou" (Convert) [pure_];
    /// f32 to f64.
    FPromote "fpromote" (Convert) [pure_];
    /// f64 to f32.
    FDemote "fdemote" (Convert) [pure_];
    /// Same bits, other type of the same size (also between ptr and i64).
    Bitcast "bitcast" (Convert) [pure_];
    /// The address a pointer is, where a pointer will be made of it again: escape analysis follows it, which it does
    /// not with the integers that `bitcast` makes of pointers (gc: `escape.unsafeValue`).
    Address "address" (Convert) [pure_];

    /// Pointer plus byte offset (i64): result in the same object as the pointer.
    PtrAdd "ptradd" (Other(2)) [pure_];
    /// Reads memory. A nil pointer must have been checked (`nilcheck`).
    Load "load" (Load) [reads];
    /// Writes memory.
    Store "store" (Store) [writes];
    /// `memcopy dst, src` of the immediate's bytes; the ranges are equal or do not overlap.
    MemCopy "memcopy" (Other(2)) [reads, writes];
    /// `memzero dst` of the immediate's bytes.
    MemZero "memzero" (Other(1)) [writes];
    /// Allocates a zeroed object described by [`crate::ir::AllocInfo`]; escape analysis turns it into a slot.
    Alloc "alloc" (Other(0)) [];

    /// Panics with a nil dereference if the pointer is nil. The immediate is the greatest offset accessed after
    /// it, so that the backend may rely on a fault instead.
    NilCheck "nilcheck" (Other(1)) [may_panic];
    /// `guard fn c, args…`: if the i8 c is 0, calls the runtime function `fn` (which does not return) with the args.
    Guard "guard" (Call) [may_panic];
    /// Direct call of a Go function: `call sym(args)`.
    Call "call" (Call) [reads, writes, may_panic];
    /// Call of code at an address: `callind sig code(args)`; a closure context is the last argument.
    CallInd "callind" (Call) [reads, writes, may_panic];
    /// Call of a runtime entry point: `callrt fn(args)`; effects are in the runtime's table.
    CallRt "callrt" (Call) [reads, writes];

    /// `defer f`: registers the function value (no parameters, no results) to run at the exit. Lowered by
    /// `lower::defer`.
    Defer "defer" (Other(1)) [reads, writes, may_panic];
    /// `v1 = deferrange.ptr`: a place on the chain of deferred calls for those of a range-over-func loop's body. Lowered by
    /// `lower::defer`.
    DeferRange "deferrange" (Other(0)) [reads, writes, may_panic];
    /// Runs the deferred calls of this activation; stands before the results are loaded at each exit. Lowered by
    /// `lower::defer`.
    DeferExit "deferexit" (Other(0)) [reads, writes, may_panic];

    /// `jump b1(args)`
    Jump "jump" (Terminator) [];
    /// `br c, b1(args), b2(args)`: to b1 if the i8 c is not 0.
    Br "br" (Terminator) [];
    /// `switch v, default, [k: b, …]` on an integer.
    Switch "switch" (Terminator) [];
    /// `ret values`
    Ret "ret" (Terminator) [];
    /// Control never arrives here.
    Unreachable "unreachable" (Terminator) [];
}

impl Op {
    /// Whether it ends a block.
    pub fn is_terminator(self) -> bool {
        self.info().format == Format::Terminator
    }
}
