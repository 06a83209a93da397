//! Bytes with references, written field by field at known offsets.

use crate::ir::{Data, DataKind, DataReloc, Sym};

/// A read-only data object under construction; grows as fields are written.
#[derive(Default)]
pub(super) struct Blob {
    bytes: Vec<u8>,
    relocs: Vec<DataReloc>,
}

impl Blob {
    pub(super) fn new() -> Blob {
        Blob::default()
    }

    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// At least `size` bytes.
    pub(super) fn reserve(&mut self, size: usize) {
        if self.bytes.len() < size {
            self.bytes.resize(size, 0);
        }
    }

    pub(super) fn bytes(&mut self, at: usize, bytes: &[u8]) {
        self.reserve(at + bytes.len());
        self.bytes[at..at + bytes.len()].copy_from_slice(bytes);
    }

    pub(super) fn u8(&mut self, at: usize, v: u8) {
        self.bytes(at, &[v]);
    }

    pub(super) fn u16(&mut self, at: usize, v: u16) {
        self.bytes(at, &v.to_le_bytes());
    }

    pub(super) fn u32(&mut self, at: usize, v: u32) {
        self.bytes(at, &v.to_le_bytes());
    }

    pub(super) fn u64(&mut self, at: usize, v: u64) {
        self.bytes(at, &v.to_le_bytes());
    }

    /// The address of a symbol.
    pub(super) fn ptr(&mut self, at: usize, target: Sym) {
        self.ptr_at(at, target, 0);
    }

    /// The address of a place in a symbol.
    pub(super) fn ptr_at(&mut self, at: usize, target: Sym, addend: i64) {
        self.reserve(at + 8);
        self.relocs.push(DataReloc { offset: at as u64, target, addend, size: 8 });
    }

    /// The address of a symbol in 32 bits.
    pub(super) fn addr32(&mut self, at: usize, target: Sym) {
        self.reserve(at + 4);
        self.relocs.push(DataReloc { offset: at as u64, target, addend: 0, size: 4 });
    }

    /// Puts the references in order.
    pub(super) fn sort(&mut self) {
        self.relocs.sort_by_key(|r| r.offset);
    }

    pub(super) fn into_data(self, sym: Sym, align: u32) -> Data {
        Data {
            sym,
            kind: DataKind::ReadOnly,
            align,
            size: self.bytes.len() as u64,
            bytes: self.bytes,
            relocs: self.relocs,
            pointer_mask: Vec::new(),
        }
    }
}
