//! The target: Cranelift's settings for x86-64 Linux.

use std::str::FromStr;

use cranelift_codegen::isa::{self, OwnedTargetIsa};
use cranelift_codegen::settings::{self, Configurable};

use crate::{Error, Options};

/// Processor features of the levels of the x86-64 psABI (as `GOAMD64`), added level by level.
const LEVELS: [&[&str]; 3] = [
    &["has_sse3", "has_ssse3", "has_cmpxchg16b", "has_sse41", "has_sse42", "has_popcnt"],
    &["has_avx", "has_avx2", "has_bmi1", "has_bmi2", "has_fma", "has_lzcnt"],
    &["has_avx512f", "has_avx512dq", "has_avx512vl"],
];

/// The code generator for `opts`.
///
/// # Errors
/// If Cranelift does not know a setting.
pub(crate) fn isa(opts: &Options) -> Result<OwnedTargetIsa, Error> {
    let bad = |e: &dyn std::fmt::Display| Error::Target(e.to_string());
    let mut flags = settings::builder();
    let verify = if opts.verify { "true" } else { "false" };
    for (name, value) in [
        ("opt_level", if opts.optimize { "speed" } else { "none" }),
        ("enable_verifier", verify),
        // r15 holds the goroutine.
        ("enable_pinned_reg", "true"),
        // Tracebacks and panics walk the chain of frame pointers.
        ("preserve_frame_pointers", "true"),
        // Everything is linked at fixed addresses within 2 GB: no global offset table.
        ("is_pic", "false"),
        ("unwind_info", "false"),
        ("enable_probestack", "false"),
        // Where blocks start, for the listing: tables stand between them.
        ("machine_code_cfg_info", "true"),
    ] {
        flags.set(name, value).map_err(|e| bad(&e))?;
    }
    let triple = target_lexicon::Triple::from_str("x86_64-unknown-linux-gnu").map_err(|e| bad(&e))?;
    let mut builder = isa::lookup(triple).map_err(|e| bad(&e))?;
    // Code with the instruction `popcnt` asks the processor first, whatever the level is. Cranelift wants SSE 4.2 for it,
    // which it uses for nothing else but vectors of 64-bit integers.
    for feature in ["has_popcnt", "has_sse42"] {
        builder.enable(feature).map_err(|e| bad(&e))?;
    }
    for feature in LEVELS.iter().take(usize::from(opts.amd64_level.saturating_sub(1))).copied().flatten() {
        builder.enable(feature).map_err(|e| bad(&e))?;
    }
    builder.finish(settings::Flags::new(flags)).map_err(|e| bad(&e))
}
