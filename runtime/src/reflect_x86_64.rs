//! Calls that package reflect makes and answers: between registers and memory.
//!
//! Which parameter is where depends on the function's type and is reflect's business (the file `abi.go` of its overlay);
//! here everything that may hold one is copied. The frames are those of runtime code: no function in the tables, the
//! frame pointer in the chain.

use core::arch::naked_asm;
use core::mem::offset_of;

use abi::layout::{
    FLOAT_REGISTERS, INT_REGISTERS, RESULT_REGISTERS, ReflectCall, ReflectStub, ReflectedCall, Type,
};

use crate::hash;

/// Stubs there are.
const STUBS: usize = 512;
/// Bytes of one.
const STUB_BYTES: usize = 8;
/// Bytes of the frame of a stub.
const FRAME: usize = size_of::<ReflectedCall>().next_multiple_of(16);

const _: () = assert!(INT_REGISTERS == 6 && FLOAT_REGISTERS == 8 && RESULT_REGISTERS == 8);
const _: () = assert!(FRAME == 256);

/// Moves the float registers to or from memory at `$base`.
macro_rules! floats {
    (load $base:literal) => {
        concat!(
            "movsd xmm0, [",
            $base,
            "];",
            "movsd xmm1, [",
            $base,
            " + 8];", //
            "movsd xmm2, [",
            $base,
            " + 16];",
            "movsd xmm3, [",
            $base,
            " + 24];", //
            "movsd xmm4, [",
            $base,
            " + 32];",
            "movsd xmm5, [",
            $base,
            " + 40];", //
            "movsd xmm6, [",
            $base,
            " + 48];",
            "movsd xmm7, [",
            $base,
            " + 56];",
        )
    };
    (store $base:literal) => {
        concat!(
            "movsd [",
            $base,
            "], xmm0;",
            "movsd [",
            $base,
            " + 8], xmm1;", //
            "movsd [",
            $base,
            " + 16], xmm2;",
            "movsd [",
            $base,
            " + 24], xmm3;", //
            "movsd [",
            $base,
            " + 32], xmm4;",
            "movsd [",
            $base,
            " + 40], xmm5;", //
            "movsd [",
            $base,
            " + 48], xmm6;",
            "movsd [",
            $base,
            " + 56], xmm7;",
        )
    };
}

/// `reflect.callMachine`
///
/// # Safety
/// Called by package reflect with a complete [`ReflectCall`].
#[cfg_attr(feature = "entry", unsafe(export_name = "reflect.callMachine"))]
#[unsafe(naked)]
pub unsafe extern "C" fn call_machine(call: *mut u8) {
    naked_asm!(
        "push rbp",
        "mov rbp, rsp",
        "push rbx", "push r12", "push r13", "push r14",
        "push rdi",
        "sub rsp, 8",
        "mov r11, rdi",
        "mov rcx, [r11 + {words}]",
        "lea rax, [rcx * 8]",
        "sub rsp, rax",
        "mov rsi, [r11 + {stack}]",
        "mov rdi, rsp",
        "rep movsq",
        floats!(load "r11 + {floats}"),
        "mov rdi, [r11 + {ints}]",
        "mov rsi, [r11 + {ints} + 8]",
        "mov rdx, [r11 + {ints} + 16]",
        "mov rcx, [r11 + {ints} + 24]",
        "mov r8, [r11 + {ints} + 32]",
        "mov r9, [r11 + {ints} + 40]",
        "call [r11 + {code}]",
        "mov r11, [rbp - 40]",
        "mov [r11 + {int_results}], rax",
        "mov [r11 + {int_results} + 8], rcx",
        "mov [r11 + {int_results} + 16], rdx",
        "mov [r11 + {int_results} + 24], rsi",
        "mov [r11 + {int_results} + 32], rdi",
        "mov [r11 + {int_results} + 40], r8",
        "mov [r11 + {int_results} + 48], r9",
        "mov [r11 + {int_results} + 56], r10",
        floats!(store "r11 + {float_results}"),
        "lea rsp, [rbp - 32]",
        "pop r14", "pop r13", "pop r12", "pop rbx", "pop rbp",
        "ret",
        code = const offset_of!(ReflectCall, code),
        ints = const offset_of!(ReflectCall, ints),
        floats = const offset_of!(ReflectCall, floats),
        stack = const offset_of!(ReflectCall, stack),
        words = const offset_of!(ReflectCall, stack_words),
        int_results = const offset_of!(ReflectCall, int_results),
        float_results = const offset_of!(ReflectCall, float_results),
    )
}

/// The stubs: each calls [`answer`], which knows by the return address which one it was.
#[unsafe(naked)]
unsafe extern "C" fn stubs() {
    naked_asm!(
        ".balign {bytes}",
        ".rept {count}",
        "call {answer}",
        ".balign {bytes}",
        ".endr",
        count = const STUBS,
        bytes = const STUB_BYTES,
        answer = sym answer,
    )
}

/// Answers the call of a stub: spills what may hold parameters, finds the context and calls its Go function. Takes the
/// stack words off when it returns, as compiled code does.
#[unsafe(naked)]
unsafe extern "C" fn answer() {
    naked_asm!(
        "pop r11",
        "push rbp",
        "mov rbp, rsp",
        "sub rsp, {frame}",
        "mov [rsp + {ints}], rdi",
        "mov [rsp + {ints} + 8], rsi",
        "mov [rsp + {ints} + 16], rdx",
        "mov [rsp + {ints} + 24], rcx",
        "mov [rsp + {ints} + 32], r8",
        "mov [rsp + {ints} + 40], r9",
        floats!(store "rsp + {floats}"),
        "lea r10, [rbp + 16]",
        "mov [rsp + {stack}], r10",
        "lea rax, [rip + {stubs} + 7]",
        "and rax, -8",
        "sub r11, rax",
        "shr r11, 3",
        "cmp r11, 6",
        "jae 2f",
        "mov rdi, [rsp + {ints} + r11 * 8]",
        "jmp 3f",
        "2:",
        "mov rdi, [r10 + r11 * 8 - 48]",
        "3:",
        "mov rsi, rsp",
        "call [rdi + {entry}]",
        "mov rax, [rsp + {int_results}]",
        "mov rcx, [rsp + {int_results} + 8]",
        "mov rdx, [rsp + {int_results} + 16]",
        "mov rsi, [rsp + {int_results} + 24]",
        "mov rdi, [rsp + {int_results} + 32]",
        "mov r8, [rsp + {int_results} + 40]",
        "mov r9, [rsp + {int_results} + 48]",
        "mov r10, [rsp + {int_results} + 56]",
        floats!(load "rsp + {float_results}"),
        "mov r11, [rsp + {bytes}]",
        "mov rsp, rbp",
        "pop rbp",
        // The return address goes to the last word that is taken off.
        "add r11, rsp",
        "pop qword ptr [r11]",
        "mov rsp, r11",
        "ret",
        frame = const FRAME,
        ints = const offset_of!(ReflectedCall, ints),
        floats = const offset_of!(ReflectedCall, floats),
        stack = const offset_of!(ReflectedCall, stack),
        bytes = const offset_of!(ReflectedCall, stack_bytes),
        int_results = const offset_of!(ReflectedCall, int_results),
        float_results = const offset_of!(ReflectedCall, float_results),
        entry = const offset_of!(ReflectStub, entry),
        stubs = sym stubs,
    )
}

/// `reflect.stubCode`
///
/// # Safety
/// None.
#[cfg_attr(feature = "entry", unsafe(export_name = "reflect.stubCode"))]
pub unsafe extern "C" fn stub_code(place: i64) -> i64 {
    match usize::try_from(place) {
        Ok(place) if place < STUBS => {
            (stubs as *const () as usize).next_multiple_of(STUB_BYTES) as i64 + (place * STUB_BYTES) as i64
        }
        _ => 0,
    }
}

/// `reflect.equal`: called as a function value, for two values of the type whose descriptor stands behind the code in `f`.
///
/// # Safety
/// Called by package reflect with two values of that type.
#[cfg_attr(feature = "entry", unsafe(export_name = "reflect.equal"))]
pub unsafe extern "C" fn equal(p: *mut u8, q: *mut u8, f: *mut u8) -> u8 {
    // SAFETY: by contract; descriptors live for ever.
    unsafe { hash::equal_value(&**f.cast::<*const Type>().add(1), p, q) as u8 }
}

/// `reflect.hash`: the same for the hash of a key.
///
/// # Safety
/// As [`equal`].
#[cfg_attr(feature = "entry", unsafe(export_name = "reflect.hash"))]
pub unsafe extern "C" fn hash_key(p: *mut u8, seed: i64, f: *mut u8) -> i64 {
    // SAFETY: by contract; descriptors live for ever.
    unsafe { hash::hash_value(&**f.cast::<*const Type>().add(1), p, seed as u64, false) as i64 }
}
