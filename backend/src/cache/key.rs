//! The key of a function: everything its machine code depends on, written out and hashed.
//!
//! Symbols and positions differ from build to build, so they are numbered in the order in which the function mentions
//! them; of a symbol the first mention also writes the name and, if the runtime implements it, the signature.
//! Structures are taken apart without `..`: a new field must be considered here.

use crate::clif;
use cranelift_codegen::entity::EntityRef;
use middle::ir::{self, AllocInfo, BlockData, Func, Imm, InstData, Pos, Signature, SlotData, Sym, Ty, Value};
use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_128;

use super::Key;

/// The written form of a function, and what its numbers stand for. Reused from function to function.
#[derive(Default)]
pub(crate) struct Sketch {
    bytes: Vec<u8>,
    symbols: Numbering<Sym>,
    positions: Numbering<Pos>,
}

/// Things numbered in the order of their first mention.
struct Numbering<T> {
    list: Vec<T>,
    numbers: FxHashMap<T, u32>,
}

impl<T> Default for Numbering<T> {
    fn default() -> Self {
        Numbering { list: Vec::new(), numbers: FxHashMap::default() }
    }
}

impl<T: Copy + Eq + std::hash::Hash> Numbering<T> {
    fn clear(&mut self) {
        self.list.clear();
        self.numbers.clear();
    }

    /// The number, and whether this is the first mention.
    fn number(&mut self, of: T) -> (u32, bool) {
        let next = self.list.len() as u32;
        let number = *self.numbers.entry(of).or_insert(next);
        if number == next {
            self.list.push(of);
        }
        (number, number == next)
    }
}

impl Sketch {
    /// Takes a function in; returns its key.
    pub(crate) fn take(&mut self, module: &ir::Module, func: &Func, fingerprint: u64) -> Key {
        self.bytes.clear();
        self.symbols.clear();
        self.positions.clear();
        self.bytes.extend(fingerprint.to_le_bytes());
        // The one thing for which the name counts.
        self.bytes.push(u8::from(clif::takes_header_args(module.symbols.resolve(func.sym))));
        self.func(module, func);
        Key(xxh3_128(&self.bytes))
    }

    /// The number of a symbol that the function mentions.
    pub(crate) fn symbol_number(&self, sym: Sym) -> Option<u32> {
        self.symbols.numbers.get(&sym).copied()
    }

    /// The number of a position that the function mentions.
    pub(crate) fn position_number(&self, pos: Pos) -> Option<u32> {
        self.positions.numbers.get(&pos).copied()
    }

    /// The symbol with a number.
    pub(crate) fn symbol(&self, number: u32) -> Option<Sym> {
        self.symbols.list.get(number as usize).copied()
    }

    /// The position with a number.
    pub(crate) fn position(&self, number: u32) -> Option<Pos> {
        self.positions.list.get(number as usize).copied()
    }

    fn word(&mut self, w: u64) {
        self.bytes.extend(w.to_le_bytes());
    }

    fn half(&mut self, h: u32) {
        self.bytes.extend(h.to_le_bytes());
    }

    fn text(&mut self, s: &str) {
        self.half(s.len() as u32);
        self.bytes.extend_from_slice(s.as_bytes());
    }

    fn sym(&mut self, module: &ir::Module, sym: Sym) {
        let (number, first) = self.symbols.number(sym);
        self.half(number);
        if first {
            self.text(module.symbols.resolve(sym));
            let hook = module.extern_c.get(&sym);
            self.bytes.push(u8::from(hook.is_some()));
            if let Some(sig) = hook {
                self.signature(sig);
            }
        }
    }

    fn pos(&mut self, pos: Pos) {
        let (number, first) = self.positions.number(pos);
        self.half(number);
        if first {
            self.bytes.push(u8::from(pos.is_known()));
        }
    }

    fn types(&mut self, types: &[Ty]) {
        self.half(types.len() as u32);
        self.bytes.extend(types.iter().map(|&t| t as u8));
    }

    fn signature(&mut self, sig: &Signature) {
        let Signature { params, results } = sig;
        self.types(params);
        self.types(results);
    }

    fn func(&mut self, module: &ir::Module, f: &Func) {
        // The name and the tables' contents of a function come from the module when its code is finished; as do the
        // calls that inlined positions stand for; `noinline` counts for our own passes, names of values for people.
        let Func {
            sym: _,
            sig,
            pos,
            wrapper: _,
            noinline: _,
            arg_words: _,
            layout,
            blocks,
            insts,
            values: _,
            slots,
            allocs,
            sigs,
            landing,
            open_defers,
            was_inlined: _,
            lengths: _,
            memory_lengths: _,
            capacities,
            inlined: _,
            names: _,
        } = f;
        self.pos(*pos);
        self.signature(sig);
        self.half(landing.map_or(u32::MAX, |b| b.index() as u32));
        self.half(open_defers.map_or(u32::MAX, |s| s.index() as u32));
        self.half(slots.len() as u32);
        for SlotData { size, align, name: _ } in slots.values() {
            self.half(*size);
            self.half(*align);
        }
        self.half(allocs.len() as u32);
        for AllocInfo { size, align, desc, kind: _, name: _, pos: _ } in allocs.values() {
            self.word(*size);
            self.half(*align);
            self.bytes.push(u8::from(desc.is_some()));
            if let Some(desc) = desc {
                self.sym(module, *desc);
            }
        }
        self.half(sigs.len() as u32);
        for sig in sigs.values() {
            self.signature(sig);
        }
        self.half(capacities.len() as u32);
        for &(len, cap) in capacities {
            for v in [len, cap, f.resolve(len), f.resolve(cap)] {
                self.half(v.index() as u32);
            }
        }
        for &b in layout {
            let BlockData { params, insts: list, cold } = &blocks[b];
            self.half(b.index() as u32);
            self.bytes.push(u8::from(*cold));
            self.definitions(f, params);
            self.half(list.len() as u32);
            for &inst in list {
                self.inst(module, f, &insts[inst]);
            }
        }
    }

    /// Values where they are defined, with their types.
    fn definitions(&mut self, f: &Func, values: &[Value]) {
        self.half(values.len() as u32);
        for &v in values {
            self.half(v.index() as u32);
            let facts = u8::from(f.lengths.contains(v)) | u8::from(f.memory_lengths.contains(v)) << 1;
            self.bytes.extend([f.ty(v) as u8, facts]);
        }
    }

    /// Values where they are used.
    fn uses(&mut self, f: &Func, values: &[Value]) {
        self.half(values.len() as u32);
        for &v in values {
            self.half(f.resolve(v).index() as u32);
        }
    }

    fn inst(&mut self, module: &ir::Module, f: &Func, inst: &InstData) {
        let InstData { op, ty, args, imm, targets, cases, results, pos } = inst;
        self.bytes.extend([*op as u8, *ty as u8]);
        self.pos(*pos);
        self.uses(f, args);
        self.imm(module, imm);
        self.half(targets.len() as u32);
        for ir::BlockCall { block, args } in targets {
            self.half(block.index() as u32);
            self.uses(f, args);
        }
        self.half(cases.len() as u32);
        for &case in cases {
            self.word(case as u64);
        }
        self.definitions(f, results);
    }

    fn imm(&mut self, module: &ir::Module, imm: &Imm) {
        let mut tagged = |tag: u8, word: u64| {
            self.bytes.push(tag);
            self.bytes.extend(word.to_le_bytes());
        };
        match *imm {
            Imm::None => tagged(0, 0),
            Imm::Int(k) => tagged(1, k as u64),
            Imm::Bits(bits) => tagged(2, bits),
            Imm::Cond(cond) => tagged(3, cond as u64),
            Imm::Sym(sym, offset) => {
                tagged(4, offset as u64);
                self.sym(module, sym);
            }
            Imm::Slot(slot, offset) => {
                tagged(5, offset as u64);
                self.half(slot.index() as u32);
            }
            Imm::Rt(f) => tagged(6, f as u64),
            Imm::Sig(sig) => tagged(7, sig.index() as u64),
            Imm::Alloc(alloc) => tagged(8, alloc.index() as u64),
        }
    }
}
