//! What the modelled files call and what does not matter to them.

pub mod fatal {
    pub fn throw(text: &[u8]) -> ! {
        panic!("{}", String::from_utf8_lossy(text))
    }
}

pub mod gc {
    pub mod barrier {
        pub struct Buffer;

        pub fn before_overwrite(_: *const u8, _: usize) {}
    }
}

pub mod go {
    use abi::layout::PanicCode;

    pub fn panic_code(code: PanicCode) -> ! {
        panic!("{code:?}")
    }
}

pub mod mem {
    use crate::sys;
    use abi::layout::Type;

    pub mod shape {
        pub struct Cache;
    }

    pub fn new_bytes(n: usize) -> *mut u8 {
        sys::map(0, n).unwrap()
    }

    pub unsafe fn new_object(ty: &Type) -> *mut u8 {
        new_bytes(ty.size)
    }

    pub unsafe fn allocate(n: usize, _: &Type) -> *mut u8 {
        new_bytes(n)
    }
}

pub mod print {
    pub struct Stderr;

    impl core::fmt::Write for Stderr {
        fn write_str(&mut self, _: &str) -> core::fmt::Result {
            Ok(())
        }
    }

    pub fn lock() {}
    pub fn unlock() {}
}

pub mod stack {
    pub struct StackCache;

    impl StackCache {
        pub fn give_back(&mut self) {}
    }
}

pub mod switch_x86_64 {
    use crate::g::G;
    use crate::sched;

    pub unsafe extern "C" fn call_on_system_stack(f: extern "C" fn(*mut u8), arg: *mut u8) {
        f(arg);
    }

    pub unsafe fn abandon_to_system(g: *mut G) {
        sched::wait_for_own(g);
    }
}
