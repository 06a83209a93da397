//! `memcpy`, `memmove`, `memset`, `memcmp`, `bcmp`, `strlen`: rustc calls them, and nobody else provides them.
//!
//! They are assembler because a Rust loop would be compiled into a call of itself. Only SSE2 is used. Blocks up to
//! 128 bytes are read completely before anything is written, so overlap does not matter there; longer ones run
//! forwards or backwards. Words are moved with accesses of at least their size, so that a pointer is never seen
//! half written. Outside executables the names are not exported, so that the tests keep their C library's.

use core::arch::naked_asm;

/// Bytes from which `rep stosb` beats the vector loop.
const REP_THRESHOLD: usize = 4096;

/// # Safety
/// C's contract.
#[cfg_attr(feature = "entry", unsafe(no_mangle))]
#[unsafe(naked)]
pub unsafe extern "C" fn memcpy(to: *mut u8, from: *const u8, n: usize) -> *mut u8 {
    naked_asm!("jmp {}", sym memmove)
}

/// # Safety
/// C's contract.
#[cfg_attr(feature = "entry", unsafe(no_mangle))]
#[unsafe(naked)]
pub unsafe extern "C" fn memmove(to: *mut u8, from: *const u8, n: usize) -> *mut u8 {
    naked_asm!(
        "mov rax, rdi",
        "cmp rdx, 16",
        "jae 20f",
        // Below 16 bytes: two overlapping accesses of the largest size that fits.
        "cmp rdx, 8",
        "jae 25f",
        "cmp rdx, 4",
        "jae 26f",
        "test rdx, rdx",
        "je 27f",
        "movzx ecx, byte ptr [rsi]",
        "movzx r8d, byte ptr [rsi + rdx - 1]",
        "mov r9, rdx",
        "shr r9, 1",
        "movzx r10d, byte ptr [rsi + r9]",
        "mov byte ptr [rdi + r9], r10b",
        "mov byte ptr [rdi + rdx - 1], r8b",
        "mov byte ptr [rdi], cl",
        "ret",
        "25:",
        "mov rcx, [rsi]",
        "mov r8, [rsi + rdx - 8]",
        "mov [rdi], rcx",
        "mov [rdi + rdx - 8], r8",
        "ret",
        "26:",
        "mov ecx, [rsi]",
        "mov r8d, [rsi + rdx - 4]",
        "mov [rdi], ecx",
        "mov [rdi + rdx - 4], r8d",
        "27: ret",
        "20:",
        "cmp rdx, 32",
        "ja 21f",
        "movups xmm0, [rsi]",
        "movups xmm1, [rsi + rdx - 16]",
        "movups [rdi], xmm0",
        "movups [rdi + rdx - 16], xmm1",
        "ret",
        "21:",
        "cmp rdx, 64",
        "ja 22f",
        "movups xmm0, [rsi]",
        "movups xmm1, [rsi + 16]",
        "movups xmm2, [rsi + rdx - 32]",
        "movups xmm3, [rsi + rdx - 16]",
        "movups [rdi], xmm0",
        "movups [rdi + 16], xmm1",
        "movups [rdi + rdx - 32], xmm2",
        "movups [rdi + rdx - 16], xmm3",
        "ret",
        "22:",
        "cmp rdx, 128",
        "ja 23f",
        "movups xmm0, [rsi]",
        "movups xmm1, [rsi + 16]",
        "movups xmm2, [rsi + 32]",
        "movups xmm3, [rsi + 48]",
        "movups xmm4, [rsi + rdx - 64]",
        "movups xmm5, [rsi + rdx - 48]",
        "movups xmm6, [rsi + rdx - 32]",
        "movups xmm7, [rsi + rdx - 16]",
        "movups [rdi], xmm0",
        "movups [rdi + 16], xmm1",
        "movups [rdi + 32], xmm2",
        "movups [rdi + 48], xmm3",
        "movups [rdi + rdx - 64], xmm4",
        "movups [rdi + rdx - 48], xmm5",
        "movups [rdi + rdx - 32], xmm6",
        "movups [rdi + rdx - 16], xmm7",
        "ret",
        "23:",
        // Backwards only if the destination starts inside the source.
        "mov rcx, rdi",
        "sub rcx, rsi",
        "cmp rcx, rdx",
        "jb 40f",
        // Forwards: the last 64 bytes are kept for the end.
        "movups xmm4, [rsi + rdx - 64]",
        "movups xmm5, [rsi + rdx - 48]",
        "movups xmm6, [rsi + rdx - 32]",
        "movups xmm7, [rsi + rdx - 16]",
        "lea r8, [rdi + rdx - 64]",
        "24:",
        "movups xmm0, [rsi]",
        "movups xmm1, [rsi + 16]",
        "movups xmm2, [rsi + 32]",
        "movups xmm3, [rsi + 48]",
        "movups [rdi], xmm0",
        "movups [rdi + 16], xmm1",
        "movups [rdi + 32], xmm2",
        "movups [rdi + 48], xmm3",
        "add rsi, 64",
        "add rdi, 64",
        "cmp rdi, r8",
        "jb 24b",
        "movups [r8], xmm4",
        "movups [r8 + 16], xmm5",
        "movups [r8 + 32], xmm6",
        "movups [r8 + 48], xmm7",
        "ret",
        "40:",
        // Backwards: the first 64 bytes are kept for the end.
        "test rcx, rcx",
        "je 42f",
        "movups xmm4, [rsi]",
        "movups xmm5, [rsi + 16]",
        "movups xmm6, [rsi + 32]",
        "movups xmm7, [rsi + 48]",
        "41:",
        "movups xmm0, [rsi + rdx - 16]",
        "movups xmm1, [rsi + rdx - 32]",
        "movups xmm2, [rsi + rdx - 48]",
        "movups xmm3, [rsi + rdx - 64]",
        "movups [rdi + rdx - 16], xmm0",
        "movups [rdi + rdx - 32], xmm1",
        "movups [rdi + rdx - 48], xmm2",
        "movups [rdi + rdx - 64], xmm3",
        "sub rdx, 64",
        "cmp rdx, 64",
        "ja 41b",
        "movups [rax], xmm4",
        "movups [rax + 16], xmm5",
        "movups [rax + 32], xmm6",
        "movups [rax + 48], xmm7",
        "42: ret",
    )
}

/// `memmove` that keeps all registers, for compiled code: most of what it moves is short, and the caller need not save
/// anything. Up to 64 bytes, and more that do not overlap, it does with few registers, which it saves below the stack pointer.
///
/// # Safety
/// C's contract of `memmove`.
#[unsafe(naked)]
pub unsafe extern "C" fn memmove_keeping(to: *mut u8, from: *const u8, n: usize) {
    naked_asm!(
        "cmp rdx, 16",
        "ja 20f",
        "mov [rsp - 8], rcx",
        "mov [rsp - 16], r8",
        "cmp rdx, 8",
        "jae 25f",
        "cmp rdx, 4",
        "jae 26f",
        "cmp rdx, 2",
        "jae 28f",
        "test rdx, rdx",
        "je 27f",
        "movzx ecx, byte ptr [rsi]",
        "mov [rdi], cl",
        "27:",
        "mov rcx, [rsp - 8]",
        "ret",
        "25:",
        "mov rcx, [rsi]",
        "mov r8, [rsi + rdx - 8]",
        "mov [rdi], rcx",
        "mov [rdi + rdx - 8], r8",
        "mov rcx, [rsp - 8]",
        "mov r8, [rsp - 16]",
        "ret",
        "26:",
        "mov ecx, [rsi]",
        "mov r8d, [rsi + rdx - 4]",
        "mov [rdi], ecx",
        "mov [rdi + rdx - 4], r8d",
        "mov rcx, [rsp - 8]",
        "mov r8, [rsp - 16]",
        "ret",
        "28:",
        "movzx ecx, word ptr [rsi]",
        "movzx r8d, byte ptr [rsi + rdx - 1]",
        "mov [rdi], cx",
        "mov [rdi + rdx - 1], r8b",
        "mov rcx, [rsp - 8]",
        "mov r8, [rsp - 16]",
        "ret",
        "20:",
        "movups [rsp - 16], xmm0",
        "movups [rsp - 32], xmm1",
        "cmp rdx, 32",
        "ja 21f",
        "movups xmm0, [rsi]",
        "movups xmm1, [rsi + rdx - 16]",
        "movups [rdi], xmm0",
        "movups [rdi + rdx - 16], xmm1",
        "movups xmm0, [rsp - 16]",
        "movups xmm1, [rsp - 32]",
        "ret",
        "21:",
        "movups [rsp - 48], xmm2",
        "movups [rsp - 64], xmm3",
        "cmp rdx, 64",
        "ja 22f",
        "movups xmm0, [rsi]",
        "movups xmm1, [rsi + 16]",
        "movups xmm2, [rsi + rdx - 32]",
        "movups xmm3, [rsi + rdx - 16]",
        "movups [rdi], xmm0",
        "movups [rdi + 16], xmm1",
        "movups [rdi + rdx - 32], xmm2",
        "movups [rdi + rdx - 16], xmm3",
        "29:",
        "movups xmm0, [rsp - 16]",
        "movups xmm1, [rsp - 32]",
        "movups xmm2, [rsp - 48]",
        "movups xmm3, [rsp - 64]",
        "ret",
        // Longer blocks: 64 bytes a step, the last ones overlapping those before, unless the ranges overlap.
        "22:",
        "mov [rsp - 72], rcx",
        "mov [rsp - 80], r8",
        "mov rcx, rdi",
        "sub rcx, rsi",
        "cmp rcx, rdx",
        "jb 30f",
        "neg rcx",
        "cmp rcx, rdx",
        "jb 30f",
        "lea r8, [rdx - 64]",
        "xor ecx, ecx",
        "23:",
        "movups xmm0, [rsi + rcx]",
        "movups xmm1, [rsi + rcx + 16]",
        "movups xmm2, [rsi + rcx + 32]",
        "movups xmm3, [rsi + rcx + 48]",
        "movups [rdi + rcx], xmm0",
        "movups [rdi + rcx + 16], xmm1",
        "movups [rdi + rcx + 32], xmm2",
        "movups [rdi + rcx + 48], xmm3",
        "add rcx, 64",
        "cmp rcx, r8",
        "jb 23b",
        "movups xmm0, [rsi + r8]",
        "movups xmm1, [rsi + r8 + 16]",
        "movups xmm2, [rsi + r8 + 32]",
        "movups xmm3, [rsi + r8 + 48]",
        "movups [rdi + r8], xmm0",
        "movups [rdi + r8 + 16], xmm1",
        "movups [rdi + r8 + 32], xmm2",
        "movups [rdi + r8 + 48], xmm3",
        "mov rcx, [rsp - 72]",
        "mov r8, [rsp - 80]",
        "jmp 29b",
        // They overlap: whatever `memmove` uses is saved.
        "30:",
        "sub rsp, 80",
        "push rax",
        "push rdx",
        "push rsi",
        "push rdi",
        "sub rsp, 64",
        "movups [rsp], xmm4",
        "movups [rsp + 16], xmm5",
        "movups [rsp + 32], xmm6",
        "movups [rsp + 48], xmm7",
        "call {memmove}",
        "movups xmm4, [rsp]",
        "movups xmm5, [rsp + 16]",
        "movups xmm6, [rsp + 32]",
        "movups xmm7, [rsp + 48]",
        "add rsp, 64",
        "pop rdi",
        "pop rsi",
        "pop rdx",
        "pop rax",
        "add rsp, 80",
        "mov rcx, [rsp - 72]",
        "mov r8, [rsp - 80]",
        "jmp 29b",
        memmove = sym memmove,
    )
}

/// # Safety
/// C's contract.
#[cfg_attr(feature = "entry", unsafe(no_mangle))]
#[unsafe(naked)]
pub unsafe extern "C" fn memset(to: *mut u8, byte: i32, n: usize) -> *mut u8 {
    naked_asm!(
        "mov rax, rdi",
        "movzx esi, sil",
        "mov rcx, 0x0101010101010101",
        "imul rsi, rcx",
        "cmp rdx, 8",
        "jae 2f",
        "cmp rdx, 4",
        "jae 8f",
        "test rdx, rdx",
        "je 9f",
        "mov [rdi], sil",
        "mov [rdi + rdx - 1], sil",
        "cmp rdx, 3",
        "jb 9f",
        "mov [rdi + 1], sil",
        "ret",
        "8:",
        "mov [rdi], esi",
        "mov [rdi + rdx - 4], esi",
        "ret",
        "2:",
        "cmp rdx, 16",
        "ja 3f",
        "mov [rdi], rsi",
        "mov [rdi + rdx - 8], rsi",
        "ret",
        "3:",
        "movq xmm0, rsi",
        "punpcklqdq xmm0, xmm0",
        "cmp rdx, 32",
        "jbe 6f",
        "cmp rdx, 64",
        "jbe 5f",
        "cmp rdx, {rep}",
        "jae 7f",
        "lea r8, [rdi + rdx - 64]",
        "4:",
        "movups [rdi], xmm0",
        "movups [rdi + 16], xmm0",
        "movups [rdi + 32], xmm0",
        "movups [rdi + 48], xmm0",
        "add rdi, 64",
        "cmp rdi, r8",
        "jb 4b",
        "movups [r8], xmm0",
        "movups [r8 + 16], xmm0",
        "movups [r8 + 32], xmm0",
        "movups [r8 + 48], xmm0",
        "ret",
        "5:",
        "movups [rdi + 16], xmm0",
        "movups [rdi + rdx - 32], xmm0",
        "6:",
        "movups [rdi], xmm0",
        "movups [rdi + rdx - 16], xmm0",
        "9: ret",
        "7:",
        "mov r9, rax",
        "mov eax, esi",
        "mov rcx, rdx",
        "rep stosb",
        "mov rax, r9",
        "ret",
        rep = const REP_THRESHOLD,
    )
}

/// Whether two blocks are equal, 1 or 0: without the order, blocks below 16 bytes need no loop and no branch on bytes.
///
/// # Safety
/// C's contract of `memcmp`.
#[unsafe(naked)]
pub unsafe extern "C" fn memequal(p: *const u8, q: *const u8, n: usize) -> u8 {
    naked_asm!(
        "cmp rdx, 8",
        "jb 5f",
        "cmp rdx, 16",
        "ja 2f",
        "mov rax, [rdi]",
        "mov rcx, [rdi + rdx - 8]",
        "xor rax, [rsi]",
        "xor rcx, [rsi + rdx - 8]",
        "or rax, rcx",
        "sete al",
        "ret",
        // 16 bytes a step, the last ones overlapping those before.
        "2:",
        "cmp rdi, rsi",
        "je 8f",
        "lea r8, [rdx - 16]",
        "xor ecx, ecx",
        "3:",
        "movups xmm0, [rdi + rcx]",
        "movups xmm1, [rsi + rcx]",
        "pcmpeqb xmm0, xmm1",
        "pmovmskb eax, xmm0",
        "cmp eax, 0xffff",
        "jne 4f",
        "cmp rcx, r8",
        "je 8f",
        "add rcx, 16",
        "cmp rcx, r8",
        "cmova rcx, r8",
        "jmp 3b",
        "4: xor eax, eax",
        "ret",
        "5:",
        "cmp rdx, 4",
        "jb 6f",
        "mov eax, [rdi]",
        "mov ecx, [rdi + rdx - 4]",
        "xor eax, [rsi]",
        "xor ecx, [rsi + rdx - 4]",
        "or eax, ecx",
        "sete al",
        "ret",
        // Up to 3 bytes: the first, the middle and the last one.
        "6:",
        "test rdx, rdx",
        "je 8f",
        "movzx eax, byte ptr [rdi]",
        "xor al, [rsi]",
        "movzx ecx, byte ptr [rdi + rdx - 1]",
        "xor cl, [rsi + rdx - 1]",
        "or eax, ecx",
        "shr rdx, 1",
        "movzx ecx, byte ptr [rdi + rdx]",
        "xor cl, [rsi + rdx]",
        "or al, cl",
        "sete al",
        "ret",
        "8: mov eax, 1",
        "ret",
    )
}

/// # Safety
/// C's contract.
#[cfg_attr(feature = "entry", unsafe(no_mangle))]
#[unsafe(naked)]
pub unsafe extern "C" fn memcmp(p: *const u8, q: *const u8, n: usize) -> i32 {
    naked_asm!(
        "cmp rdx, 16",
        "jb 5f",
        // 16 bytes a step, the last ones overlapping those before.
        "lea r8, [rdx - 16]",
        "xor ecx, ecx",
        "2:",
        "movups xmm0, [rdi + rcx]",
        "movups xmm1, [rsi + rcx]",
        "pcmpeqb xmm0, xmm1",
        "pmovmskb eax, xmm0",
        "xor eax, 0xffff",
        "jne 3f",
        "cmp rcx, r8",
        "je 4f",
        "add rcx, 16",
        "cmp rcx, r8",
        "cmova rcx, r8",
        "jmp 2b",
        "3:",
        "bsf eax, eax",
        "add rcx, rax",
        "movzx eax, byte ptr [rdi + rcx]",
        "movzx edx, byte ptr [rsi + rcx]",
        "sub eax, edx",
        "4: ret",
        "5:",
        "cmp rdx, 8",
        "jb 6f",
        // The first and the last eight bytes as numbers with the first byte on top.
        "mov rax, [rdi]",
        "mov rcx, [rsi]",
        "cmp rax, rcx",
        "jne 8f",
        "mov rax, [rdi + rdx - 8]",
        "mov rcx, [rsi + rdx - 8]",
        "cmp rax, rcx",
        "jne 8f",
        "xor eax, eax",
        "ret",
        "8:",
        "bswap rax",
        "bswap rcx",
        "cmp rax, rcx",
        "sbb eax, eax",
        "or eax, 1",
        "ret",
        "6:",
        "xor ecx, ecx",
        "7:",
        "cmp rcx, rdx",
        "jae 9f",
        "movzx eax, byte ptr [rdi + rcx]",
        "movzx r8d, byte ptr [rsi + rcx]",
        "inc rcx",
        "sub eax, r8d",
        "je 7b",
        "ret",
        "9:",
        "xor eax, eax",
        "ret",
    )
}

/// Only whether the ranges differ.
///
/// # Safety
/// C's contract.
#[cfg_attr(feature = "entry", unsafe(no_mangle))]
#[unsafe(naked)]
pub unsafe extern "C" fn bcmp(p: *const u8, q: *const u8, n: usize) -> i32 {
    naked_asm!("call {}", "xor al, 1", "movzx eax, al", "ret", sym memequal)
}

/// # Safety
/// C's contract.
#[cfg_attr(feature = "entry", unsafe(no_mangle))]
#[unsafe(naked)]
pub unsafe extern "C" fn strlen(p: *const u8) -> usize {
    naked_asm!(
        "mov rax, rdi",
        "2:",
        "cmp byte ptr [rax], 0",
        "je 3f",
        "inc rax",
        "jmp 2b",
        "3:",
        "sub rax, rdi",
        "ret"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sizes around every threshold of the routines.
    fn sizes() -> impl Iterator<Item = usize> {
        (0..140).chain([255, 256, 257, 1000, 4095, 4096, 4097, 5000])
    }

    /// Calls `memmove_keeping`; whether the registers are as before.
    unsafe fn moves_and_keeps(to: *mut u8, from: *const u8, n: usize) -> bool {
        let (mut a, mut b, mut c) = (to, from, n);
        let (mut d, mut e, mut f, mut g, mut h, mut i) = (1u64, 2u64, 3u64, 4u64, 5u64, 6u64);
        let (mut s, mut t, mut u, mut v) = (1f64, 2f64, 3f64, 4f64);
        let (mut w, mut x, mut y, mut z) = (5f64, 6f64, 7f64, 8f64);
        // SAFETY: by contract; the call leaves everything else alone, and there is room below the stack pointer of the
        // called function only, so this frame's is not used.
        unsafe {
            core::arch::asm!(
                "sub rsp, 128",
                "call {}",
                "add rsp, 128",
                sym memmove_keeping,
                inout("rdi") a, inout("rsi") b, inout("rdx") c,
                inout("rax") d, inout("rcx") e, inout("r8") f, inout("r9") g, inout("r10") h, inout("r11") i,
                inout("xmm0") s, inout("xmm1") t, inout("xmm2") u, inout("xmm3") v,
                inout("xmm4") w, inout("xmm5") x, inout("xmm6") y, inout("xmm7") z,
            );
        }
        (a, b, c) == (to, from, n)
            && [d, e, f, g, h, i] == [1, 2, 3, 4, 5, 6]
            && [s, t, u, v, w, x, y, z] == [1., 2., 3., 4., 5., 6., 7., 8.]
    }

    #[test]
    fn moves_overlapping_and_apart() {
        for n in sizes() {
            for distance in [-300isize, -65, -64, -63, -17, -16, -8, -1, 0, 1, 7, 16, 31, 64, 65, 129, 300] {
                let mut memory: Vec<u8> = (0..n + 700).map(|i| (i * 31 + n) as u8).collect();
                let mut expected = memory.clone();
                let (from, to) = (350, (350 + distance) as usize);
                expected.copy_within(from..from + n, to);
                let (p, original) = (memory.as_mut_ptr(), memory.clone());
                // SAFETY: both ranges lie in `memory`.
                let result = unsafe { memmove(p.add(to), p.add(from), n) };
                assert_eq!(result as usize - p as usize, to);
                assert!(memory == expected, "{n} bytes by {distance}");
                memory.copy_from_slice(&original);
                // SAFETY: as before.
                let kept =
                    unsafe { moves_and_keeps(memory.as_mut_ptr().add(to), memory.as_ptr().add(from), n) };
                assert!(kept, "{n} bytes by {distance}");
                assert!(memory == expected, "{n} bytes by {distance}");
            }
        }
    }

    #[test]
    fn sets_exactly_the_range() {
        for n in sizes() {
            let mut memory = vec![1u8; n + 20];
            // SAFETY: inside `memory`.
            unsafe { memset(memory.as_mut_ptr().add(10), 0x1ab, n) };
            let right = |(i, &b): (usize, &u8)| b == if (10..10 + n).contains(&i) { 0xab } else { 1 };
            assert!(memory.iter().enumerate().all(right), "{n} bytes");
        }
    }

    #[test]
    fn compares_as_unsigned_bytes() {
        for n in sizes().filter(|&n| n > 0) {
            let a: Vec<u8> = (0..n).map(|i| i as u8).collect();
            let mut b = a.clone();
            // SAFETY: both have `n` bytes.
            unsafe {
                assert_eq!((memcmp(a.as_ptr(), b.as_ptr(), n), bcmp(a.as_ptr(), b.as_ptr(), n)), (0, 0));
                for i in (0..n.min(40)).chain([n / 2, n - 1]) {
                    let old = b[i];
                    b[i] ^= 0x80;
                    let sign = memcmp(a.as_ptr(), b.as_ptr(), n).signum();
                    assert_eq!(sign, if a[i] < b[i] { -1 } else { 1 }, "{n} bytes, {i}");
                    assert_ne!(bcmp(a.as_ptr(), b.as_ptr(), n), 0);
                    b[i] = old;
                }
            }
        }
        // SAFETY: NUL-terminated.
        unsafe { assert_eq!((strlen(c"".as_ptr().cast()), strlen(c"hello".as_ptr().cast())), (0, 5)) };
    }
}
