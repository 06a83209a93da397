//! Memory layouts shared by compiler and runtime. Descriptors follow gc 1.27's `internal/abi`, so that gc's own
//! `reflect` can be compiled against them later.
//!
//! The image is linked at fixed addresses below 2 GB, so a 32-bit offset field (`NameOff`, `TypeOff`, `TextOff`)
//! simply holds the address.

/// A Go string.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct GoString {
    /// First byte.
    pub ptr: *const u8,
    /// Bytes.
    pub len: isize,
}

/// A Go slice.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct GoSlice {
    /// First element.
    pub ptr: *mut u8,
    /// Elements.
    pub len: isize,
    /// Capacity in elements.
    pub cap: isize,
}

/// An interface without methods.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Eface {
    /// Dynamic type, null for nil.
    pub ty: *const Type,
    /// The value if pointer-shaped, else a pointer to it.
    pub data: *mut u8,
}

/// An interface with methods.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Iface {
    /// Method table, null for nil.
    pub tab: *const Itab,
    /// As in [`Eface`].
    pub data: *mut u8,
}

/// A method table: one (interface, dynamic type) pair. `fun` continues for the number of methods.
#[repr(C)]
pub struct Itab {
    /// The interface.
    pub inter: *const InterfaceType,
    /// The dynamic type.
    pub ty: *const Type,
    /// Copy of `ty.hash`.
    pub hash: u32,
    /// Explicit padding.
    pub pad: u32,
    /// Code of the first method; null in a negative cache entry.
    pub fun: [*const u8; 1],
}

/// A function value: what a variable of function type points to. Captures follow.
#[repr(C)]
pub struct FuncVal {
    /// Code, called with the `FuncVal`'s address as the additional last integer argument.
    pub code: *const u8,
}

/// A registered deferred call (gc: `runtime._defer`).
#[repr(C)]
pub struct Defer {
    /// From the pool rather than in a frame.
    pub heap: bool,
    /// Stands for the calls that the body of a range-over-func loop defers.
    pub rangefunc: bool,
    /// Order among the open defers of the frame: the record is newer than those with numbers below, older than all
    /// others.
    pub level: u8,
    /// Frame pointer (rbp) of the function that deferred.
    pub frame: usize,
    /// Return address of the registering call.
    pub pc: usize,
    /// The function value, without parameters and results.
    pub fun: *const FuncVal,
    /// The next older record.
    pub link: *mut Defer,
    /// For `rangefunc`: the newest of the loop's deferred calls, linked.
    pub head: *mut Defer,
}

/// What a range-over-func loop does (gc: `abi.RF_State`); compiled code keeps it in the loop's control record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(i64)]
pub enum RangeState {
    /// The body has ended the loop.
    Done = 0,
    /// The body may be called.
    Ready,
    /// The body runs or has panicked.
    Panic,
    /// The iterator has returned.
    Exhausted,
    /// For the panic only: the iterator has returned while the body was in state `Panic`.
    MissingPanic,
}

/// Bytes of a string, or elements of a slice of bytes or runes, for which a conversion may have a buffer in the frame
/// (gc: `tmpBuf`).
pub const SMALL_STRING: usize = 32;

/// Kinds of deferred calls, weakest first, by the numbers that compiled code passes to the event trace.
pub const DEFER_KIND_NAMES: [&str; 4] = ["heap", "stack", "open", "inlined"];

/// The start of the slot of a function's open defers, which have no records. The function values follow, one word
/// each, in the order of their numbers; a statement that can run after another has the higher number.
#[repr(C)]
pub struct OpenDefers {
    /// Bit n: the call with number n is due. Cleared before the call.
    pub bits: u64,
}

impl OpenDefers {
    /// How many a function may have.
    pub const MOST: usize = u64::BITS as usize;

    /// Offset of the function value with this number.
    pub const fn fun_offset(number: u32) -> usize {
        size_of::<OpenDefers>() + size_of::<*const FuncVal>() * number as usize
    }
}

/// The part of a goroutine's descriptor that compiled code knows; the pinned register (r15) points to it.
#[repr(C)]
pub struct GHeader {
    /// Lowest address the stack pointer may reach before `runtime.morestack` is called.
    pub stack_limit: usize,
    /// Newest deferred call.
    pub defer: *mut Defer,
    /// Newest panic, private to the runtime.
    pub panic: *mut u8,
    /// Scratch word for the stack check's slow path.
    pub scratch: usize,
    /// Parameters of the functions marked [`header_args`](crate::functions::Effects::header_args).
    pub check_args: [u64; 2],
    /// What the processor has that not all x86-64 processors have: bits of [`processor`].
    pub processor: u64,
    /// The collector marks while the program runs: pointers in the heap must be noted before they are overwritten.
    pub marking: bool,
}

/// Bits of [`GHeader::processor`].
pub mod processor {
    /// The instruction `popcnt`.
    pub const POPCNT: u64 = 1;
    /// The instructions `vfmadd…`, and a kernel that keeps their registers.
    pub const FMA: u64 = 2;
    /// Integer instructions on 32 bytes, and a kernel that keeps their registers.
    pub const AVX2: u64 = 4;
}

/// Integer and float parameters of a Go function that are passed in registers, and results of each class.
pub const INT_REGISTERS: usize = 6;
/// See [`INT_REGISTERS`].
pub const FLOAT_REGISTERS: usize = 8;
/// See [`INT_REGISTERS`].
pub const RESULT_REGISTERS: usize = 8;

/// A call of a Go function by package reflect: what is in registers and on the stack. The file `abi.go` of its overlay
/// fills it in.
#[repr(C)]
pub struct ReflectCall {
    /// Code.
    pub code: usize,
    /// rdi, rsi, rdx, rcx, r8, r9
    pub ints: [usize; INT_REGISTERS],
    /// xmm0 to xmm7
    pub floats: [u64; FLOAT_REGISTERS],
    /// Words for the stack, the first at the lowest address.
    pub stack: *const usize,
    /// How many; an even number.
    pub stack_words: usize,
    /// rax, rcx, rdx, rsi, rdi, r8, r9, r10
    pub int_results: [usize; RESULT_REGISTERS],
    /// xmm0 to xmm7
    pub float_results: [u64; RESULT_REGISTERS],
}

/// The start of a function value that package reflect makes.
#[repr(C)]
pub struct ReflectStub {
    /// Code: an address that `reflect.stubCode` yields.
    pub code: usize,
    /// The Go function that answers calls, with the function value and a [`ReflectedCall`] as parameters.
    pub entry: usize,
}

/// A call of a [`ReflectStub`]: the same the other way round.
#[repr(C)]
pub struct ReflectedCall {
    /// rdi, rsi, rdx, rcx, r8, r9
    pub ints: [usize; INT_REGISTERS],
    /// xmm0 to xmm7
    pub floats: [u64; FLOAT_REGISTERS],
    /// The words on the stack.
    pub stack: *const usize,
    /// How many bytes of them the call takes off the stack, to be filled in.
    pub stack_bytes: usize,
    /// rax, rcx, rdx, rsi, rdi, r8, r9, r10
    pub int_results: [usize; RESULT_REGISTERS],
    /// xmm0 to xmm7
    pub float_results: [u64; RESULT_REGISTERS],
}

/// One case of a select.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct SelectCase {
    /// The channel; nil never proceeds.
    pub chan: *mut u8,
    /// What to send, or where to put what is received (may be null).
    pub elem: *mut u8,
    /// 1 for a send, 0 for a receive.
    pub is_send: u64,
}

/// The part of a channel that compiled code reads (`len`, `cap`).
#[repr(C)]
pub struct ChanHeader {
    /// Elements in the buffer.
    pub count: usize,
    /// Size of the buffer.
    pub cap: usize,
}

/// Kinds of types (gc: `abi.Kind`).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Kind {
    Invalid = 0,
    Bool,
    Int,
    Int8,
    Int16,
    Int32,
    Int64,
    Uint,
    Uint8,
    Uint16,
    Uint32,
    Uint64,
    Uintptr,
    Float32,
    Float64,
    Complex64,
    Complex128,
    Array,
    Chan,
    Func,
    Interface,
    Map,
    Pointer,
    Slice,
    String,
    Struct,
    UnsafePointer,
}

/// Bits of [`Type::tflag`] (gc: `abi.TFlag`).
pub mod tflag {
    /// An [`UncommonType`](super::UncommonType) follows the descriptor.
    pub const UNCOMMON: u8 = 1 << 0;
    /// The name has a `*` in front that is not part of it.
    pub const EXTRA_STAR: u8 = 1 << 1;
    /// The type has a name.
    pub const NAMED: u8 = 1 << 2;
    /// Equality and hash treat the value as plain memory of `size` bytes.
    pub const REGULAR_MEMORY: u8 = 1 << 3;
    /// There is no mask behind [`Type::gcdata`](super::Type::gcdata): package reflect has made the type, and it is large.
    pub const NO_MASK: u8 = 1 << 4;
    /// The value is stored in the data word of an interface itself (gc 1.26+: `TFlagDirectIface`).
    pub const DIRECT_IFACE: u8 = 1 << 5;
}

/// The largest [`Type::ptr_bytes`] that descriptors have a mask for: 1 MB of mask. Larger objects are scanned as if any
/// word could be a pointer, which keeps too much at worst (gc makes such masks on demand).
pub const MOST_MASKED: u64 = 64 << 20;

/// The descriptor of a type (gc: `abi.Type`).
#[repr(C)]
pub struct Type {
    /// Bytes.
    pub size: usize,
    /// Bytes up to and including the last pointer.
    pub ptr_bytes: usize,
    /// Hash of the type, equal for identical types.
    pub hash: u32,
    /// See [`tflag`].
    pub tflag: u8,
    /// Alignment of a variable.
    pub align: u8,
    /// Alignment of a field.
    pub field_align: u8,
    /// [`Kind`]
    pub kind: u8,
    /// Non-null if values can be compared.
    pub equal: *const FuncVal,
    /// One bit a word for the first `ptr_bytes`, set where a pointer stands; null if there are none, or more than
    /// [`MOST_MASKED`]: then any word may be one.
    pub gcdata: *const u8,
    /// Address of the encoded name.
    pub str: u32,
    /// Address of the descriptor of the pointer to this type, or 0.
    pub ptr_to_this: u32,
}

impl Type {
    /// The mask of pointers, or null: then any word may be one.
    pub fn mask(&self) -> *const u8 {
        if self.tflag & tflag::NO_MASK != 0 { core::ptr::null() } else { self.gcdata }
    }
}

/// `[N]T`
#[repr(C)]
pub struct ArrayType {
    /// Common part.
    pub ty: Type,
    /// Element.
    pub elem: *const Type,
    /// `[]T`
    pub slice: *const Type,
    /// Number of elements.
    pub len: usize,
}

/// `chan T`
#[repr(C)]
pub struct ChanType {
    /// Common part.
    pub ty: Type,
    /// Element.
    pub elem: *const Type,
    /// 1 receive, 2 send, 3 both.
    pub dir: isize,
}

/// `func(…) …`; followed by the [`UncommonType`] if any, then by parameter and result descriptors.
#[repr(C)]
pub struct FuncType {
    /// Common part.
    pub ty: Type,
    /// Parameters.
    pub in_count: u16,
    /// Results; the top bit says variadic.
    pub out_count: u16,
}

/// A method of an interface.
#[repr(C)]
pub struct Imethod {
    /// Address of the encoded name.
    pub name: u32,
    /// Address of the method's type.
    pub ty: u32,
}

/// `interface { … }`
#[repr(C)]
pub struct InterfaceType {
    /// Common part.
    pub ty: Type,
    /// Address of the encoded package path name.
    pub pkg_path: *const u8,
    /// The methods, sorted (slice of [`Imethod`]).
    pub methods: GoSlice,
}

/// `map[K]V`
#[repr(C)]
pub struct MapType {
    /// Common part.
    pub ty: Type,
    /// Key.
    pub key: *const Type,
    /// Element.
    pub elem: *const Type,
    /// Layout of a group of slots, null until the runtime wants it.
    pub group: *const Type,
    /// Hash function, null for hashing by descriptor.
    pub hasher: *const FuncVal,
    /// Bytes of a group.
    pub group_size: usize,
    /// Offset of the first key in a group.
    pub keys_off: usize,
    /// Bytes from one key to the next.
    pub key_stride: usize,
    /// Offset of the first element in a group.
    pub elems_off: usize,
    /// Bytes from one element to the next.
    pub elem_stride: usize,
    /// Offset of the element in a slot (key, padding, element).
    pub elem_off: usize,
    /// Bits: 1 key needs update on overwrite, 2 hashing may panic, 4 key indirect, 8 element indirect.
    pub flags: u32,
}

/// `*T`
#[repr(C)]
pub struct PtrType {
    /// Common part.
    pub ty: Type,
    /// Element.
    pub elem: *const Type,
}

/// `[]T`
#[repr(C)]
pub struct SliceType {
    /// Common part.
    pub ty: Type,
    /// Element.
    pub elem: *const Type,
}

/// A field of a struct.
#[repr(C)]
pub struct StructField {
    /// Address of the encoded name.
    pub name: *const u8,
    /// Type.
    pub ty: *const Type,
    /// Byte offset.
    pub offset: usize,
}

/// `struct { … }`
#[repr(C)]
pub struct StructType {
    /// Common part.
    pub ty: Type,
    /// Address of the encoded package path name.
    pub pkg_path: *const u8,
    /// The fields (slice of [`StructField`]).
    pub fields: GoSlice,
}

/// What only types with names or methods have; follows the kind's own descriptor.
#[repr(C)]
pub struct UncommonType {
    /// Address of the encoded package path.
    pub pkg_path: u32,
    /// Methods.
    pub mcount: u16,
    /// Exported methods.
    pub xcount: u16,
    /// Offset from this struct to the array of [`Method`]s.
    pub moff: u32,
    /// Unused.
    pub unused: u32,
}

/// A method of a type, sorted by name.
#[repr(C)]
pub struct Method {
    /// Address of the encoded name.
    pub name: u32,
    /// Address of the method's type, without receiver.
    pub mtyp: u32,
    /// Address of the code used in an interface call (receiver is the data word).
    pub ifn: u32,
    /// Address of the code used in a normal call.
    pub tfn: u32,
}

/// Bits of the first byte of an encoded name: flags, varint length, bytes, then (if flagged) varint length and
/// bytes of the tag, then (if flagged) the 4-byte package path reference.
pub mod name_flag {
    /// Exported.
    pub const EXPORTED: u8 = 1 << 0;
    /// A tag follows.
    pub const TAG: u8 = 1 << 1;
    /// A package path follows.
    pub const PKG_PATH: u8 = 1 << 2;
    /// Embedded field.
    pub const EMBEDDED: u8 = 1 << 3;
}

/// Run-time panics without operands, raised by `runtime.panicrt(code)`; the texts stand in the Go package runtime.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(i64)]
pub enum PanicCode {
    /// `assignment to entry in nil map`
    NilMapAssign = 1,
    /// `send on closed channel`
    SendClosed = 2,
    /// `close of closed channel`
    CloseClosed = 3,
    /// `close of nil channel`
    CloseNil = 4,
    /// `runtime error: makeslice: len out of range`
    MakeSliceLen = 5,
    /// `runtime error: makeslice: cap out of range`
    MakeSliceCap = 6,
    /// `makechan: size out of range`
    MakeChanSize = 7,
    /// `runtime error: growslice: len out of range`
    GrowSliceLen = 8,
    /// `runtime error: unsafe.Slice: len out of range`
    UnsafeSliceLen = 9,
    /// `runtime error: unsafe.Slice: ptr is nil and len is not zero`
    UnsafeSliceNil = 10,
    /// `runtime error: unsafe.String: len out of range`
    UnsafeStringLen = 11,
    /// `runtime error: unsafe.String: ptr is nil and len is not zero`
    UnsafeStringNil = 12,
    /// `runtime error: integer overflow`
    Overflow = 13,
    /// `runtime error: floating point error`
    Float = 14,
    /// `all goroutines` etc. are fatal errors, not panics; this one is `panic called with nil argument`.
    PanicNil = 15,
}
