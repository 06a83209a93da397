//! The stack check, edited into finished code.
//!
//! Cranelift can check the stack pointer against a limit in the prologue, but only one that is loaded through a
//! parameter, and on failure it traps. Ours is a field of the goroutine (r15), and on failure `runtime.morestack`
//! gives the goroutine more stack. So the load's base register is changed (the same instruction otherwise, the same
//! length), and the branch to the trap is pointed at a stub behind the function:
//!
//! ```text
//!   push rbp
//!   mov  rbp, rsp
//! check:
//!   mov  r10, [rdi]   → [r15]                    the limit
//!   add  r10, frame                              absent if 0
//!   cmp  r10, rsp
//!   ja   trap         → stub                     frames of 32 KiB and more are checked before the add, too
//!   …
//! stub:
//!   mov  r11d, frame
//!   call runtime.morestack
//!   jmp  check
//! ```
//!
//! A small frame need not be added: every stack segment has room below its limit (`stack::SLACK` in the runtime, far more
//! than [`SMALL_FRAME`]). Its check becomes gc's, with a no-op in the place that this frees:
//!
//! ```text
//!   cmp  rsp, [r15]
//!   nop
//!   jb   stub
//! ```
//!
//! At the check no register but rbp has been saved and rsp equals rbp, so `runtime.morestack` may point rsp at a new
//! stack segment: the frame is then built there, and the epilogue's `mov rsp, rbp` returns to the old one. It must
//! preserve all argument registers (rdi, rsi, rdx, rcx, r8, r9, xmm0-xmm7), and rax and rbx, r12-r15; r10 and r11 are
//! free.
//!
//! Every byte that is relied on is compared; a function that looks otherwise is an error, never a wrong program.

/// What the editing did.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Stub {
    /// Offset of the stub.
    pub start: u32,
    /// Offset of the call's 4-byte operand, which refers to `runtime.morestack`.
    pub call_operand: u32,
}

const FRAME_SETUP: [u8; 4] = [0x55, 0x48, 0x89, 0xe5];
/// `mov r10, [rdi]`
const LOAD_RDI: [u8; 3] = [0x4c, 0x8b, 0x17];
/// `mov r10, [r15]`
const LOAD_R15: [u8; 3] = [0x4d, 0x8b, 0x17];
/// `cmp r10, rsp`
const COMPARE: [u8; 3] = [0x4c, 0x3b, 0xd4];
/// `cmp rsp, [r15]`
const COMPARE_R15: [u8; 3] = [0x49, 0x3b, 0x27];
/// `add r10, imm8`
const ADD8: [u8; 3] = [0x49, 0x83, 0xc2];
/// `add r10, imm32`
const ADD32: [u8; 3] = [0x49, 0x81, 0xc2];
/// `ja rel32`
const JA: [u8; 2] = [0x0f, 0x87];
/// `jb rel32`
const JB: [u8; 2] = [0x0f, 0x82];
/// No-ops of 3 and 7 bytes.
const NOP3: [u8; 3] = [0x0f, 0x1f, 0x00];
const NOP7: [u8; 7] = [0x0f, 0x1f, 0x80, 0, 0, 0, 0];
/// Bytes of a frame up to which only the stack pointer before it is compared (gc: `StackSmall`); its `add` is a short one.
const SMALL_FRAME: u32 = 112;
/// `ud2`
const UD2: [u8; 2] = [0x0f, 0x0b];

// The load above has no displacement.
const _: () = assert!(std::mem::offset_of!(abi::layout::GHeader, stack_limit) == 0);

/// Points the stack check of `code` at the goroutine. `overflow_traps` are the offsets of the traps that Cranelift
/// made for it: none means the function needs no check.
///
/// # Errors
/// If the code does not look as expected.
pub(crate) fn patch(code: &mut Vec<u8>, overflow_traps: &[u32]) -> Result<Option<Stub>, String> {
    if overflow_traps.is_empty() {
        return Ok(None);
    }
    let mut at = 0;
    expect(code, &mut at, &FRAME_SETUP)?;
    let check = at;
    expect(code, &mut at, &LOAD_RDI)?;
    code[check..at].copy_from_slice(&LOAD_R15);
    let mut branches = Vec::new();
    if code[at..].starts_with(&COMPARE) {
        branches.push(compare_and_branch(code, &mut at)?);
    }
    let frame = add_immediate(code, &mut at);
    if frame.is_some() || branches.is_empty() {
        branches.push(compare_and_branch(code, &mut at)?);
    }
    if branches.len() != overflow_traps.len() {
        return Err(format!("{} stack checks, but {} traps for them", branches.len(), overflow_traps.len()));
    }
    let mut targets = Vec::with_capacity(branches.len());
    for &operand in &branches {
        let target = operand.wrapping_add(4).wrapping_add_signed(read32(code, operand)? as i32 as isize);
        let known = overflow_traps.iter().any(|&t| t as usize == target) && code[target..].starts_with(&UD2);
        if !known {
            return Err(format!("the stack check at {operand:#x} does not lead to its trap"));
        }
        targets.push(target);
    }
    if let &[operand] = &branches[..]
        && frame.unwrap_or(0) <= SMALL_FRAME
    {
        shorten(code, check, operand);
    }
    // The traps are not needed any more; they mostly stand at the end.
    while code.len() > at && targets.contains(&(code.len() - UD2.len())) {
        code.truncate(code.len() - UD2.len());
    }
    let start = code.len();
    for operand in branches {
        write_relative(code, operand, start)?;
    }
    code.extend([0x41, 0xbb]);
    code.extend(frame.unwrap_or(0).to_le_bytes());
    code.push(0xe8);
    let call_operand = code.len();
    code.extend([0; 4]);
    code.push(0xe9);
    let jump_operand = code.len();
    code.extend([0; 4]);
    write_relative(code, jump_operand, check)?;
    Ok(Some(Stub { start: start as u32, call_operand: call_operand as u32 }))
}

/// Turns the check at `check`, whose branch has its operand at `operand`, into one that leaves the frame out.
fn shorten(code: &mut [u8], check: usize, operand: usize) {
    let branch = operand - JB.len();
    let nop: &[u8] = if branch - check == COMPARE_R15.len() + NOP3.len() { &NOP3 } else { &NOP7 };
    code[check..branch].copy_from_slice(&[&COMPARE_R15, nop].concat());
    code[branch..operand].copy_from_slice(&JB);
}

fn expect(code: &[u8], at: &mut usize, bytes: &[u8]) -> Result<(), String> {
    if !code.get(*at..).is_some_and(|rest| rest.starts_with(bytes)) {
        let found = &code[(*at).min(code.len())..(*at + bytes.len()).min(code.len())];
        return Err(format!("unexpected prologue: at {at:#x} {found:02x?} instead of {bytes:02x?}"));
    }
    *at += bytes.len();
    Ok(())
}

/// `cmp r10, rsp; ja rel32`: the offset of the branch's operand.
fn compare_and_branch(code: &[u8], at: &mut usize) -> Result<usize, String> {
    expect(code, at, &COMPARE)?;
    expect(code, at, &JA)?;
    let operand = *at;
    *at += 4;
    Ok(operand)
}

fn add_immediate(code: &[u8], at: &mut usize) -> Option<u32> {
    let rest = &code[*at..];
    if rest.starts_with(&ADD8) {
        *at += 4;
        return rest.get(3).map(|&b| u32::from(b));
    }
    if rest.starts_with(&ADD32) {
        *at += 7;
        return read32(rest, 3).ok();
    }
    None
}

fn read32(code: &[u8], at: usize) -> Result<u32, String> {
    match code.get(at..at + 4) {
        Some(b) => Ok(u32::from_le_bytes([b[0], b[1], b[2], b[3]])),
        None => Err(format!("the code ends within the operand at {at:#x}")),
    }
}

/// Points the 4-byte relative operand at `operand` to `target`.
fn write_relative(code: &mut [u8], operand: usize, target: usize) -> Result<(), String> {
    let distance = target as i64 - (operand as i64 + 4);
    let distance = i32::try_from(distance).map_err(|_| "a function of more than 2 GB".to_string())?;
    code[operand..operand + 4].copy_from_slice(&distance.to_le_bytes());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// push, mov, load, then `checks`, `nop`, and a `ud2` for each branch.
    fn function(checks: &[&[u8]]) -> (Vec<u8>, Vec<u32>) {
        let mut code = [&FRAME_SETUP[..], &LOAD_RDI].concat();
        let mut operands = Vec::new();
        for check in checks {
            code.extend(*check);
            code.extend(COMPARE);
            code.extend(JA);
            operands.push(code.len());
            code.extend([0; 4]);
        }
        code.push(0x90);
        let mut traps = Vec::new();
        for operand in operands {
            let trap = code.len();
            traps.push(trap as u32);
            code.extend(UD2);
            write_relative(&mut code, operand, trap).unwrap();
        }
        (code, traps)
    }

    fn target(code: &[u8], operand: usize) -> usize {
        (operand + 4).wrapping_add_signed(read32(code, operand).unwrap() as i32 as isize)
    }

    #[test]
    fn small_frame() {
        let (mut code, traps) = function(&[&[0x49, 0x83, 0xc2, 0x30]]);
        let stub = patch(&mut code, &traps).unwrap().unwrap();
        assert_eq!(stub.start, traps[0], "the stub takes the place of the trap");
        assert_eq!(code[4..7], COMPARE_R15);
        assert_eq!(code[7..14], NOP7);
        assert_eq!(code[14..16], JB);
        assert_eq!(target(&code, 16), stub.start as usize);
        let at = stub.start as usize;
        assert_eq!(code[at..at + 6], [0x41, 0xbb, 0x30, 0, 0, 0], "mov r11d, frame");
        assert_eq!(code[at + 6], 0xe8, "call");
        assert_eq!(stub.call_operand as usize, at + 7);
        assert_eq!(code[at + 11], 0xe9, "jmp");
        assert_eq!(target(&code, at + 12), 4, "the check is repeated");
    }

    #[test]
    fn frame_that_counts() {
        let (mut code, traps) = function(&[&[0x49, 0x81, 0xc2, 0, 1, 0, 0]]);
        patch(&mut code, &traps).unwrap().unwrap();
        assert_eq!(code[4..7], LOAD_R15);
        assert_eq!(code[14..17], COMPARE);
        assert_eq!(code[17..19], JA);
    }

    #[test]
    fn large_frame_has_two_checks() {
        let (mut code, traps) = function(&[&[], &[0x49, 0x81, 0xc2, 0, 0, 1, 0]]);
        let stub = patch(&mut code, &traps).unwrap().unwrap();
        assert_eq!(target(&code, 12), stub.start as usize);
        assert_eq!(target(&code, 28), stub.start as usize);
        assert_eq!(read32(&code, stub.start as usize + 2).unwrap(), 0x10000);
    }

    #[test]
    fn no_frame() {
        let (mut code, traps) = function(&[&[]]);
        let stub = patch(&mut code, &traps).unwrap().unwrap();
        assert_eq!(read32(&code, stub.start as usize + 2).unwrap(), 0);
        assert_eq!(code[4..12], [&COMPARE_R15[..], &NOP3, &JB].concat());
        assert_eq!(patch(&mut vec![0xc3], &[]), Ok(None), "no check, no change");
    }

    #[test]
    fn anything_else_is_refused() {
        let (good, traps) = function(&[&[0x49, 0x83, 0xc2, 0x30]]);
        // Each byte of the prologue but the immediate of the add matters.
        for i in (0..20).filter(|&i| i != 10) {
            let mut code = good.clone();
            code[i] ^= 0x40;
            assert!(patch(&mut code, &traps).is_err(), "byte {i}");
        }
        assert!(patch(&mut good[..12].to_vec(), &traps).is_err(), "cut short");
        assert!(patch(&mut good.clone(), &[traps[0], 0]).is_err(), "one trap too many");
    }
}
