//! What entry points of the runtime do with their pointer parameters.

use abi::RuntimeFn;

/// Where a parameter flows, after this many dereferences.
#[derive(Clone, Copy)]
pub(super) enum Flow {
    /// To the heap.
    Heap(i8),
    /// To the result that is a pointer.
    Result(i8),
}

/// Parameter number and flow; parameters that are not listed are not kept.
pub(super) fn flows(f: RuntimeFn) -> &'static [(usize, Flow)] {
    use RuntimeFn::*;
    match f {
        // The function value or the panic value is kept.
        NewProc | DeferProc | DeferProcAt => &[(0, Flow::Heap(0))],
        GoPanic => &[(1, Flow::Heap(0))],
        // A record in the frame; the function value in it is called later.
        DeferProcStack => &[(0, Flow::Heap(2))],
        // What the memory holds is copied to the heap.
        MapAssign => &[(2, Flow::Heap(1))],
        MapAssignFastPtr | MapAssignFastStr => &[(2, Flow::Heap(0))],
        ChanSend1 => &[(1, Flow::Heap(1))],
        SelectGo => &[(0, Flow::Heap(2))],
        GrowSlice => &[(1, Flow::Heap(1))],
        MemMove => &[(1, Flow::Heap(1))],
        // A buffer in the frame; may return one of the strings as it is.
        ConcatStrings => &[(0, Flow::Result(0)), (1, Flow::Result(1))],
        SliceByteToString | StringToSliceByte | SliceRuneToString | StringToSliceRune | IntString => {
            &[(0, Flow::Result(0))]
        }
        PrePrintPanic | PrintPanicVal => &[(0, Flow::Heap(1))],
        _ => &[],
    }
}
