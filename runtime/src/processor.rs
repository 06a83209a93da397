//! What the processor can do beyond the x86-64 that all have.

use core::arch::x86_64::{__cpuid, __cpuid_count};
use core::sync::atomic::{AtomicU64, Ordering};

use abi::layout::processor;

static FEATURES: AtomicU64 = AtomicU64::new(0);

/// Bits of ecx of leaf 1 (Intel, Software Developer's Manual, volume 2A, CPUID).
const POPCNT: u32 = 1 << 23;
const FMA: u32 = 1 << 12;
const OSXSAVE: u32 = 1 << 27;
/// Bit of ebx of leaf 7.
const AVX2: u32 = 1 << 5;
/// What must be set in the register xcr0 for registers of 256 bits (volume 1, 13.3).
const SSE_AND_AVX: u32 = 0b110;

/// Asks the processor, which takes microseconds on a virtual machine: once, before there are goroutines.
pub fn init() {
    let has = __cpuid(1).ecx;
    let mut features = 0;
    if has & POPCNT != 0 {
        features |= processor::POPCNT;
    }
    if has & OSXSAVE != 0 && saved_registers() & SSE_AND_AVX == SSE_AND_AVX {
        if has & FMA != 0 {
            features |= processor::FMA;
        }
        if __cpuid(0).eax >= 7 && __cpuid_count(7, 0).ebx & AVX2 != 0 {
            features |= processor::AVX2;
        }
    }
    FEATURES.store(features, Ordering::Relaxed);
}

/// The low half of the register xcr0: which registers the kernel keeps for each thread.
fn saved_registers() -> u32 {
    let low;
    // SAFETY: the processor has the instruction where cpuid says OSXSAVE.
    unsafe {
        core::arch::asm!("xgetbv", in("ecx") 0, out("eax") low, out("edx") _, options(nomem, nostack));
    }
    low
}

/// The bits of [`abi::layout::processor`].
pub fn features() -> u64 {
    FEATURES.load(Ordering::Relaxed)
}
