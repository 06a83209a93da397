//! The table of predeclared functions (Go spec, Built-in functions) and those of package unsafe.

macro_rules! builtins {
    ($($variant:ident = $name:literal, $min:literal, $variadic:literal, $stmt:literal, $since:literal;)*) => {
        /// A predeclared function.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[allow(missing_docs)]
        pub enum Builtin { $($variant),* }

        impl Builtin {
            /// All, in table order.
            pub const ALL: &'static [Builtin] = &[$(Builtin::$variant),*];
            /// The name; functions of package unsafe without the package.
            pub fn name(self) -> &'static str {
                match self { $(Builtin::$variant => $name),* }
            }
            /// Least number of arguments.
            pub fn min_args(self) -> usize {
                match self { $(Builtin::$variant => $min),* }
            }
            /// Whether more arguments than [`Builtin::min_args`] are allowed.
            pub fn is_variadic(self) -> bool {
                match self { $(Builtin::$variant => $variadic),* }
            }
            /// Whether a call may stand alone as a statement, or after `go` and `defer`.
            pub fn is_statement(self) -> bool {
                match self { $(Builtin::$variant => $stmt),* }
            }
            /// First language version (minor number) that has it.
            pub fn since(self) -> u32 {
                match self { $(Builtin::$variant => $since),* }
            }
            /// Whether it belongs to package unsafe.
            pub fn is_unsafe(self) -> bool {
                self as u8 >= Builtin::UnsafeAdd as u8
            }
        }
    };
}

builtins! {
    Append = "append", 1, true, false, 0;
    Cap = "cap", 1, false, false, 0;
    Clear = "clear", 1, false, true, 21;
    Close = "close", 1, false, true, 0;
    Complex = "complex", 2, false, false, 0;
    Copy = "copy", 2, false, true, 0;
    Delete = "delete", 2, false, true, 0;
    Imag = "imag", 1, false, false, 0;
    Len = "len", 1, false, false, 0;
    Make = "make", 1, true, false, 0;
    Max = "max", 1, true, false, 21;
    Min = "min", 1, true, false, 21;
    New = "new", 1, false, false, 0;
    Panic = "panic", 1, false, true, 0;
    Print = "print", 0, true, true, 0;
    Println = "println", 0, true, true, 0;
    Real = "real", 1, false, false, 0;
    Recover = "recover", 0, false, true, 0;
    UnsafeAdd = "Add", 2, false, false, 17;
    UnsafeAlignof = "Alignof", 1, false, false, 0;
    UnsafeOffsetof = "Offsetof", 1, false, false, 0;
    UnsafeSizeof = "Sizeof", 1, false, false, 0;
    UnsafeSlice = "Slice", 2, false, false, 17;
    UnsafeSliceData = "SliceData", 1, false, false, 20;
    UnsafeString = "String", 2, false, false, 20;
    UnsafeStringData = "StringData", 1, false, false, 20;
}
