//! Every entry point under its name in the tables of [`abi::functions`], and the proof that the signatures agree.

/// Two result words.
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pair<A, B>(pub A, pub B);

/// The entry points called by compiled code.
pub mod functions {
    pub use crate::chan::export::{
        chanrecv1 as ChanRecv1, chanrecv2 as ChanRecv2, chansend1 as ChanSend1, closechan as CloseChan,
        makechan as MakeChan,
    };
    pub use crate::defer::export::{
        deferproc as DeferProc, deferproc_stack as DeferProcStack, deferprocat as DeferProcAt,
        deferrangefunc as DeferRangeFunc, deferreturn as DeferReturn,
        deferreturn_traced as DeferReturnTraced,
    };
    pub use crate::gc::barrier::export::{
        memclr as MemClr, memmove as MemMove, write_barrier as WriteBarrier,
        write_barrier_range as WriteBarrierRange, write_barrier_start as WriteBarrierStart,
    };
    pub use crate::hash::export::{efaceeq as EfaceEq, ifaceeq as IfaceEq, typedequal as TypedEqual};
    pub use crate::iface::export::{assert_e2i as AssertE2I, assert_e2i2 as AssertE2I2};
    pub use crate::map::export::{
        makemap as MakeMap, map_iter_next as MapIterNext, map_iter_start as MapIterStart,
        mapaccess_fast32 as MapAccessFast32, mapaccess_fast64 as MapAccessFast64,
        mapaccess_fastptr as MapAccessFastPtr, mapaccess_faststr as MapAccessFastStr,
        mapaccess1 as MapAccess1, mapaccess2 as MapAccess2, mapassign as MapAssign,
        mapassign_fast32 as MapAssignFast32, mapassign_fast64 as MapAssignFast64,
        mapassign_fastptr as MapAssignFastPtr, mapassign_faststr as MapAssignFastStr, mapclear as MapClear,
        mapdelete as MapDelete,
    };
    pub use crate::mem::export::{mallocgc as MallocGc, newobject as NewObject};
    pub use crate::panic::export::{gopanic as GoPanic, gorecover as GoRecover};
    pub use crate::print::export::{
        printbool as PrintBool, printcomplex64 as PrintComplex64, printcomplex128 as PrintComplex128,
        printeface as PrintEface, printfloat32 as PrintFloat32, printfloat64 as PrintFloat64,
        printhex as PrintHex, printint as PrintInt, printlock as PrintLock, printnl as PrintNl,
        printpointer as PrintPointer, printslice as PrintSlice, printsp as PrintSp,
        printstring as PrintString, printuint as PrintUint, printunlock as PrintUnlock,
    };
    pub use crate::sched::export::{block as Block, newproc as NewProc};
    pub use crate::select::export::selectgo as SelectGo;
    pub use crate::signal::export::panicnil as PanicNil;
    pub use crate::slice::export::{growslice as GrowSlice, makeslice as MakeSlice};
    pub use crate::string::export::{
        cmpstring as CmpString, concatstrings as ConcatStrings, countrunes as CountRunes,
        decoderune as DecodeRune, intstring as IntString, memequal as MemEqual,
        slicebytetostring as SliceByteToString, slicerunetostring as SliceRuneToString,
        stringtoslicebyte as StringToSliceByte, stringtoslicerune as StringToSliceRune,
    };
    pub use crate::trace::export::{
        trace_push as DeferTracePush, trace_push_at as DeferTracePushAt, trace_return as DeferTraceReturn,
        trace_run as DeferTraceRun, trace_start as DeferTraceStart,
    };
}

/// The functions of embedded Go packages without a body there.
pub mod hooks {
    pub use crate::atomic::{
        add32 as Add32, add64 as Add64, and32 as And32, and64 as And64, cas_ptr as CasPtr, cas32 as Cas32,
        cas64 as Cas64, load_ptr as LoadPtr, load32 as Load32, load64 as Load64, or32 as Or32, or64 as Or64,
        store_ptr as StorePtr, store32 as Store32, store64 as Store64, xchg_ptr as XchgPtr, xchg32 as Xchg32,
        xchg64 as Xchg64,
    };
    pub use crate::chan::export::chanlen as RtypeChanLen;
    pub use crate::gc::dump::export::write_heap_dump as WriteHeapDump;
    pub use crate::gc::export::{
        free_os_memory as FreeOsMemory, set_gc_percent as SetGcPercent, set_memory_limit as SetMemoryLimit,
    };
    pub use crate::gc::special::export::{
        add_cleanup as AddCleanup, clear_finalizer as ClearFinalizer, next_finalizer as NextFinalizer,
        offset_in_object as OffsetInObject, park_finalizers as ParkFinalizers, set_finalizer as SetFinalizer,
        start_finalizers as StartFinalizers, stop_cleanup as StopCleanup, time_weak_handle as TimeWeakHandle,
        time_weak_strong as TimeWeakStrong, weak_handle as WeakHandle, weak_strong as WeakStrong,
    };
    pub use crate::hooks::{
        breakpoint as Breakpoint, callers as Callers, can_spin as CanSpin, close as SyscallClose,
        count as CountString, count_byte as CountByte, default_procs as DefaultProcs, div_wide as DivWide,
        do_spin as DoSpin, exit as SyscallExit, fma as Fma, gc as Gc, go_fatal as Fatal,
        gomaxprocs as GoMaxProcs, gosched as Gosched, index as IndexString, index_byte as IndexByte,
        last_index_byte as LastIndexByte, lock_os_thread as LockOsThread, make_no_zero as MakeNoZero,
        now as TimeNow, num_cpu as NumCpu, num_goroutine as NumGoroutine, open as SyscallOpen,
        pcframe as PcFrame, read as SyscallRead, readmemstats as ReadMemStats, runtime_args as SyscallArgs,
        runtime_envs as SyscallEnvs, runtime_nano as TimeRuntimeNano, semacquire as SemAcquire,
        semrelease as SemRelease, set_panic_nil as SetPanicNil, sleep as TimeSleep, space_bits as SpaceBits,
        sqrt as Sqrt, stack as Stack, sync_fatal as SyncFatal, sync_nanotime as SyncNanotime,
        syscall_sleep as SyscallSleep, syscall6 as SyscallSix, throw as Throw, timerchan as TimerChan,
        timerdrain as TimerDrain, timerpark as TimerPark, timersend as TimerSend, timerwake as TimerWake,
        typedmemmove as RtypeTypedMemMove, unlock_os_thread as UnlockOsThread, write as SyscallWrite,
    };
    pub use crate::iface::export::{getitab as RtypeGetItab, itab_for as ItabFor};
    pub use crate::map::export::{
        mapiterinit as RtypeMapIterInit, mapiternext as RtypeMapIterNext, maplen as RtypeMapLen,
    };
    pub use crate::mem::export::rtype_newobject as RtypeNewObject;
    pub use crate::panic::export::goexit as Goexit;
    pub use crate::reflect_x86_64::{
        call_machine as ReflectCall, equal as ReflectEqual, hash_key as ReflectHash, stub_code as ReflectStub,
    };
    pub use crate::signal::export::set_panic_on_fault as SetPanicOnFault;
    pub use crate::stack::export::set_max_stack as SetMaxStack;
    pub use crate::traceback::export::set_traceback as SetTraceback;
}

macro_rules! result {
    () => { () };
    ($t:ident) => { abi::abi_rust_ty!($t) };
    ($t:ident, $u:ident) => { Pair<abi::abi_rust_ty!($t), abi::abi_rust_ty!($u)> };
}

macro_rules! check {
    ($in:ident rust $variant:ident ($($t:ident),*) ($($r:ident),*)) => {
        const _: unsafe extern "C" fn($(abi::abi_rust_ty!($t)),*) -> result!($($r),*) = $in::$variant;
    };
    ($in:ident go $($rest:tt)*) => {};
}

macro_rules! check_functions {
    ($($(#[$doc:meta])* $variant:ident = $side:ident $symbol:literal ($($p:ident: $t:ident),*) -> ($($r:ident),*) [$($e:ident),*];)*) => {
        $(check!(functions $side $variant ($($t),*) ($($r),*));)*
    };
}

macro_rules! check_hooks {
    ($($(#[$doc:meta])* $variant:ident = $side:ident $symbol:literal ($($p:ident: $t:ident),*) -> ($($r:ident),*) [$($e:ident),*];)*) => {
        $(check!(hooks $side $variant ($($t),*) ($($r),*));)*
    };
}

abi::for_each_runtime_fn!(check_functions);
abi::for_each_hook!(check_hooks);
