//! A program in SSA: functions and data by symbol.

use frontend::source::Interner;
use rustc_hash::{FxHashMap, FxHashSet};

use super::func::{Func, Signature, Sym};

/// In which section data stands.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum DataKind {
    /// Never written.
    ReadOnly,
    /// Initialised and writable.
    Data,
    /// Zero at start; `bytes` is empty and `size` counts.
    Bss,
}

/// A reference inside data.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DataReloc {
    /// Where in the data.
    pub offset: u64,
    /// Whose address.
    pub target: Sym,
    /// Added to the address.
    pub addend: i64,
    /// 8 (an address) or 4 (an address in the low 2 GB, for `NameOff` and the like).
    pub size: u8,
}

/// A data object: global variable, string, type descriptor, itab, constant table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Data {
    /// Symbol.
    pub sym: Sym,
    /// Section.
    pub kind: DataKind,
    /// Alignment in bytes.
    pub align: u32,
    /// Contents (empty for [`DataKind::Bss`]).
    pub bytes: Vec<u8>,
    /// Bytes occupied.
    pub size: u64,
    /// References.
    pub relocs: Vec<DataReloc>,
    /// Writable data that holds pointers to the heap: one bit a word, for the collector. Empty: none.
    pub pointer_mask: Vec<u8>,
}

/// A program in SSA. Functions and data stand in the order in which they are emitted: deterministic, independent of
/// the order of interning and of thread timing.
pub struct Module {
    /// Linker symbols.
    pub symbols: Interner,
    /// Functions.
    pub funcs: Vec<Func>,
    /// Data objects.
    pub data: Vec<Data>,
    /// Index into `funcs` by symbol.
    pub func_index: FxHashMap<Sym, usize>,
    /// Body-less functions of the embedded packages that are called: System V, implemented by the runtime.
    pub extern_c: FxHashMap<Sym, Signature>,
    /// Itabs, for `ModuleData`.
    pub itabs: Vec<Sym>,
    /// Minor language version of the main module.
    pub lang_minor: u64,
}

impl Module {
    /// The functions of the runtime called by symbol that raise no panic and run no deferred calls.
    pub fn calm_hooks(&self) -> FxHashSet<Sym> {
        let panics =
            |sym| abi::functions::hook(self.symbols.resolve(sym)).is_none_or(|hook| hook.effects.may_panic);
        self.extern_c.keys().copied().filter(|&sym| !panics(sym)).collect()
    }

    /// The function with this symbol.
    pub fn func(&self, sym: Sym) -> Option<&Func> {
        self.func_index.get(&sym).map(|&i| &self.funcs[i])
    }
}
