//! Calls from the runtime into Go code of the program.
//!
//! All of these run on the calling goroutine's stack. What raises a panic does not return: the frames of the runtime
//! below it are abandoned without running destructors, so callers must not hold locks, owned collections or marks
//! that need undoing.

use abi::layout::{Eface, PanicCode, Type};

#[cfg(feature = "entry")]
mod symbols {
    unsafe extern "C" {
        #[link_name = "runtime.panicrt"]
        pub fn panicrt();
        #[link_name = "runtime.panicmem"]
        pub fn panicmem();
        #[link_name = "runtime.panicmemAddr"]
        pub fn panicmem_addr();
        #[link_name = "runtime.panicdivide"]
        pub fn panicdivide();
        #[link_name = "runtime.panicTypeAssert"]
        pub fn panic_type_assert();
        #[link_name = "runtime.panicnildottype"]
        pub fn panicnildottype();
        #[link_name = "runtime.panicunhashable"]
        pub fn panicunhashable();
        #[link_name = "runtime.panicunhashableEmpty"]
        pub fn panicunhashable_empty();
        #[link_name = "runtime.panicuncomparable"]
        pub fn panicuncomparable();
        #[link_name = "runtime.preprintpanic"]
        pub fn preprintpanic();
        #[link_name = "runtime.printpanicval"]
        pub fn printpanicval();
    }
}

/// Stand-ins without a Go program: they fail the test that reaches them, with their name.
#[cfg(not(feature = "entry"))]
mod symbols {
    macro_rules! stand_ins {
        ($($name:ident)*) => { $(pub fn $name() { panic!(concat!("Go: ", stringify!($name))) })* };
    }
    stand_ins! {
        panicrt panicmem panicmem_addr panicdivide panic_type_assert panicnildottype panicunhashable panicunhashable_empty
        panicuncomparable preprintpanic printpanicval
    }
}

/// Calls a Go function.
fn call(function: *const (), args: [usize; 6]) {
    #[cfg(feature = "entry")]
    // SAFETY: the functions in `symbols` take at most these words; `args` lives through the call.
    unsafe {
        crate::switch_x86_64::call_go(function as usize, args.as_ptr());
    }
    #[cfg(not(feature = "entry"))]
    {
        let _ = args;
        // SAFETY: one of the stand-ins, which are Rust functions without parameters. The tests run it as such so
        // that its panic unwinds into the test.
        let f: fn() = unsafe { core::mem::transmute(function) };
        f();
    }
}

fn raise(function: *const (), args: [usize; 6]) -> ! {
    call(function, args);
    unreachable!("a function that raises a panic has returned")
}

/// A function of the Go file that raises the run-time panics.
pub fn panic_function() -> Option<crate::symtab::Func> {
    crate::symtab::tables().func(symbols::panicrt as *const () as usize)
}

/// Raises the panic with the given code.
pub fn panic_code(code: PanicCode) -> ! {
    raise(symbols::panicrt as *const (), [code as usize, 0, 0, 0, 0, 0])
}

/// Raises a nil dereference.
pub fn panic_mem() -> ! {
    raise(symbols::panicmem as *const (), [0; 6])
}

/// Raises a fault at an address that is not that of a nil pointer's field.
pub fn panic_mem_addr(addr: usize) -> ! {
    raise(symbols::panicmem_addr as *const (), [addr, 0, 0, 0, 0, 0])
}

/// Raises a division by zero.
pub fn panic_divide() -> ! {
    raise(symbols::panicdivide as *const (), [0; 6])
}

/// Raises the failed assertion of a value of type `have` that lacks `method` of the interface type `want`.
pub fn panic_type_assert(have: *const Type, want: *const Type, method: &str) -> ! {
    let args = [have as usize, want as usize, method.as_ptr() as usize, method.len(), 0, 0];
    raise(symbols::panic_type_assert as *const (), args)
}

/// Raises the failed assertion of a nil interface.
pub fn panic_nil_dot_type(want: *const Type) -> ! {
    raise(symbols::panicnildottype as *const (), [want as usize, 0, 0, 0, 0, 0])
}

/// Raises the use of an unhashable key; the wording differs for empty maps.
pub fn panic_unhashable(ty: *const Type, empty: bool) -> ! {
    let f = if empty {
        symbols::panicunhashable_empty as *const ()
    } else {
        symbols::panicunhashable as *const ()
    };
    raise(f, [ty as usize, 0, 0, 0, 0, 0])
}

/// Raises the comparison of values that cannot be compared.
pub fn panic_uncomparable(ty: *const Type) -> ! {
    raise(symbols::panicuncomparable as *const (), [ty as usize, 0, 0, 0, 0, 0])
}

/// Replaces an error or Stringer in `*value` by its text.
pub fn preprint_panic(value: &mut Eface) {
    call(symbols::preprintpanic as *const (), [value as *mut Eface as usize, 0, 0, 0, 0, 0]);
}

/// Prints a panic value.
pub fn print_panic_value(value: &Eface) {
    call(symbols::printpanicval as *const (), [value as *const Eface as usize, 0, 0, 0, 0, 0]);
}
