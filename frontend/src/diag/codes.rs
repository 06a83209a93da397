//! The table of diagnostic codes (names: gc's `internal/types/errors/codes.go`).
//!
//! One row per rule: the variant, which is also the name shown by `-json`, what the rule says, and an example that breaks it.
//! The examples are checked (`frontend/tests/codes.rs`): each must get this code. Without a package clause they are in package p.

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident;)*) => {
        /// Which rule a diagnostic is about.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum Code { $($(#[$doc])* $variant),* }

        impl Code {
            /// All codes.
            pub const ALL: &'static [Code] = &[$(Code::$variant),*];

            /// The name in `-json` output.
            pub fn name(self) -> &'static str {
                match self { $(Code::$variant => stringify!($variant)),* }
            }
        }
    };
}

codes! {
    /// The text is not a Go program by the grammar.
    /// ```go
    /// func f() { x := }
    /// ```
    Syntax;
    /// A tree that the grammar should not have let through.
    InvalidSyntaxTree;
    /// A construct that this version of the compiler does not support yet.
    Unsupported;
    /// A package is found nowhere, cannot be read or has no Go files.
    /// ```go
    /// import _ "nowhere/at/all"
    /// ```
    BrokenImport;

    /// `package _`
    /// ```go
    /// package _
    /// ```
    BlankPkgName;
    /// A package name used as a value: `fmt + 1`
    /// ```go
    /// import "fmt"
    /// var x = fmt
    /// ```
    InvalidPkgUse;
    /// `import "a b"`
    /// ```go
    /// import _ "internal/abi"
    /// ```
    BadImportPath;
    /// `import "fmt"` without a use of `fmt`
    /// ```go
    /// import "fmt"
    /// ```
    UnusedImport;
    /// A package-level variable whose initialisation needs its own value.
    /// ```go
    /// var x = f()
    /// func f() int { return x }
    /// ```
    InvalidInitCycle;
    /// `var x int; var x string` in one block
    /// ```go
    /// var x int
    /// var x string
    /// ```
    DuplicateDecl;
    /// A declaration that refers to itself without end.
    /// ```go
    /// type T struct { f T }
    /// ```
    InvalidDeclCycle;
    /// `type T struct { f T }`
    /// ```go
    /// type I interface { m() interface{ I } }
    /// ```
    InvalidTypeCycle;
    /// `const c = f()`
    /// ```go
    /// const c = f()
    /// func f() int
    /// ```
    InvalidConstInit;
    /// A constant whose value cannot be held.
    /// ```go
    /// const c = 1 << 1000
    /// ```
    InvalidConstVal;
    /// `const c []int = nil`
    /// ```go
    /// const c []int = nil
    /// ```
    InvalidConstType;
    /// `x := nil`
    /// ```go
    /// var x = nil
    /// ```
    UntypedNilUse;
    /// `a, b = 1`
    /// ```go
    /// var a, b = 1
    /// ```
    WrongAssignCount;
    /// `f() = 1`
    /// ```go
    /// func f() int { f() = 1; return 0 }
    /// ```
    UnassignableOperand;
    /// `a := 1` where a is already declared in this block
    /// ```go
    /// func f(a int) { a := 1; a := 2; _ = a }
    /// ```
    NoNewVar;
    /// A value whose type lacks methods of the interface it is assigned to.
    /// ```go
    /// var e error = 1
    /// ```
    InvalidIfaceAssign;
    /// A channel assigned to one with other directions or elements.
    /// ```go
    /// type A chan int
    /// type B chan<- int
    /// func f(a A) { var b B = a; _ = b }
    /// ```
    InvalidChanAssign;
    /// `var s string = 1`
    /// ```go
    /// var s string = 1 + len("")
    /// ```
    IncompatibleAssign;
    /// `m["k"].f = 1` where m is a map of structs
    /// ```go
    /// func f(m map[string]struct{ f int }) { m["k"].f = 1 }
    /// ```
    UnaddressableFieldAssign;
    /// `var x y` where y is a variable
    /// ```go
    /// var y int
    /// var x y
    /// ```
    NotAType;
    /// `[n]int` where n is no constant, or negative
    /// ```go
    /// var a [-1]int
    /// ```
    InvalidArrayLen;
    /// `interface { _() }`
    /// ```go
    /// type I interface { _() }
    /// ```
    BlankIfaceMethod;
    /// `map[[]int]string`
    /// ```go
    /// var m map[[]int]string
    /// ```
    IncomparableMapKey;
    /// An embedded field that is a pointer to an interface, or a pointer type.
    /// ```go
    /// type P *int
    /// type T struct { P }
    /// ```
    InvalidPtrEmbed;
    /// A receiver that is missing or doubled.
    /// ```go
    /// type T[P any] int
    /// func (T[A, B]) m() {}
    /// ```
    BadRecv;
    /// `func (int) m()`
    /// ```go
    /// func (int) m() {}
    /// ```
    InvalidRecv;
    /// A struct type with a field and a method of one name.
    /// ```go
    /// type T struct { m int }
    /// func (T) m() {}
    /// ```
    DuplicateFieldAndMethod;
    /// Two methods of one name.
    /// ```go
    /// type T struct{}
    /// func (T) m() {}
    /// func (T) m() {}
    /// ```
    DuplicateMethod;
    /// `_` used as a value
    /// ```go
    /// var x = _
    /// ```
    InvalidBlank;
    /// `iota` outside a constant declaration
    /// ```go
    /// var x = iota
    /// ```
    InvalidIota;
    /// `func init()` without a body
    /// ```go
    /// func init()
    /// ```
    MissingInitBody;
    /// `var init int`
    /// ```go
    /// var init int
    /// ```
    InvalidInitDecl;
    /// `func main(int)`
    /// ```go
    /// package main
    /// func main(int) {}
    /// ```
    InvalidMainDecl;
    /// `f(g())` where g has too many results for one value
    /// ```go
    /// func f() (int, int) { return 1, 2 }
    /// var x = f() + 1
    /// ```
    TooManyValues;
    /// A type or other non-expression used as a value.
    /// ```go
    /// var x = int
    /// ```
    NotAnExpr;
    /// `var f float32 = …` with digits that a constant cannot keep, `int(1.5)`
    /// ```go
    /// var i int = 1.5
    /// ```
    TruncatedFloat;
    /// `var b byte = 256`
    /// ```go
    /// var b byte = 256
    /// ```
    NumericOverflow;
    /// `"a" - "b"`
    /// ```go
    /// var x = "a" - "b"
    /// ```
    UndefinedOp;
    /// `1 + "a"` with typed operands
    /// ```go
    /// func f(i int, s string) bool { return i == s }
    /// ```
    MismatchedTypes;
    /// `x / 0` with integers
    /// ```go
    /// func f(x int) int { return x / 0 }
    /// ```
    DivByZero;
    /// `s++` where s is a string
    /// ```go
    /// func f(s string) { s++ }
    /// ```
    NonNumericIncDec;
    /// `&f()`
    /// ```go
    /// func f() int
    /// var p = &f()
    /// ```
    UnaddressableOperand;
    /// `*x` where x is no pointer
    /// ```go
    /// func f(x int) int { return *x }
    /// ```
    InvalidIndirection;
    /// `a[-1]`, `a["x"]`
    /// ```go
    /// var x = [2]int{}[2]
    /// ```
    InvalidIndex;
    /// `a[2:1]`
    /// ```go
    /// var x = "abc"[2:1]
    /// ```
    SwappedSliceIndices;
    /// `x[:]` where x is a struct
    /// ```go
    /// func f(x struct{}) { _ = x[:] }
    /// ```
    NonSliceableOperand;
    /// `s[0:1:2]` where s is a string
    /// ```go
    /// func f(s string) { _ = s[0:1:2] }
    /// ```
    InvalidSliceExpr;
    /// `1 << -1`
    /// ```go
    /// var x = 1 << -1
    /// ```
    InvalidShiftCount;
    /// `1.5 << 1`
    /// ```go
    /// var x = 1.5 << 1
    /// ```
    InvalidShiftOperand;
    /// `<-ch` where ch is a send-only channel
    /// ```go
    /// func f(c chan<- int) { <-c }
    /// ```
    InvalidReceive;
    /// `ch <- 1` where ch is a receive-only channel
    /// ```go
    /// func f(c <-chan int) { c <- 1 }
    /// ```
    InvalidSend;
    /// `map[int]int{1: 2, 1: 3}`
    /// ```go
    /// var m = map[int]int{1: 2, 1: 3}
    /// ```
    DuplicateLitKey;
    /// `map[int]int{1}`
    /// ```go
    /// var m = map[int]int{1}
    /// ```
    MissingLitKey;
    /// `[]int{"a": 1}`
    /// ```go
    /// func f(i int) { _ = []int{i: 1} }
    /// ```
    InvalidLitIndex;
    /// `[1]int{1, 2}`
    /// ```go
    /// var a = [1]int{1, 2}
    /// ```
    OversizeArrayLit;
    /// `T{a: 1, 2}`
    /// ```go
    /// type T struct { a, b int }
    /// var t = T{a: 1, 2}
    /// ```
    MixedStructLit;
    /// `T{1, 2, 3}` with too few or too many values
    /// ```go
    /// type T struct { a, b int }
    /// var t = T{1}
    /// ```
    InvalidStructLit;
    /// `T{nosuch: 1}`
    /// ```go
    /// type T struct { a int }
    /// var t = T{nosuch: 1}
    /// ```
    MissingLitField;
    /// `T{a: 1, a: 2}`
    /// ```go
    /// type T struct { a int }
    /// var t = T{a: 1, a: 2}
    /// ```
    DuplicateLitField;
    /// `pkg.T{1}` where T has unexported fields
    /// ```go
    /// import "sync"
    /// var w = sync.WaitGroup{1}
    /// ```
    UnexportedLitField;
    /// `T{1: 2}` where T is a struct
    /// ```go
    /// type T struct { a int }
    /// var t = T{1: 2}
    /// ```
    InvalidLitField;
    /// `{1, 2}` where no type can be inferred
    /// ```go
    /// type T struct { f []int }
    /// var t = T{{1}}
    /// ```
    UntypedLit;
    /// `int{}`
    /// ```go
    /// var x = int{}
    /// ```
    InvalidLit;
    /// `x.f` where f is found twice at one depth
    /// ```go
    /// type A struct { f int }
    /// type B struct { f int }
    /// type T struct { A; B }
    /// var x = T{}.f
    /// ```
    AmbiguousSelector;
    /// `fmt.Nosuch`
    /// ```go
    /// import "fmt"
    /// var x = fmt.Nosuch
    /// ```
    UndeclaredImportedName;
    /// `fmt.newPrinter`
    /// ```go
    /// import "errors"
    /// var x errors.errorString
    /// ```
    UnexportedName;
    /// A name that is declared nowhere.
    /// ```go
    /// var x = nosuch
    /// ```
    UndeclaredName;
    /// `x.nosuch`
    /// ```go
    /// type T struct{}
    /// var x = T{}.nosuch
    /// ```
    MissingFieldOrMethod;
    /// `...` where it cannot stand
    /// ```go
    /// var x [...]int
    /// ```
    BadDotDotDotSyntax;
    /// `f(s...)` where f is not variadic
    /// ```go
    /// func f(s []int) { f(s...) }
    /// ```
    NonVariadicDotDotDot;
    /// `len(s...)`
    /// ```go
    /// func f(s []int) int { return len(s...) }
    /// ```
    InvalidDotDotDot;
    /// A predeclared function used as a value.
    /// ```go
    /// var x = len
    /// ```
    UncalledBuiltin;
    /// `append(1, 2)`
    /// ```go
    /// var x = append(1, 2)
    /// ```
    InvalidAppend;
    /// `cap(1)`
    /// ```go
    /// var x = cap(1)
    /// ```
    InvalidCap;
    /// `close(1)`
    /// ```go
    /// func f() { close(1) }
    /// ```
    InvalidClose;
    /// `copy(1, 2)`
    /// ```go
    /// var x = copy(1, 2)
    /// ```
    InvalidCopy;
    /// `complex(1, "a")`
    /// ```go
    /// func f(a float32, b float64) { _ = complex(a, b) }
    /// ```
    InvalidComplex;
    /// `delete(1, 2)`
    /// ```go
    /// func f() { delete(1, 2) }
    /// ```
    InvalidDelete;
    /// `imag("a")`
    /// ```go
    /// func f(s string) { _ = imag(s) }
    /// ```
    InvalidImag;
    /// `len(1)`
    /// ```go
    /// var x = len(1)
    /// ```
    InvalidLen;
    /// `make([]int, 2, 1)`
    /// ```go
    /// var x = make([]int, 2, 1)
    /// ```
    SwappedMakeArgs;
    /// `make(int)`
    /// ```go
    /// var x = make(int)
    /// ```
    InvalidMake;
    /// `real("a")`
    /// ```go
    /// func f(s string) { _ = real(s) }
    /// ```
    InvalidReal;
    /// `x.(T)` where x is no interface
    /// ```go
    /// func f(x int) { _ = x.(string) }
    /// ```
    InvalidAssert;
    /// `x.(T)` where T cannot implement x's type
    /// ```go
    /// func f(x error) { _ = x.(int) }
    /// ```
    ImpossibleAssert;
    /// `int("a")`
    /// ```go
    /// func f(s string) { _ = int(s) }
    /// ```
    InvalidConversion;
    /// An untyped value that cannot take the type it is used as.
    /// ```go
    /// var x = []int{}["x"]
    /// ```
    InvalidUntypedConversion;
    /// `unsafe.Offsetof(x)` where x is no field
    /// ```go
    /// import "unsafe"
    /// var y int
    /// var x = unsafe.Offsetof(y)
    /// ```
    BadOffsetofSyntax;
    /// `unsafe.Offsetof(x.f)` where f is reached through a pointer
    /// ```go
    /// import "unsafe"
    /// type A struct { f int }
    /// type T struct { *A }
    /// var x = unsafe.Offsetof(T{}.f)
    /// ```
    InvalidOffsetof;
    /// An expression statement that is not used.
    /// ```go
    /// func f(x int) { x + 1 }
    /// ```
    UnusedExpr;
    /// A local variable that is never used.
    /// ```go
    /// func f() { x := 1 }
    /// ```
    UnusedVar;
    /// A function with results whose end can be reached.
    /// ```go
    /// func f() int {}
    /// ```
    MissingReturn;
    /// `return 1` in a function with two results
    /// ```go
    /// func f() (int, int) { return 1 }
    /// ```
    WrongResultCount;
    /// `return` where a result is shadowed
    /// ```go
    /// func f() (x int) { { x := 1; _ = x; return } }
    /// ```
    OutOfScopeResult;
    /// `if 1 {}`
    /// ```go
    /// func f() { if 1 {} }
    /// ```
    InvalidCond;
    /// `for 1 = range x {}` and the like
    /// ```go
    /// func f(c chan int) { for a, b := range c { _, _ = a, b } }
    /// ```
    InvalidIterVar;
    /// `for range 1.5 {}`
    /// ```go
    /// func f() { for range 1.5 {} }
    /// ```
    InvalidRangeExpr;
    /// `break` outside a loop, switch or select
    /// ```go
    /// func f() { break }
    /// ```
    MisplacedBreak;
    /// `continue` outside a loop
    /// ```go
    /// func f() { continue }
    /// ```
    MisplacedContinue;
    /// `fallthrough` that does not end a case
    /// ```go
    /// func f() { fallthrough }
    /// ```
    MisplacedFallthrough;
    /// Two equal cases.
    /// ```go
    /// func f(x int) { switch x { case 1: case 1: } }
    /// ```
    DuplicateCase;
    /// Two `default` clauses.
    /// ```go
    /// func f(x int) { switch x { default: default: } }
    /// ```
    DuplicateDefault;
    /// A type switch on something that is no interface.
    /// ```go
    /// func f(x int) { switch x.(type) {} }
    /// ```
    InvalidTypeSwitch;
    /// A switch on a value that cannot be compared.
    /// ```go
    /// func f(x struct{ f []int }) { switch x {} }
    /// ```
    InvalidExprSwitch;
    /// A select case that is neither send nor receive.
    /// ```go
    /// func f(c chan int) { select { case c: } }
    /// ```
    InvalidSelectCase;
    /// `goto L` without `L:`
    /// ```go
    /// func f() { goto L }
    /// ```
    UndeclaredLabel;
    /// Two labels of one name in a function.
    /// ```go
    /// func f() { L: goto L; L: }
    /// ```
    DuplicateLabel;
    /// `continue L` where L labels no enclosing loop
    /// ```go
    /// func f() { L: { for { continue L } } }
    /// ```
    MisplacedLabel;
    /// A label that is never used.
    /// ```go
    /// func f() { L: }
    /// ```
    UnusedLabel;
    /// A `goto` over a variable declaration.
    /// ```go
    /// func f() { goto L; x := 1; _ = x; L: }
    /// ```
    JumpOverDecl;
    /// A `goto` into a block.
    /// ```go
    /// func f() { goto L; { L: } }
    /// ```
    JumpIntoBlock;
    /// `T.m` where m is not in T's method set
    /// ```go
    /// type T struct{}
    /// func (*T) m() {}
    /// var x = T.m
    /// ```
    InvalidMethodExpr;
    /// A call with too few or too many arguments.
    /// ```go
    /// func f(int) { f() }
    /// ```
    WrongArgCount;
    /// A call of something that is no function.
    /// ```go
    /// func f(x int) { x() }
    /// ```
    InvalidCall;
    /// `len(x)` as a statement
    /// ```go
    /// func f(x []int) { defer len(x) }
    /// ```
    UnusedResults;
    /// `defer` of something that is no call
    /// ```go
    /// func f(x int) { defer int8(x) }
    /// ```
    InvalidDefer;
    /// `go` of something that is no call
    /// ```go
    /// func f(x int) { go int8(x) }
    /// ```
    InvalidGo;
    /// A malformed declaration.
    /// ```go
    /// func f()
    /// ```
    BadDecl;
    /// `a, a := 1, 2`
    /// ```go
    /// func f() { a, a := 1, 2; _ = a }
    /// ```
    RepeatedDecl;
    /// `unsafe.Add` with arguments that do not fit
    /// ```go
    /// import "unsafe"
    /// func f(p unsafe.Pointer, x float64) { _ = unsafe.Add(p, x) }
    /// ```
    InvalidUnsafeAdd;
    /// `unsafe.Slice` with arguments that do not fit
    /// ```go
    /// import "unsafe"
    /// func f(x int) { _ = unsafe.Slice(x, 1) }
    /// ```
    InvalidUnsafeSlice;
    /// A feature newer than the file's language version.
    /// ```go
    /// //go:build go1.21
    /// package p
    /// type A[P any] = int
    /// ```
    UnsupportedFeature;
    /// `T[int]` where T is not generic
    /// ```go
    /// type T int
    /// var x T[int]
    /// ```
    NotAGenericType;
    /// Too few or too many type arguments.
    /// ```go
    /// type T[P any] int
    /// var x T[int, int]
    /// ```
    WrongTypeArgCount;
    /// Type arguments that cannot be inferred.
    /// ```go
    /// func f[P any]() { f() }
    /// ```
    CannotInferTypeArgs;
    /// A type argument that does not satisfy its constraint.
    /// ```go
    /// func f[P comparable]() {}
    /// func g() { f[[]int]() }
    /// ```
    InvalidTypeArg;
    /// An instantiation that needs itself without end.
    /// ```go
    /// func f[P any]() { f[*P]() }
    /// ```
    InvalidInstanceCycle;
    /// A union that cannot be.
    /// ```go
    /// type I interface { int | int }
    /// ```
    InvalidUnion;
    /// A constraint used as the type of a variable.
    /// ```go
    /// type I interface { int | string }
    /// var x I
    /// ```
    MisplacedConstraintIface;
    /// Methods with type parameters where they cannot be.
    /// ```go
    /// type I interface { m[P any]() }
    /// ```
    InvalidMethodTypeParams;
    /// A type parameter where it cannot stand.
    /// ```go
    /// func f[P any]() { type T P }
    /// ```
    MisplacedTypeParam;
    /// `unsafe.SliceData` of something that is no slice
    /// ```go
    /// import "unsafe"
    /// func f(x int) { _ = unsafe.SliceData(x) }
    /// ```
    InvalidUnsafeSliceData;
    /// `unsafe.String` with arguments that do not fit
    /// ```go
    /// import "unsafe"
    /// func f(p *byte, x float64) { _ = unsafe.String(p, x) }
    /// ```
    InvalidUnsafeString;
    /// `clear(1)`
    /// ```go
    /// func f(x int) { clear(x) }
    /// ```
    InvalidClear;
    /// A type whose size exceeds the address space.
    /// ```go
    /// var x [1 << 50]byte
    /// ```
    TypeTooLarge;
    /// `min("a", 1)`
    /// ```go
    /// func f(x []int) { _ = min(x, x) }
    /// ```
    InvalidMinMaxOperand;
    /// `//go:noinline` in front of something that is no function
    /// ```go
    /// //go:noinline
    /// var x int
    /// ```
    MisplacedDirective;
    /// `//go:embed` with a pattern that matches nothing, or above a variable that cannot hold what it matches
    /// ```go
    /// import _ "embed"
    /// //go:embed nothing.txt
    /// var x string
    /// ```
    InvalidEmbed;
    /// `//go:linkname x y` where x is not declared
    /// ```go
    /// import _ "unsafe"
    /// //go:linkname nosuch other
    /// ```
    InvalidLinkname;
}
