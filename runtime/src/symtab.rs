//! Reading the tables that map program counters to functions, lines and landing pads.
//!
//! Nothing is allocated and nothing can fail: an address that the tables do not know is simply not Go code.

use abi::symtab::{FuncEntry, InlineEntry, LandingEntry, LineEntry, PcHeader, func_flag};
use core::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// The tables of a program.
#[derive(Clone, Copy)]
pub struct Tables {
    header: &'static PcHeader,
}

/// The tables of this program.
pub fn tables() -> Tables {
    Tables { header: program_header() }
}

#[cfg(feature = "entry")]
fn program_header() -> &'static PcHeader {
    unsafe extern "C" {
        #[link_name = "runtime.pcheader"]
        static PC_HEADER: PcHeader;
    }
    // SAFETY: emitted by the compiler, read-only.
    unsafe { &PC_HEADER }
}

#[cfg(not(feature = "entry"))]
fn program_header() -> &'static PcHeader {
    struct Shared(PcHeader);
    // SAFETY: never written.
    unsafe impl Sync for Shared {}
    use core::ptr::null;
    static NO_PROGRAM: Shared = Shared(PcHeader {
        text_start: null(),
        text_len: 0,
        funcs: null(),
        func_count: 0,
        lines: null(),
        line_count: 0,
        inlines: null(),
        inline_count: 0,
        landings: null(),
        landing_count: 0,
        strings: null(),
        strings_len: 0,
    });
    &NO_PROGRAM.0
}

/// A slice over a table, empty if the table is.
///
/// # Safety
/// `p` must be valid for `n` elements if `n` is not 0.
unsafe fn table<T>(p: *const T, n: usize) -> &'static [T] {
    if n == 0 {
        return &[];
    }
    // SAFETY: by contract.
    unsafe { core::slice::from_raw_parts(p, n) }
}

/// What has been found for some places of the code, for the walks of panics: they come to the same places again and
/// again. Threads may lose each other's entries, but never see half of one.
struct Known([AtomicU64; Known::SIZE]);

impl Known {
    const SIZE: usize = 1 << Known::BITS;
    const BITS: u32 = 8;

    const fn new() -> Known {
        Known([const { AtomicU64::new(0) }; Known::SIZE])
    }

    /// What is known of an offset, found by `find` the first time.
    fn get(&self, offset: u32, find: impl FnOnce() -> u32) -> u32 {
        // Fibonacci hashing.
        let slot = &self.0[(offset.wrapping_mul(0x9e37_79b1) >> (32 - Known::BITS)) as usize];
        let (key, known) = (u64::from(offset) + 1, slot.load(Relaxed));
        if known >> 32 == key {
            return known as u32;
        }
        let found = find();
        slot.store(key << 32 | u64::from(found), Relaxed);
        found
    }
}

impl Tables {
    /// For the frame that goes on at `pc`: by how many bytes its open defers lie below the frame pointer; 0 if there
    /// are none.
    pub fn open_defers_below(&self, pc: usize) -> usize {
        static KNOWN: Known = Known::new();
        let Some(offset) = self.offset(pc.wrapping_sub(1)) else { return 0 };
        let find = || self.func(pc - 1).or_else(|| self.func(pc)).map_or(0, |f| f.entry.open_defers);
        KNOWN.get(offset, find) as usize
    }

    /// The number of functions of the source, wrappers apart, that the call returning to `pc` belongs to.
    pub fn users(&self, pc: usize) -> u32 {
        static KNOWN: Known = Known::new();
        let Some(offset) = self.offset(pc.wrapping_sub(1)) else { return 0 };
        let count = |f: Func| f.frames(pc - 1, pc).filter(|source| !source.wrapper).count() as u32;
        KNOWN.get(offset, || self.func(pc - 1).or_else(|| self.func(pc)).map_or(0, count))
    }

    fn funcs(&self) -> &'static [FuncEntry] {
        // SAFETY: the compiler's tables.
        unsafe { table(self.header.funcs, self.header.func_count) }
    }

    fn lines(&self) -> &'static [LineEntry] {
        // SAFETY: the compiler's tables.
        unsafe { table(self.header.lines, self.header.line_count) }
    }

    fn inlines(&self) -> &'static [InlineEntry] {
        // SAFETY: the compiler's tables.
        unsafe { table(self.header.inlines, self.header.inline_count) }
    }

    /// The index of the inlined call for which a [`SourceFrame::pc`] stands.
    fn inlined_call(&self, pc: usize) -> Option<usize> {
        let offset = pc.wrapping_sub(self.header.inlines as usize);
        (offset < self.header.inline_count * size_of::<InlineEntry>())
            .then(|| offset / size_of::<InlineEntry>())
    }

    /// The frame in the source that the `pc` of a [`SourceFrame`] stands for, if it is one around an inlined call; the
    /// byte before will do as well.
    pub fn around_inlined(&self, pc: usize) -> Option<SourceFrame> {
        let index = self.inlined_call(pc)?;
        let call = self.inlines()[index];
        let func = Func { tables: *self, entry: self.funcs().get(call.func as usize)? };
        SourceFrames { func, inline: call.parent, line: call.call_line, pc, done: false }.next()
    }

    fn landings(&self) -> &'static [LandingEntry] {
        // SAFETY: the compiler's tables.
        unsafe { table(self.header.landings, self.header.landing_count) }
    }

    fn string(&self, offset: u32, len: u32) -> &'static str {
        // SAFETY: the compiler's tables.
        let all = unsafe { table(self.header.strings, self.header.strings_len) };
        let bytes = all.get(offset as usize..offset as usize + len as usize).unwrap_or(b"?");
        core::str::from_utf8(bytes).unwrap_or("?")
    }

    /// The offset of an address in the Go text, `None` outside.
    fn offset(&self, pc: usize) -> Option<u32> {
        let offset = pc.wrapping_sub(self.header.text_start as usize);
        (offset < self.header.text_len).then_some(offset as u32)
    }

    /// Whether an address lies in Go code.
    pub fn is_go(&self, pc: usize) -> bool {
        self.offset(pc).is_some()
    }

    /// The function that contains `pc`.
    pub fn func(&self, pc: usize) -> Option<Func> {
        let offset = self.offset(pc)?;
        let funcs = self.funcs();
        let index = funcs.partition_point(|f| f.start <= offset).checked_sub(1)?;
        let entry = &funcs[index];
        (offset < entry.end).then_some(Func { tables: *self, entry })
    }

    /// The landing pad of the call that returns to `ret`.
    pub fn landing(&self, ret: usize) -> Option<&'static LandingEntry> {
        let offset = self.offset(ret)?;
        let landings = self.landings();
        landings.binary_search_by_key(&offset, |l| l.ret).ok().map(|i| &landings[i])
    }

    /// The landing pad of a function in which the instruction at `pc` has faulted: all of a function's have the same
    /// frame and use only what is in it.
    pub fn landing_of_fault(&self, pc: usize) -> Option<&'static LandingEntry> {
        let (func, offset) = (self.func(pc)?, self.offset(pc)?);
        let landings = self.landings();
        let next = landings.partition_point(|l| l.ret < offset);
        let inside = |l: &&LandingEntry| (func.entry.start..=func.entry.end).contains(&l.ret);
        landings.get(next).filter(inside).or_else(|| landings[..next].last().filter(inside))
    }

    /// The address of an offset.
    pub fn address(&self, offset: u32) -> usize {
        self.header.text_start as usize + offset as usize
    }
}

/// A function of the program.
#[derive(Clone, Copy)]
pub struct Func {
    tables: Tables,
    entry: &'static FuncEntry,
}

impl Func {
    /// Name as in a traceback.
    pub fn name(&self) -> &'static str {
        self.tables.string(self.entry.name, self.entry.name_len)
    }

    /// Path of its source file.
    pub fn file(&self) -> &'static str {
        self.tables.string(self.entry.file, self.entry.file_len)
    }

    /// First instruction.
    pub fn start(&self) -> usize {
        self.tables.address(self.entry.start)
    }

    /// Made by the compiler, transparent to recover.
    pub fn is_wrapper(&self) -> bool {
        self.entry.flags & func_flag::WRAPPER != 0
    }

    /// Words of arguments.
    pub fn arg_words(&self) -> u32 {
        self.entry.arg_words
    }

    /// The entry of the line table for the instruction at `pc`.
    fn line_entry(&self, pc: usize) -> Option<&'static LineEntry> {
        let offset = self.tables.offset(pc)?;
        let first = self.entry.first_line as usize;
        let lines = self.tables.lines().get(first..first + self.entry.line_count as usize).unwrap_or(&[]);
        lines.partition_point(|l| l.pc <= offset).checked_sub(1).map(|n| &lines[n])
    }

    /// Line of the instruction at `pc`, in the file of the innermost inlined function.
    pub fn line(&self, pc: usize) -> u32 {
        self.line_entry(pc).map_or(self.entry.line, |l| l.line)
    }

    /// The functions of the source that the instruction at `pc` belongs to: inlined ones, innermost first, and this one.
    /// `frame_pc` is what stands for the innermost.
    pub fn frames(&self, pc: usize, frame_pc: usize) -> SourceFrames {
        let entry = self.line_entry(pc);
        SourceFrames {
            func: *self,
            inline: entry.map_or(0, |l| l.inline),
            line: entry.map_or(self.entry.line, |l| l.line),
            pc: frame_pc,
            done: false,
        }
    }
}

/// A frame as the source has it: that of a function, or of a call that was inlined.
#[derive(Clone, Copy)]
pub struct SourceFrame {
    /// The function that the code was compiled in.
    pub func: Func,
    /// Name of the function in the source.
    pub name: &'static str,
    /// Path of its source file.
    pub file: &'static str,
    /// The line that is being executed.
    pub line: u32,
    /// Made by the compiler, transparent to recover.
    pub wrapper: bool,
    /// It has no frame of its own.
    pub inlined: bool,
    /// An address that stands for this frame: of the code for the innermost, of a table entry for the others, which
    /// [`Tables::around_inlined`] understands.
    pub pc: usize,
}

/// The frames of one place in the code, innermost first.
#[derive(Clone, Copy)]
pub struct SourceFrames {
    func: Func,
    inline: u32,
    line: u32,
    pc: usize,
    done: bool,
}

impl Iterator for SourceFrames {
    type Item = SourceFrame;

    fn next(&mut self) -> Option<SourceFrame> {
        if self.done {
            return None;
        }
        let (func, tables, line, pc) = (self.func, self.func.tables, self.line, self.pc);
        let index = (self.inline as usize).checked_sub(1);
        let Some((index, call)) = index.and_then(|i| Some((i, tables.inlines().get(i)?))) else {
            self.done = true;
            return Some(SourceFrame {
                func,
                name: func.name(),
                file: func.file(),
                line,
                wrapper: func.is_wrapper(),
                inlined: false,
                pc,
            });
        };
        (self.inline, self.line) = (call.parent, call.call_line);
        // Readers look at the byte before, which is part of the entry too.
        self.pc = tables.header.inlines as usize + index * size_of::<InlineEntry>() + 1;
        Some(SourceFrame {
            func,
            name: tables.string(call.name, call.name_len),
            file: tables.string(call.file, call.file_len),
            line,
            wrapper: call.flags & func_flag::WRAPPER != 0,
            inlined: true,
            pc,
        })
    }
}

/// Whether a name of package runtime is exported, methods by type and name (`runtime.GC`, `runtime.(*Func).Name`).
pub fn is_exported_runtime(name: &str) -> bool {
    let Some(rest) = name.strip_prefix("runtime.") else { return false };
    let upper = |s: &str| s.as_bytes().first().is_some_and(u8::is_ascii_uppercase);
    match rest.rsplit_once('.') {
        None => upper(rest),
        Some((receiver, method)) => {
            let receiver = receiver.strip_prefix("(*").and_then(|r| r.strip_suffix(')')).unwrap_or(receiver);
            upper(method) && upper(receiver)
        }
    }
}

/// Whether a function shows up in tracebacks of users: not the runtime's own.
pub fn is_user_visible(name: &str) -> bool {
    name.contains('.') && (!name.starts_with("runtime.") || is_exported_runtime(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn func(start: u32, end: u32, name: u32, first_line: u32, line_count: u32) -> FuncEntry {
        FuncEntry {
            start,
            end,
            name,
            name_len: 6,
            file: 12,
            file_len: 4,
            line: 1,
            flags: 0,
            first_line,
            line_count,
            arg_words: 0,
            frame_size: 0,
            open_defers: start,
        }
    }

    fn fixture() -> Tables {
        let funcs: &'static [FuncEntry] = Vec::leak(vec![func(0, 10, 0, 0, 2), func(16, 32, 6, 2, 1)]);
        let line = |pc, line| LineEntry { pc, line, inline: 0 };
        let lines: &'static [LineEntry] = Vec::leak(vec![line(0, 3), line(5, 4), line(20, 9)]);
        let landing = |ret, handler| LandingEntry { ret, handler, frame_offset: 32 };
        let landings: &'static [LandingEntry] = Vec::leak(vec![landing(4, 8), landing(21, 30)]);
        let strings = b"main.amain.bx.go";
        let header = Box::leak(Box::new(PcHeader {
            text_start: 0x1000 as *const u8,
            text_len: 40,
            funcs: funcs.as_ptr(),
            func_count: funcs.len(),
            lines: lines.as_ptr(),
            line_count: lines.len(),
            inlines: core::ptr::null(),
            inline_count: 0,
            landings: landings.as_ptr(),
            landing_count: landings.len(),
            strings: strings.as_ptr(),
            strings_len: strings.len(),
        }));
        Tables { header }
    }

    #[test]
    fn functions_and_lines_are_found() {
        let t = fixture();
        assert!(t.func(0xfff).is_none());
        assert_eq!(t.func(0x1000).unwrap().name(), "main.a");
        assert_eq!(t.func(0x1009).unwrap().line(0x1009), 4);
        assert!(t.func(0x100a).is_none(), "padding between functions");
        let b = t.func(0x1018).unwrap();
        assert_eq!((b.name(), b.file(), b.line(0x1010), b.line(0x1014)), ("main.b", "x.go", 1, 9));
        assert!(t.func(0x1028).is_none());
    }

    #[test]
    fn landing_pads_are_found_by_exact_return_address() {
        let t = fixture();
        assert_eq!(t.landing(0x1015).unwrap().handler, 30);
        assert!(t.landing(0x1016).is_none());
        assert!(t.landing(0).is_none());
    }

    #[test]
    fn open_defers_lie_below_the_frame_pointer() {
        let t = fixture();
        for _ in 0..2 {
            assert_eq!(t.open_defers_below(0x1002), 0);
            assert_eq!(t.open_defers_below(0x1018), 16);
        }
    }

    #[test]
    fn visibility_of_names() {
        for (name, visible) in [
            ("main.f", true),
            ("runtime.gopanic", false),
            ("runtime.Goexit", true),
            ("runtime.(*Func).Name", true),
            ("runtime.(*hmap).Grow", false),
            ("runtime.boundsError.Error", false),
            ("nodot", false),
        ] {
            assert_eq!(is_user_visible(name), visible, "{name}");
        }
    }
}
