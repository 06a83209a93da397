//! The runtime's entry points: symbol, signature, effects (model: Wasmtime's `foreach_builtin_function!`).
//!
//! Conventions
//! - `rust` rows are `extern "C"` functions of the runtime crate; `go` rows are functions of the embedded Go
//!   package `runtime`, compiled with the program (they raise run-time panics and print values).
//! - At most 6 integer words and 8 floats go in; at most 2 integer words or 1 float come out.
//! - A function that may panic (unwind into a Go frame) or is written in Go returns at most one word. Go code calls
//!   it with Cranelift's `tail` convention, which agrees with System V up to that size, so that an exceptional edge
//!   finds every register saved. All others are called as System V functions.

/// Machine-level type of a parameter or result.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum AbiTy {
    /// A pointer.
    Ptr,
    /// A 64-bit integer.
    I64,
    /// A 32-bit integer.
    I32,
    /// A boolean or byte; upper bits are undefined.
    I8,
    /// A double.
    F64,
    /// A float.
    F32,
}

/// Who implements an entry point.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// The runtime crate.
    Rust,
    /// The embedded Go package `runtime`.
    Go,
}

/// What a call may do.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Effects {
    /// It may raise a Go panic, that is, control may continue at the caller's landing pad.
    pub may_panic: bool,
    /// It never returns normally.
    pub noreturn: bool,
    /// It reads memory but writes none that Go code can see, and has no other effect.
    pub readonly: bool,
    /// It keeps its pointer parameters, or stores them or what they point to in memory: a hook whose declaration is not
    /// marked `//go:noescape`.
    pub keeps: bool,
    /// Its integer parameters are passed in [`GHeader::check_args`](crate::layout::GHeader::check_args): the call stands
    /// in a cold block behind a check, and parameters in registers would claim these registers in the hot code before it.
    pub header_args: bool,
    /// It keeps all registers and has no results, so that the code around its call is as without.
    pub keeps_registers: bool,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct RuntimeFnInfo {
    /// Linker symbol; gc's name where it does gc's job.
    pub symbol: &'static str,
    /// Parameters.
    pub params: &'static [AbiTy],
    /// Results.
    pub results: &'static [AbiTy],
    /// Who implements it.
    pub side: Side,
    /// Effects.
    pub effects: Effects,
}

/// Calls `$m!` with all rows:
/// `$(#[doc] Variant = side "symbol" (name: ty, …) -> (ty, …) [effect, …];)*`
#[macro_export]
macro_rules! for_each_runtime_fn {
    ($m:path) => {
        $m! {
            // Memory
            /// A zeroed object of the type.
            NewObject = rust "runtime.newobject" (ty: ptr) -> (ptr) [];
            /// Zeroed memory of `size` bytes; `ty` describes the element of an array, or is null for memory
            /// without pointers.
            MallocGc = rust "runtime.mallocgc" (size: i64, ty: ptr) -> (ptr) [];
            /// The array of a new slice; `ty` is the element type. Panics on a bad length or capacity.
            MakeSlice = rust "runtime.makeslice" (ty: ptr, len: i64, cap: i64) -> (ptr) [may_panic];
            /// Grows for append: writes the new slice (`new_len` elements, the first `new_len - num` copied) to `out`.
            GrowSlice = rust "runtime.growslice" (out: ptr, old: ptr, new_len: i64, old_cap: i64, num: i64, ty: ptr) -> () [may_panic];
            /// `memmove`
            MemMove = rust "runtime.memmove" (to: ptr, from: ptr, n: i64) -> () [keeps_registers];
            /// Zeroes memory.
            MemClr = rust "runtime.memclrNoHeapPointers" (p: ptr, n: i64) -> () [];
            /// Notes the pointer in a word that is about to be overwritten, while the collector marks.
            WriteBarrier = rust "runtime.writeBarrier" (slot: ptr) -> () [keeps_registers];
            /// The same for all words of a range.
            WriteBarrierRange = rust "runtime.writeBarrierRange" (p: ptr, n: i64) -> () [keeps_registers];
            /// The program has barriers: called before anything else of it runs.
            WriteBarrierStart = rust "runtime.writeBarrierStart" () -> () [];
            /// Whether two memory ranges are equal.
            MemEqual = rust "runtime.memequal" (p: ptr, q: ptr, n: i64) -> (i8) [readonly];

            // Strings
            // A buffer `buf` is null or has room for `layout::SMALL_STRING` bytes, or as many runes; what fits goes there.
            /// Concatenates `n` strings laid out as an array.
            ConcatStrings = rust "runtime.concatstrings" (buf: ptr, a: ptr, n: i64) -> (ptr, i64) [];
            /// Three-way comparison.
            CmpString = rust "runtime.cmpstring" (p: ptr, n: i64, q: ptr, m: i64) -> (i64) [readonly];
            /// `string([]byte)`
            SliceByteToString = rust "runtime.slicebytetostring" (buf: ptr, p: ptr, n: i64) -> (ptr, i64) [];
            /// `[]byte(string)`: array and capacity.
            StringToSliceByte = rust "runtime.stringtoslicebyte" (buf: ptr, p: ptr, n: i64) -> (ptr, i64) [];
            /// `string([]rune)`
            SliceRuneToString = rust "runtime.slicerunetostring" (buf: ptr, p: ptr, n: i64) -> (ptr, i64) [];
            /// `[]rune(string)`: array and length, by how much the capacity is larger in the upper 16 bits.
            StringToSliceRune = rust "runtime.stringtoslicerune" (buf: ptr, p: ptr, n: i64) -> (ptr, i64) [];
            /// `string(rune)` of an integer.
            IntString = rust "runtime.intstring" (buf: ptr, v: i64) -> (ptr, i64) [];
            /// The rune at byte `k` (which is not ASCII) and the offset of the next one.
            DecodeRune = rust "runtime.decoderune" (p: ptr, n: i64, k: i64) -> (i64, i64) [readonly];
            /// Number of runes.
            CountRunes = rust "runtime.countrunes" (p: ptr, n: i64) -> (i64) [readonly];

            // Interfaces and types
            /// Equality of two values behind empty interfaces of the same dynamic type.
            EfaceEq = rust "runtime.efaceeq" (ty: ptr, x: ptr, y: ptr) -> (i8) [may_panic];
            /// The same for non-empty interfaces with the same itab.
            IfaceEq = rust "runtime.ifaceeq" (tab: ptr, x: ptr, y: ptr) -> (i8) [may_panic];
            /// Equality of two values of a type in memory.
            TypedEqual = rust "runtime.typedequal" (ty: ptr, p: ptr, q: ptr) -> (i8) [may_panic];
            /// The itab for a dynamic type; panics if it lacks a method or `ty` is null.
            AssertE2I = rust "runtime.assertE2I" (inter: ptr, ty: ptr) -> (ptr) [may_panic];
            /// The itab for a dynamic type, or null.
            AssertE2I2 = rust "runtime.assertE2I2" (inter: ptr, ty: ptr) -> (ptr) [];

            // Maps
            /// A new map; `hint` elements are expected (a negative hint counts as 0).
            MakeMap = rust "runtime.makemap" (ty: ptr, hint: i64) -> (ptr) [];
            /// The element for a key, or a zero element.
            MapAccess1 = rust "runtime.mapaccess1" (ty: ptr, m: ptr, key: ptr) -> (ptr) [may_panic];
            /// The element for a key, or null.
            MapAccess2 = rust "runtime.mapaccess2" (ty: ptr, m: ptr, key: ptr) -> (ptr) [may_panic];
            /// The element for a key of four bytes of plain memory, or `missing`; elements lie in the slots. The last
            /// argument, the constant of [`slot_layout`](crate::map::slot_layout), is for the compiler.
            MapAccessFast32 = rust "runtime.mapaccess_fast32" (ty: ptr, m: ptr, key: i32, missing: ptr, slots: i64) -> (ptr) [readonly];
            /// The same for eight bytes.
            MapAccessFast64 = rust "runtime.mapaccess_fast64" (ty: ptr, m: ptr, key: i64, missing: ptr, slots: i64) -> (ptr) [readonly];
            /// The same for pointers.
            MapAccessFastPtr = rust "runtime.mapaccess_fastptr" (ty: ptr, m: ptr, key: ptr, missing: ptr, slots: i64) -> (ptr) [readonly];
            /// The same for strings.
            MapAccessFastStr = rust "runtime.mapaccess_faststr" (ty: ptr, m: ptr, p: ptr, n: i64, missing: ptr) -> (ptr) [readonly];
            /// [`MapAssign`](RuntimeFn::MapAssign) for keys of four bytes of plain memory.
            MapAssignFast32 = rust "runtime.mapassign_fast32" (ty: ptr, m: ptr, key: i32) -> (ptr) [may_panic];
            /// The same for eight bytes.
            MapAssignFast64 = rust "runtime.mapassign_fast64" (ty: ptr, m: ptr, key: i64) -> (ptr) [may_panic];
            /// The same for pointers.
            MapAssignFastPtr = rust "runtime.mapassign_fastptr" (ty: ptr, m: ptr, key: ptr) -> (ptr) [may_panic];
            /// The same for strings.
            MapAssignFastStr = rust "runtime.mapassign_faststr" (ty: ptr, m: ptr, p: ptr, n: i64) -> (ptr) [may_panic];
            /// The place of the element for a key, created if missing.
            MapAssign = rust "runtime.mapassign" (ty: ptr, m: ptr, key: ptr) -> (ptr) [may_panic];
            /// `delete(m, key)`
            MapDelete = rust "runtime.mapdelete" (ty: ptr, m: ptr, key: ptr) -> () [may_panic];
            /// `clear(m)`
            MapClear = rust "runtime.mapclear" (ty: ptr, m: ptr) -> () [];
            /// Starts an iteration; `it` is a [`MapIter`](crate::map::MapIter), whatever it holds.
            MapIterStart = rust "runtime.mapIterStart" (ty: ptr, m: ptr, it: ptr) -> () [];
            /// The next slot, or null. The last argument is as for the look-ups.
            MapIterNext = rust "runtime.mapIterNext" (it: ptr, slots: i64) -> (ptr) [];

            // Goroutines, channels, select
            /// `go fn()`; a nil function value is fatal (`go of nil func value`).
            NewProc = rust "runtime.newproc" (f: ptr) -> () [];
            /// A new channel; panics on a bad size.
            MakeChan = rust "runtime.makechan" (ty: ptr, size: i64) -> (ptr) [may_panic];
            /// `c <- *elem`
            ChanSend1 = rust "runtime.chansend1" (c: ptr, elem: ptr) -> () [may_panic];
            /// `*elem = <-c`; `elem` may be null.
            ChanRecv1 = rust "runtime.chanrecv1" (c: ptr, elem: ptr) -> () [may_panic];
            /// `*elem, ok = <-c`
            ChanRecv2 = rust "runtime.chanrecv2" (c: ptr, elem: ptr) -> (i8) [may_panic];
            /// `close(c)`
            CloseChan = rust "runtime.closechan" (c: ptr) -> () [may_panic];
            /// Runs a select over `n` [`layout::SelectCase`](crate::layout::SelectCase)s; returns the index of the
            /// chosen one, or -1 for `default` if `block` is false. Writes to `*recv_ok` for a receive.
            SelectGo = rust "runtime.selectgo" (cases: ptr, n: i64, block: i8, recv_ok: ptr) -> (i64) [may_panic];
            /// `select {}`
            Block = rust "runtime.block" () -> () [may_panic, noreturn];

            // Defer, panic, recover
            /// Registers a deferred call with a record from the pool, of the given
            /// [`level`](crate::layout::Defer::level).
            DeferProc = rust "runtime.deferproc" (f: ptr, level: i64) -> () [may_panic];
            /// Registers a deferred call with a record in the frame, whose `fn` is set.
            DeferProcStack = rust "runtime.deferprocStack" (record: ptr, level: i64) -> () [may_panic];
            /// Runs the deferred calls of the calling frame that have records of at least this level.
            DeferReturn = rust "runtime.deferreturn" (level: i64) -> () [may_panic];
            /// Registers a record that stands for the deferred calls of a range-over-func loop, which are added later;
            /// yields it.
            DeferRangeFunc = rust "runtime.deferrangefunc" (level: i64) -> (ptr) [may_panic];
            /// Adds a deferred call to such a record.
            DeferProcAt = rust "runtime.deferprocat" (f: ptr, record: ptr) -> () [may_panic];
            /// Opens the event trace (`-d=defertrace`); the next ones write to it.
            DeferTraceStart = rust "runtime.defertraceStart" () -> () [];
            /// A deferred call is registered; with the index of its kind in
            /// [`DEFER_KIND_NAMES`](crate::layout::DEFER_KIND_NAMES).
            DeferTracePush = rust "runtime.defertracePush" (f: ptr, kind: i64) -> () [];
            /// The same for a call added to the record of a range-over-func loop.
            DeferTracePushAt = rust "runtime.defertracePushAt" (f: ptr, record: ptr) -> () [];
            /// The newest deferred call is about to be made by compiled code.
            DeferTraceRun = rust "runtime.defertraceRun" () -> () [];
            /// It has returned.
            DeferTraceReturn = rust "runtime.defertraceReturn" () -> () [];
            /// [`RuntimeFn::DeferReturn`] in a program that traces.
            DeferReturnTraced = rust "runtime.deferreturnTraced" (level: i64) -> () [may_panic];
            /// `panic(v)`
            GoPanic = rust "runtime.gopanic" (ty: ptr, data: ptr) -> () [may_panic, noreturn];
            /// `recover()`: the empty interface.
            GoRecover = rust "runtime.gorecover" () -> (ptr, ptr) [];

            // Run-time panics, in Go
            /// `index out of range [i] with length n`
            PanicIndex = go "runtime.panicIndex" (i: i64, n: i64) -> () [may_panic, noreturn, header_args];
            /// The same for an unsigned index.
            PanicIndexU = go "runtime.panicIndexU" (i: i64, n: i64) -> () [may_panic, noreturn, header_args];
            /// `s[:i]` beyond the length of a string or array.
            PanicSliceAlen = go "runtime.panicSliceAlen" (i: i64, n: i64) -> () [may_panic, noreturn, header_args];
            /// Unsigned.
            PanicSliceAlenU = go "runtime.panicSliceAlenU" (i: i64, n: i64) -> () [may_panic, noreturn, header_args];
            /// `s[:i]` beyond the capacity of a slice.
            PanicSliceAcap = go "runtime.panicSliceAcap" (i: i64, n: i64) -> () [may_panic, noreturn, header_args];
            /// Unsigned.
            PanicSliceAcapU = go "runtime.panicSliceAcapU" (i: i64, n: i64) -> () [may_panic, noreturn, header_args];
            /// `s[i:j]` with i > j.
            PanicSliceB = go "runtime.panicSliceB" (i: i64, n: i64) -> () [may_panic, noreturn, header_args];
            /// Unsigned.
            PanicSliceBU = go "runtime.panicSliceBU" (i: i64, n: i64) -> () [may_panic, noreturn, header_args];
            /// `s[::k]` beyond the length of an array.
            PanicSlice3Alen = go "runtime.panicSlice3Alen" (i: i64, n: i64) -> () [may_panic, noreturn, header_args];
            /// Unsigned.
            PanicSlice3AlenU = go "runtime.panicSlice3AlenU" (i: i64, n: i64) -> () [may_panic, noreturn, header_args];
            /// `s[::k]` beyond the capacity.
            PanicSlice3Acap = go "runtime.panicSlice3Acap" (i: i64, n: i64) -> () [may_panic, noreturn, header_args];
            /// Unsigned.
            PanicSlice3AcapU = go "runtime.panicSlice3AcapU" (i: i64, n: i64) -> () [may_panic, noreturn, header_args];
            /// `s[:j:k]` with j > k.
            PanicSlice3B = go "runtime.panicSlice3B" (i: i64, n: i64) -> () [may_panic, noreturn, header_args];
            /// Unsigned.
            PanicSlice3BU = go "runtime.panicSlice3BU" (i: i64, n: i64) -> () [may_panic, noreturn, header_args];
            /// `s[i:j:k]` with i > j.
            PanicSlice3C = go "runtime.panicSlice3C" (i: i64, n: i64) -> () [may_panic, noreturn, header_args];
            /// Unsigned.
            PanicSlice3CU = go "runtime.panicSlice3CU" (i: i64, n: i64) -> () [may_panic, noreturn, header_args];
            /// Conversion of a slice to an array that is too long.
            PanicSliceConvert = go "runtime.panicSliceConvert" (have: i64, want: i64) -> () [may_panic, noreturn, header_args];
            /// `integer divide by zero`
            PanicDivide = go "runtime.panicdivide" () -> () [may_panic, noreturn];
            /// `negative shift amount`
            PanicShift = go "runtime.panicshift" () -> () [may_panic, noreturn];
            /// `invalid memory address or nil pointer dereference`, after a fault (called by the runtime).
            PanicMem = go "runtime.panicmem" () -> () [may_panic, noreturn];
            /// The same for a fault at an address that is not nil's, where the program wants a panic.
            PanicMemAddr = go "runtime.panicmemAddr" (addr: i64) -> () [may_panic, noreturn];
            /// The same where compiled code has compared instead of faulting: the address it would have faulted at.
            PanicNil = rust "runtime.panicnil" (addr: i64) -> () [may_panic, noreturn];
            /// Failed `x.(T)` for a concrete T: dynamic type (or null), T, static interface type.
            PanicDotTypeE = go "runtime.panicdottypeE" (have: ptr, want: ptr, iface: ptr) -> () [may_panic, noreturn];
            /// Failed assertion of a nil interface to an interface type.
            PanicNilDotType = go "runtime.panicnildottype" (want: ptr) -> () [may_panic, noreturn];
            /// Failed assertion: the dynamic type lacks a method of the interface (called by the runtime).
            PanicTypeAssert = go "runtime.panicTypeAssert" (concrete: ptr, asserted: ptr, method: ptr, len: i64) -> () [may_panic, noreturn];
            /// A value method called through a nil pointer by a wrapper: the strings package path, type, method as
            /// an array of three strings.
            PanicWrap = go "runtime.panicwrap" (names: ptr) -> () [may_panic, noreturn];
            /// `hash of unhashable type T`
            PanicUnhashable = go "runtime.panicunhashable" (ty: ptr) -> () [may_panic, noreturn];
            /// The same for the key of a lookup in an empty or nil map (called by the runtime).
            PanicUnhashableEmpty = go "runtime.panicunhashableEmpty" (ty: ptr) -> () [may_panic, noreturn];
            /// `comparing uncomparable type T`
            PanicUncomparable = go "runtime.panicuncomparable" (ty: ptr) -> () [may_panic, noreturn];
            /// The panics without operands, by [`layout::PanicCode`](crate::layout::PanicCode).
            PanicCode = go "runtime.panicrt" (code: i64) -> () [may_panic, noreturn];
            /// The body of a range-over-func loop runs, or the loop ends, in a
            /// [`layout::RangeState`](crate::layout::RangeState) that forbids it.
            PanicRangeState = go "runtime.panicrangestate" (state: i64) -> () [may_panic, noreturn];
            /// Before a crash is printed: the text of an error or Stringer, so that it is printed as a string.
            PrePrintPanic = go "runtime.preprintpanic" (value: ptr) -> () [may_panic];
            /// Prints a panic value.
            PrintPanicVal = go "runtime.printpanicval" (value: ptr) -> () [may_panic];

            // print and println, to standard error
            /// Keeps the pieces of one print together.
            PrintLock = rust "runtime.printlock" () -> () [];
            /// Ends one print.
            PrintUnlock = rust "runtime.printunlock" () -> () [];
            /// `true` or `false`
            PrintBool = rust "runtime.printbool" (v: i8) -> () [];
            /// Signed decimal.
            PrintInt = rust "runtime.printint" (v: i64) -> () [];
            /// Unsigned decimal.
            PrintUint = rust "runtime.printuint" (v: i64) -> () [];
            /// Hexadecimal with 0x (uintptr in a panic value).
            PrintHex = rust "runtime.printhex" (v: i64) -> () [];
            /// Shortest decimal of a float64.
            PrintFloat64 = rust "runtime.printfloat64" (v: f64) -> () [];
            /// Shortest decimal of a float32.
            PrintFloat32 = rust "runtime.printfloat32" (v: f32) -> () [];
            /// `(re+imi)`
            PrintComplex128 = rust "runtime.printcomplex128" (re: f64, im: f64) -> () [];
            /// `(re+imi)`
            PrintComplex64 = rust "runtime.printcomplex64" (re: f32, im: f32) -> () [];
            /// A string as is.
            PrintString = rust "runtime.printstring" (p: ptr, n: i64) -> () [];
            /// A pointer in hexadecimal.
            PrintPointer = rust "runtime.printpointer" (p: ptr) -> () [];
            /// `[len/cap]0x…`
            PrintSlice = rust "runtime.printslice" (p: ptr, n: i64, cap: i64) -> () [];
            /// `(0x…,0x…)`
            PrintEface = rust "runtime.printeface" (ty: ptr, data: ptr) -> () [];
            /// A space.
            PrintSp = rust "runtime.printsp" () -> () [];
            /// A newline.
            PrintNl = rust "runtime.printnl" () -> () [];
        }
    };
}

/// Calls `$m!` with the functions of embedded Go packages that have no body there, in the form of
/// [`for_each_runtime_fn!`]. The symbol is the import path and name of the Go function; its parameters and results
/// are flattened to words.
#[macro_export]
macro_rules! for_each_hook {
    ($m:path) => {
        $m! {
            // runtime
            /// Lets other goroutines run.
            Gosched = rust "runtime.Gosched" () -> () [];
            /// Runs the deferred calls and ends the goroutine.
            Goexit = rust "runtime.Goexit" () -> () [may_panic, noreturn];
            /// Number of goroutines of the program.
            NumGoroutine = rust "runtime.NumGoroutine" () -> (i64) [];
            /// A full collection.
            Gc = rust "runtime.GC" () -> () [];
            /// Usable processors.
            NumCpu = rust "runtime.NumCPU" () -> (i64) [];
            /// The number of processors without GOMAXPROCS.
            DefaultProcs = rust "runtime.defaultProcs" () -> (i64) [];
            /// Binds the goroutine to its thread.
            LockOsThread = rust "runtime.LockOSThread" () -> () [];
            /// Undoes one call of it.
            UnlockOsThread = rust "runtime.UnlockOSThread" () -> () [];
            /// Sets the number of processors if positive; the previous one.
            GoMaxProcs = rust "runtime.GOMAXPROCS" (n: i64) -> (i64) [];
            /// `fatal error: s` of the runtime.
            Throw = rust "runtime.throw" (p: ptr, n: i64) -> () [noreturn];
            /// `fatal error: s` of the program.
            Fatal = rust "runtime.fatal" (p: ptr, n: i64) -> () [noreturn];
            /// Return addresses of the callers.
            Callers = rust "runtime.callers" (skip: i64, pcs: ptr, max: i64) -> (i64) [];
            /// Describes the frame of a return address.
            PcFrame = rust "runtime.pcframe" (pc: i64, depth: i64, f: ptr) -> (i8) [];
            /// Goroutine traces as text; bytes written.
            Stack = rust "runtime.stack" (buf: ptr, n: i64, all: i8) -> (i64) [];
            /// Fills a `runtime.MemStats`.
            ReadMemStats = rust "runtime.readmemstats" (m: ptr) -> () [];
            /// How far a pointer is from the start of its object; -1 outside the heap.
            OffsetInObject = rust "runtime.offsetInObject" (p: ptr) -> (i64) [];
            /// Sets a finalizer; false if there is one.
            SetFinalizer = rust "runtime.setFinalizer" (p: ptr, f: ptr, first: ptr, count: i64) -> (i8) [keeps];
            /// Takes it away.
            ClearFinalizer = rust "runtime.clearFinalizer" (p: ptr) -> () [];
            /// Adds a cleanup; its number.
            AddCleanup = rust "runtime.addCleanup" (p: ptr, f: ptr) -> (i64) [keeps];
            /// Takes it away.
            StopCleanup = rust "runtime.stopCleanup" (p: i64, id: i64) -> () [];
            /// Starts the goroutine that runs finalizers and cleanups, once.
            StartFinalizers = rust "runtime.startFinalizers" (f: ptr) -> () [keeps];
            /// The next call for it.
            NextFinalizer = rust "runtime.nextFinalizer" (out: ptr) -> (i8) [];
            /// Waits for one.
            ParkFinalizers = rust "runtime.parkFinalizers" () -> () [];
            /// The method table for a type, or nil.
            ItabFor = rust "runtime.itabFor" (inter: ptr, ty: ptr) -> (ptr) [];

            // runtime/debug
            /// Sets GOGC; the previous value.
            SetGcPercent = rust "runtime/debug.setGCPercent" (percent: i64) -> (i64) [];
            /// Sets the memory limit if not negative; the previous one.
            SetMemoryLimit = rust "runtime/debug.setMemoryLimit" (limit: i64) -> (i64) [];
            /// Sets the largest size of a stack; the previous one.
            SetMaxStack = rust "runtime/debug.setMaxStack" (bytes: i64) -> (i64) [];
            /// Sets whether faults at addresses that are not nil's are panics of the goroutine; whether they were.
            SetPanicOnFault = rust "runtime/debug.setPanicOnFault" (enabled: i8) -> (i8) [];
            /// Sets what a crash prints, as GOTRACEBACK does.
            SetTraceback = rust "runtime/debug.setTraceback" (level: ptr, len: i64) -> () [];
            /// Collects and returns memory to the system.
            FreeOsMemory = rust "runtime/debug.freeOSMemory" () -> () [];
            /// Writes what is in memory to a file, with a version of Go.
            WriteHeapDump = rust "runtime/debug.writeHeapDump" (fd: i64, version: ptr, len: i64) -> () [];

            // weak
            /// The handle of weak pointers to an address.
            WeakHandle = rust "weak.handle" (p: ptr) -> (ptr) [keeps];
            /// The address in a handle, or nil.
            WeakStrong = rust "weak.strong" (handle: ptr) -> (ptr) [];

            // reflect
            /// Calls a Go function as a [`layout::ReflectCall`](crate::layout::ReflectCall) says.
            ReflectCall = rust "reflect.callMachine" (call: ptr) -> () [may_panic];
            /// The code of function values that reflect makes, by where their context is passed: 0 to 5 are the integer
            /// registers, then come the words of the stack; 0 if it is too far away.
            ReflectStub = rust "reflect.stubCode" (place: i64) -> (i64) [];
            /// `Equal` of a type descriptor in a program with reflect; the function value has the descriptor behind its code.
            ReflectEqual = rust "reflect.equal" (p: ptr, q: ptr, f: ptr) -> (i8) [may_panic];
            /// `Hasher` of the descriptor of a map type, likewise with the key's descriptor.
            ReflectHash = rust "reflect.hash" (p: ptr, seed: i64, f: ptr) -> (i64) [may_panic];

            /// A breakpoint trap.
            Breakpoint = rust "runtime.Breakpoint" () -> () [];

            // internal/atomic
            /// Atomic load.
            Load32 = rust "internal/atomic.Load32" (p: ptr) -> (i32) [];
            /// Atomic load.
            Load64 = rust "internal/atomic.Load64" (p: ptr) -> (i64) [];
            /// Atomic load.
            LoadPtr = rust "internal/atomic.LoadPtr" (p: ptr) -> (ptr) [keeps];
            /// Atomic store.
            Store32 = rust "internal/atomic.Store32" (p: ptr, v: i32) -> () [];
            /// Atomic store.
            Store64 = rust "internal/atomic.Store64" (p: ptr, v: i64) -> () [];
            /// Atomic store.
            StorePtr = rust "internal/atomic.StorePtr" (p: ptr, v: ptr) -> () [keeps];
            /// Atomic exchange; the old value.
            Xchg32 = rust "internal/atomic.Xchg32" (p: ptr, v: i32) -> (i32) [];
            /// Atomic exchange; the old value.
            Xchg64 = rust "internal/atomic.Xchg64" (p: ptr, v: i64) -> (i64) [];
            /// Atomic exchange; the old value.
            XchgPtr = rust "internal/atomic.XchgPtr" (p: ptr, v: ptr) -> (ptr) [keeps];
            /// Compare and swap; whether it happened.
            Cas32 = rust "internal/atomic.Cas32" (p: ptr, old: i32, new: i32) -> (i8) [];
            /// Compare and swap; whether it happened.
            Cas64 = rust "internal/atomic.Cas64" (p: ptr, old: i64, new: i64) -> (i8) [];
            /// Compare and swap; whether it happened.
            CasPtr = rust "internal/atomic.CasPtr" (p: ptr, old: ptr, new: ptr) -> (i8) [keeps];
            /// Atomic addition; the new value.
            Add32 = rust "internal/atomic.Add32" (p: ptr, d: i32) -> (i32) [];
            /// Atomic addition; the new value.
            Add64 = rust "internal/atomic.Add64" (p: ptr, d: i64) -> (i64) [];
            /// Atomic and; the old value.
            And32 = rust "internal/atomic.And32" (p: ptr, m: i32) -> (i32) [];
            /// Atomic and; the old value.
            And64 = rust "internal/atomic.And64" (p: ptr, m: i64) -> (i64) [];
            /// Atomic or; the old value.
            Or32 = rust "internal/atomic.Or32" (p: ptr, m: i32) -> (i32) [];
            /// Atomic or; the old value.
            Or64 = rust "internal/atomic.Or64" (p: ptr, m: i64) -> (i64) [];

            // internal/bytealg
            /// Index of the first byte `c`, -1 if there is none.
            IndexByte = rust "internal/bytealg.indexByte" (p: ptr, n: i64, c: i8) -> (i64) [readonly];
            /// Index of the last byte `c`, -1 if there is none.
            LastIndexByte = rust "internal/bytealg.lastIndexByte" (p: ptr, n: i64, c: i8) -> (i64) [readonly];
            /// Number of bytes `c`.
            CountByte = rust "internal/bytealg.countByte" (p: ptr, n: i64, c: i8) -> (i64) [readonly];
            /// Index of the first `sep` of at least two bytes, -1 if there is none.
            IndexString = rust "internal/bytealg.index" (p: ptr, n: i64, sep: ptr, m: i64) -> (i64) [readonly];
            /// Number of `sep` of at least two bytes that do not overlap.
            CountString = rust "internal/bytealg.count" (p: ptr, n: i64, sep: ptr, m: i64) -> (i64) [readonly];
            /// A bit for each ASCII white space of the first 64 bytes, and for each byte that is not ASCII.
            SpaceBits = rust "internal/bytealg.spaceBits" (p: ptr, n: i64) -> (i64, i64) [readonly];
            /// Memory for at least `n` bytes that will be overwritten, and how many there are.
            MakeNoZero = rust "internal/bytealg.makeNoZero" (n: i64) -> (ptr, i64) [];

            // internal/rtype
            /// Starts an iteration over a map.
            RtypeMapIterInit = rust "internal/rtype.mapiterinit" (ty: ptr, m: ptr, it: ptr) -> () [keeps];
            /// Moves it on.
            RtypeMapIterNext = rust "internal/rtype.mapiternext" (it: ptr) -> () [];
            /// `len` of a map.
            RtypeMapLen = rust "internal/rtype.maplen" (m: ptr) -> (i64) [];
            /// `len` of a channel.
            RtypeChanLen = rust "internal/rtype.chanlen" (c: ptr) -> (i64) [];
            /// The method table for a type, or nil.
            RtypeGetItab = rust "internal/rtype.getitab" (inter: ptr, ty: ptr) -> (ptr) [];
            /// A zero value.
            RtypeNewObject = rust "internal/rtype.newobject" (ty: ptr) -> (ptr) [];
            /// Copies a value.
            RtypeTypedMemMove = rust "internal/rtype.typedmemmove" (ty: ptr, dst: ptr, src: ptr) -> () [keeps];

            // sync
            /// Waits for a semaphore; the reason is a number of `sync`.
            SemAcquire = rust "sync.runtime_Semacquire" (s: ptr, reason: i64, lifo: i8) -> () [];
            /// Releases one.
            SemRelease = rust "sync.runtime_Semrelease" (s: ptr, handoff: i8) -> () [];
            /// Whether spinning makes sense.
            CanSpin = rust "sync.runtime_canSpin" (i: i64) -> (i8) [];
            /// Spins a little.
            DoSpin = rust "sync.runtime_doSpin" () -> () [];
            /// Monotonic clock in nanoseconds.
            SyncNanotime = rust "sync.runtime_nanotime" () -> (i64) [];
            /// `fatal error: s` of the program.
            SyncFatal = rust "sync.fatal" (p: ptr, n: i64) -> () [noreturn];

            // syscall
            /// `write(2)`; bytes or -errno.
            SyscallWrite = rust "syscall.write" (fd: i64, p: ptr, n: i64) -> (i64) [];
            /// `read(2)`; bytes or -errno.
            SyscallRead = rust "syscall.read" (fd: i64, p: ptr, n: i64) -> (i64) [];
            /// `openat(2)`; descriptor or -errno.
            SyscallOpen = rust "syscall.open" (path: ptr, flags: i64, mode: i64) -> (i64) [];
            /// `close(2)`; 0 or -errno.
            SyscallClose = rust "syscall.close" (fd: i64) -> (i64) [];
            /// Ends the process.
            SyscallExit = rust "syscall.exit" (code: i64) -> () [noreturn];
            /// Any system call; its result or -errno.
            SyscallSix = rust "syscall.syscall6" (nr: i64, a: i64, b: i64, c: i64, d: i64, e: i64, f: i64) -> (i64) [];
            /// Lets other goroutines run for so many nanoseconds.
            SyscallSleep = rust "syscall.sleep" (d: i64) -> () [];
            /// The arguments, a slice of strings.
            SyscallArgs = rust "syscall.runtime_args" (out: ptr) -> () [];
            /// The environment, a slice of strings.
            SyscallEnvs = rust "syscall.runtime_envs" (out: ptr) -> () [];

            /// GODEBUG=panicnil=1 was set or taken back.
            SetPanicNil = rust "internal/settings.setPanicNil" (allowed: i64) -> () [];

            // time
            /// Wall seconds, nanoseconds and the monotonic clock.
            TimeNow = rust "time.now" (out: ptr) -> () [];
            /// Monotonic clock in nanoseconds.
            TimeRuntimeNano = rust "time.runtimeNano" () -> (i64) [];
            /// Sleeps so many nanoseconds.
            TimeSleep = rust "time.Sleep" (d: i64) -> () [];
            /// Parks the goroutine that keeps the timers.
            TimerPark = rust "time.timerpark" (when: i64) -> () [];
            /// Wakes it.
            TimerWake = rust "time.timerwake" () -> () [];
            /// Makes a timer's channel for values of so many bytes.
            TimerChan = rust "time.timerchan" (size: i64) -> (ptr) [];
            /// Sends on it, unless a value waits already.
            TimerSend = rust "time.timersend" (c: ptr, value: ptr) -> () [];
            /// Takes back the value that waits; whether one did.
            TimerDrain = rust "time.timerdrain" (c: ptr) -> (i8) [];
            /// See [`RuntimeFn::WeakHandle`].
            TimeWeakHandle = rust "time.weakHandle" (p: ptr) -> (ptr) [keeps];
            /// See [`RuntimeFn::WeakStrong`].
            TimeWeakStrong = rust "time.weakStrong" (handle: ptr) -> (ptr) [];

            // math
            /// Square root.
            Sqrt = rust "math.Sqrt" (x: f64) -> (f64) [];
            /// `x*y + z` with one rounding.
            Fma = rust "math.FMA" (x: f64, y: f64, z: f64) -> (f64) [];
            /// Quotient and remainder of a double word; the quotient fits a word.
            DivWide = rust "math/bits.divWide" (hi: i64, lo: i64, y: i64) -> (i64, i64) [];
        }
    };
}

/// Rust's types for the table's: for `const _: unsafe extern "C" fn(…) = …` checks.
#[macro_export]
macro_rules! abi_rust_ty {
    (ptr) => { *mut u8 };
    (i64) => { i64 };
    (i32) => { i32 };
    (i8) => { u8 };
    (f64) => { f64 };
    (f32) => { f32 };
}

macro_rules! abi_ty {
    (ptr) => {
        AbiTy::Ptr
    };
    (i64) => {
        AbiTy::I64
    };
    (i32) => {
        AbiTy::I32
    };
    (i8) => {
        AbiTy::I8
    };
    (f64) => {
        AbiTy::F64
    };
    (f32) => {
        AbiTy::F32
    };
}

macro_rules! side {
    (rust) => {
        Side::Rust
    };
    (go) => {
        Side::Go
    };
}

macro_rules! expand_enum {
    ($($(#[$doc:meta])* $variant:ident = $side:ident $symbol:literal ($($p:ident: $t:ident),*) -> ($($r:ident),*) [$($e:ident),*];)*) => {
        /// A runtime entry point.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u16)]
        pub enum RuntimeFn { $($(#[$doc])* $variant),* }

        impl RuntimeFn {
            /// All entry points in table order.
            pub const ALL: &'static [RuntimeFn] = &[$(RuntimeFn::$variant),*];

            /// Its row.
            pub fn info(self) -> &'static RuntimeFnInfo {
                static TABLE: &[RuntimeFnInfo] = &[$(RuntimeFnInfo {
                    symbol: $symbol,
                    params: &[$(abi_ty!($t)),*],
                    results: &[$(abi_ty!($r)),*],
                    side: side!($side),
                    effects: Effects { $($e: true,)* ..NO_EFFECTS },
                }),*];
                &TABLE[self as usize]
            }
        }
    };
}

const NO_EFFECTS: Effects = Effects {
    may_panic: false,
    noreturn: false,
    readonly: false,
    keeps: false,
    header_args: false,
    keeps_registers: false,
};

for_each_runtime_fn!(expand_enum);

macro_rules! expand_hooks {
    ($($(#[$doc:meta])* $variant:ident = $side:ident $symbol:literal ($($p:ident: $t:ident),*) -> ($($r:ident),*) [$($e:ident),*];)*) => {
        /// The functions of embedded Go packages that the runtime implements.
        pub const HOOKS: &[RuntimeFnInfo] = &[$(RuntimeFnInfo {
            symbol: $symbol,
            params: &[$(abi_ty!($t)),*],
            results: &[$(abi_ty!($r)),*],
            side: side!($side),
            effects: Effects { $($e: true,)* ..NO_EFFECTS },
        }),*];
    };
}

for_each_hook!(expand_hooks);

/// Start of the symbols of the atomic operations, which the compiler makes single instructions of.
pub const ATOMIC_PREFIX: &str = "internal/atomic.";

/// The hook with this symbol.
pub fn hook(symbol: &str) -> Option<&'static RuntimeFnInfo> {
    HOOKS.iter().find(|h| h.symbol == symbol)
}

impl RuntimeFn {
    /// The entry point with this symbol.
    pub fn by_symbol(symbol: &str) -> Option<RuntimeFn> {
        Self::ALL.iter().copied().find(|f| f.info().symbol == symbol)
    }
}
