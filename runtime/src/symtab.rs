//! Reading the tables that map program counters to functions, lines and landing pads.
//!
//! Nothing is allocated and nothing can fail: an address that the tables do not know is simply not Go code.

use abi::layout::OpenDefers;
use abi::symtab::{FuncEntry, LandingEntry, LineEntry, PcHeader, func_flag};

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

impl Tables {
    fn funcs(&self) -> &'static [FuncEntry] {
        // SAFETY: the compiler's tables.
        unsafe { table(self.header.funcs, self.header.func_count) }
    }

    fn lines(&self) -> &'static [LineEntry] {
        // SAFETY: the compiler's tables.
        unsafe { table(self.header.lines, self.header.line_count) }
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

    /// The open defers of its frame that lies below `base`.
    pub fn open_defers(&self, base: usize) -> Option<*mut OpenDefers> {
        let below = self.entry.open_defers as usize;
        (below != 0).then(|| (base - below) as *mut OpenDefers)
    }

    /// Words of arguments.
    pub fn arg_words(&self) -> u32 {
        self.entry.arg_words
    }

    /// Line of the instruction at `pc`.
    pub fn line(&self, pc: usize) -> u32 {
        let Some(offset) = self.tables.offset(pc) else { return self.entry.line };
        let first = self.entry.first_line as usize;
        let lines = self.tables.lines().get(first..first + self.entry.line_count as usize).unwrap_or(&[]);
        match lines.partition_point(|l| l.pc <= offset) {
            0 => self.entry.line,
            n => lines[n - 1].line,
        }
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
        let line = |pc, line| LineEntry { pc, line };
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
        assert_eq!(t.func(0x1000).unwrap().open_defers(0x5000), None);
        assert_eq!(t.func(0x1018).unwrap().open_defers(0x5000), Some((0x5000 - 16) as *mut OpenDefers));
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
