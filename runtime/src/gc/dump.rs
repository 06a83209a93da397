//! `runtime/debug.WriteHeapDump`: what is in memory, in gc's format (gc: `runtime/heapdump.go`,
//! <https://go.dev/s/go15heapdump>).
//!
//! A dump is a line with the version and records: a tag and fields, numbers of the variable length of
//! `encoding/binary`, bytes behind their count. Types and itabs are not in it: gc's objects do not name them either.

use core::ptr::null;

use abi::symtab::ModuleData;

use super::{mark, special};
use crate::g::{G, GState};
use crate::mem::HEAP;
use crate::mem::block::{Arena, BlockState, Cell};
use crate::memstats::MemStats;
use crate::sched::world;
use crate::unwind::{Frame, Walk};
use crate::{sched, sys};

/// Tags of records.
mod tag {
    pub const EOF: u64 = 0;
    pub const OBJECT: u64 = 1;
    pub const GOROUTINE: u64 = 4;
    pub const STACK_FRAME: u64 = 5;
    pub const PARAMS: u64 = 6;
    pub const FINALIZER: u64 = 7;
    pub const MEM_STATS: u64 = 10;
    pub const QUEUED_FINALIZER: u64 = 11;
    pub const DATA: u64 = 12;
    pub const BSS: u64 = 13;
    pub const DEFER: u64 = 14;
}

/// Kinds of fields in objects, frames and variables.
const END_OF_FIELDS: u64 = 0;
const POINTER: u64 = 1;

/// Writes a dump to a file, with a version of Go. Nothing else runs meanwhile.
fn write(fd: i32, version: &str) {
    world::with_stopped(|| {
        super::flush(&mut HEAP.lock());
        // SAFETY: plain numbers.
        let mut stats: MemStats = unsafe { core::mem::zeroed() };
        stats.fill();
        let mut out = Out { fd, bytes: [0; 4096], len: 0 };
        out.raw(b"go1.7 heap dump\n");
        out.params(&HEAP.lock().arena, version);
        out.objects(&HEAP.lock().arena);
        // SAFETY: descriptors live for ever, and all goroutines stand still.
        sched::with_all(|all| all.iter().for_each(|&g| unsafe { out.goroutine(&*g) }));
        out.variables();
        special::each_finalizer(|object, call, queued| {
            let kind = if queued { tag::QUEUED_FINALIZER } else { tag::FINALIZER };
            // SAFETY: a function value.
            let code = unsafe { (*call.fun).code };
            out.numbers(&[kind, object as u64, call.fun as u64, code as u64, 0, 0]);
        });
        out.number(tag::MEM_STATS);
        stats.each_until_pauses(|v| out.number(v));
        out.number(tag::EOF);
        out.flush();
    });
}

/// The file.
struct Out {
    fd: i32,
    bytes: [u8; 4096],
    len: usize,
}

impl Out {
    fn flush(&mut self) {
        sys::write_all(self.fd, &self.bytes[..self.len]);
        self.len = 0;
    }

    fn raw(&mut self, bytes: &[u8]) {
        if self.len + bytes.len() > self.bytes.len() {
            self.flush();
            if bytes.len() > self.bytes.len() {
                return sys::write_all(self.fd, bytes);
            }
        }
        self.bytes[self.len..][..bytes.len()].copy_from_slice(bytes);
        self.len += bytes.len();
    }

    fn number(&mut self, mut v: u64) {
        let mut bytes = [0; 10];
        let mut n = 0;
        while v >= 0x80 {
            bytes[n] = v as u8 | 0x80;
            v >>= 7;
            n += 1;
        }
        bytes[n] = v as u8;
        self.raw(&bytes[..=n]);
    }

    fn numbers(&mut self, all: &[u64]) {
        all.iter().for_each(|&v| self.number(v));
    }

    fn string(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.raw(text.as_bytes());
    }

    /// The bytes of a range of memory.
    ///
    /// # Safety
    /// It must be readable.
    unsafe fn memory(&mut self, from: usize, to: usize) {
        self.number((to - from) as u64);
        // SAFETY: by contract.
        self.raw(unsafe { core::slice::from_raw_parts(from as *const u8, to - from) });
    }

    fn pointer(&mut self, offset: usize) {
        self.number(POINTER);
        self.number(offset as u64);
    }

    fn params(&mut self, arena: &Arena, version: &str) {
        let (start, end) = arena.range();
        self.number(tag::PARAMS);
        self.number(0); // little endian
        self.number(size_of::<usize>() as u64);
        self.number(start as u64);
        self.number(end as u64);
        self.string("amd64");
        self.string(version);
        self.number(sys::cpu_count() as u64);
    }

    fn objects(&mut self, arena: &Arena) {
        for block in 0..arena.used() {
            let record = arena.block(block);
            let (cells, size) = match record.state {
                BlockState::Small => (record.cells as u32, record.cell as usize),
                BlockState::LargeHead => (1, record.bytes),
                BlockState::Free | BlockState::LargeRest => continue,
            };
            for cell in (0..cells).map(|index| Cell { block, index }).filter(|&cell| arena.is_used(cell)) {
                let start = arena.cell_address(cell);
                self.number(tag::OBJECT);
                self.number(start as u64);
                // SAFETY: an object.
                unsafe { self.memory(start, start + size) };
                mark::object_slots(arena, cell, &mut |slot| self.pointer(slot as usize - start));
                self.number(END_OF_FIELDS);
            }
        }
    }

    /// A goroutine with its frames and deferred calls.
    ///
    /// # Safety
    /// It must stand still.
    unsafe fn goroutine(&mut self, g: &G) {
        let state = g.state.get();
        if state == GState::Dead {
            return;
        }
        self.number(tag::GOROUTINE);
        let head =
            [g as *const G as u64, g.sp as u64, g.id, g.go_pc as u64, state as u64, g.system as u64, 0];
        self.numbers(&head);
        self.number(g.wait_since as u64);
        self.string(g.wait.text());
        self.numbers(&[0, 0, g.header.defer as u64, g.header.panic as u64]);
        // SAFETY: by contract.
        unsafe {
            let (mut depth, mut child) = (0, null());
            for frame in Walk::new(Frame::of_parked(g), &g.stack) {
                self.frame(g, frame, depth, child);
                (depth, child) = (depth + 1, frame.fp as *const u8);
            }
            let mut record = g.header.defer.cast_const();
            while let Some(defer) = record.as_ref() {
                let code = defer.fun.as_ref().map_or(0, |fun| fun.code as u64);
                let ids = [tag::DEFER, record as u64, g as *const G as u64, 0, 0];
                self.numbers(&ids);
                self.numbers(&[defer.fun as u64, code, defer.link as u64]);
                record = defer.link;
            }
        }
    }

    /// A frame: what lies between the frame of its callee, whose frame pointer is given, and the return address.
    /// Any word may be a pointer.
    ///
    /// # Safety
    /// It must be part of the stack of a goroutine that stands still.
    unsafe fn frame(&mut self, g: &G, frame: Frame, depth: u64, child: *const u8) {
        let below = if child.is_null() { g.sp } else { child as usize + 2 * size_of::<usize>() };
        let end = frame.fp + 2 * size_of::<usize>();
        // Nothing is known to belong to a frame that begins in another segment, or to the first one, which has no
        // frame pointer.
        let is_whole = g.stack.segment_of(frame.fp).is_some_and(|s| s.contains(below)) && below < end;
        let (start, end) = if is_whole { (below, end) } else { (below, below) };
        let func = frame.func();
        self.number(tag::STACK_FRAME);
        self.numbers(&[start as u64, depth, child as u64]);
        // SAFETY: by contract.
        unsafe { self.memory(start, end) };
        let entry = func.as_ref().map_or(0, |f| f.start() as u64);
        self.numbers(&[entry, frame.pc as u64, frame.pc as u64]);
        self.string(func.as_ref().map_or("unknown function", |f| f.name()));
        (0..end - start).step_by(size_of::<usize>()).for_each(|offset| self.pointer(offset));
        self.number(END_OF_FIELDS);
    }

    /// The program's variables.
    fn variables(&mut self) {
        let Some(module) = mark::module() else { return };
        let ModuleData { data_start, data_len, data_mask, bss_start, bss_len, bss_mask, .. } = *module;
        for (kind, start, len, mask) in
            [(tag::DATA, data_start, data_len, data_mask), (tag::BSS, bss_start, bss_len, bss_mask)]
        {
            let start = start as usize;
            self.number(kind);
            self.number(start as u64);
            // SAFETY: emitted by the compiler.
            unsafe {
                self.memory(start, start + len);
                mark::masked_slots(start, len, mask, &mut |slot| self.pointer(slot as usize - start));
            }
            self.number(END_OF_FIELDS);
        }
    }
}

/// The function that package debug calls.
pub mod export {
    /// `runtime/debug.writeHeapDump`
    ///
    /// # Safety
    /// Called by Go code according to the table.
    #[cfg_attr(feature = "entry", unsafe(export_name = "runtime/debug.writeHeapDump"))]
    pub unsafe extern "C" fn write_heap_dump(fd: i64, version: *mut u8, len: i64) {
        // SAFETY: a string of the program.
        let version = unsafe { core::slice::from_raw_parts(version, len as usize) };
        super::write(fd as i32, core::str::from_utf8(version).unwrap_or_default())
    }
}
