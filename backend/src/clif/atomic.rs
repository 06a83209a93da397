//! Hooks of embedded packages that are an instruction or two: `internal/atomic` and `math.Sqrt`.
//!
//! The runtime has the same functions, for the rare call that is not direct.

use cranelift_codegen::ir::condcodes::IntCC;
use cranelift_codegen::ir::{AtomicRmwOp, InstBuilder, MemFlagsData, Type, types};
use middle::ir;

use super::FuncCx;
use crate::Error;

/// What is done to the word that the first argument points to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Operation {
    Load,
    Store,
    /// Stores; the old value.
    Exchange,
    /// Whether the word was the second argument, and is now the third.
    CompareAndSwap,
    /// The new value.
    Add,
    /// The old value.
    And,
    /// The old value.
    Or,
}

/// A hook that is emitted in line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Inline(Kind);

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    /// The last is true for pointers.
    Atomic(Operation, Type, bool),
    Sqrt,
}

const OPERATIONS: [(&str, Operation); 7] = [
    ("Load", Operation::Load),
    ("Store", Operation::Store),
    ("Xchg", Operation::Exchange),
    ("Cas", Operation::CompareAndSwap),
    ("Add", Operation::Add),
    ("And", Operation::And),
    ("Or", Operation::Or),
];

/// How a hook is emitted, if it is in line.
pub(super) fn inline(symbol: &str) -> Option<Inline> {
    if symbol == "math.Sqrt" {
        return Some(Inline(Kind::Sqrt));
    }
    let name = symbol.strip_prefix("internal/atomic.")?;
    let (operation, rest) = OPERATIONS.iter().find_map(|&(n, op)| Some((op, name.strip_prefix(n)?)))?;
    let ty = match rest {
        "32" => types::I32,
        "64" | "Ptr" => types::I64,
        _ => return None,
    };
    Some(Inline(Kind::Atomic(operation, ty, rest == "Ptr")))
}

/// The word may be a nil pointer's.
const FLAGS: MemFlagsData = MemFlagsData::new();

impl FuncCx<'_, '_> {
    /// Emits the instructions of a call.
    pub(super) fn inline_hook(&mut self, hook: Inline, data: &ir::InstData) -> Result<(), Error> {
        let args = self.value_list(&data.args);
        let (operation, ty) = match hook.0 {
            Kind::Sqrt => {
                let root = self.b.ins().sqrt(args[0]);
                return self.set_all(data, &[root]);
            }
            Kind::Atomic(operation, ty, pointer) => {
                if pointer && operation != Operation::Load {
                    self.before_atomic_write(args[0])?;
                }
                (operation, ty)
            }
        };
        let ins = self.b.ins();
        let result = match operation {
            Operation::Load => ins.atomic_load(ty, FLAGS, args[0]),
            Operation::Store => {
                // One exchange is cheaper than a store with a fence behind it.
                ins.atomic_rmw(ty, FLAGS, AtomicRmwOp::Xchg, args[0], args[1]);
                return self.set_all(data, &[]);
            }
            Operation::Exchange => ins.atomic_rmw(ty, FLAGS, AtomicRmwOp::Xchg, args[0], args[1]),
            Operation::CompareAndSwap => {
                let old = ins.atomic_cas(FLAGS, args[0], args[1], args[2]);
                self.b.ins().icmp(IntCC::Equal, old, args[1])
            }
            Operation::Add => {
                let old = ins.atomic_rmw(ty, FLAGS, AtomicRmwOp::Add, args[0], args[1]);
                self.b.ins().iadd(old, args[1])
            }
            Operation::And => ins.atomic_rmw(ty, FLAGS, AtomicRmwOp::And, args[0], args[1]),
            Operation::Or => ins.atomic_rmw(ty, FLAGS, AtomicRmwOp::Or, args[0], args[1]),
        };
        self.set_all(data, &[result])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every atomic hook of the table is emitted in line.
    #[test]
    fn all_atomics_are_known() {
        let atomics = || abi::functions::HOOKS.iter().filter(|h| h.symbol.starts_with("internal/atomic."));
        assert!(atomics().count() >= 17);
        for hook in atomics() {
            assert!(inline(hook.symbol).is_some(), "{}", hook.symbol);
        }
        assert_eq!(inline("math.FMA"), None);
        assert_eq!(inline("internal/atomic.Load8"), None);
    }
}
