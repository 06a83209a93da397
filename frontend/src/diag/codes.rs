//! The table of diagnostic codes (names: gc's `internal/types/errors/codes.go`).
//!
//! One row per rule: the variant, which is also the name shown by `-json`, and what the rule says.

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
    Syntax;
    /// A tree that the grammar should not have let through.
    InvalidSyntaxTree;
    /// A construct that this version of the compiler does not support yet.
    Unsupported;
    /// A package is found nowhere, cannot be read or has no Go files.
    BrokenImport;
    /// Packages that import each other.
    ImportCycle;

    /// `package _`
    BlankPkgName;
    /// Files of one directory name different packages.
    MismatchedPkgName;
    /// A package name used as a value: `fmt + 1`
    InvalidPkgUse;
    /// `import "a b"`
    BadImportPath;
    /// `import "fmt"` without a use of `fmt`
    UnusedImport;
    /// A package-level variable whose initialisation needs its own value.
    InvalidInitCycle;
    /// `var x int; var x string` in one block
    DuplicateDecl;
    /// A declaration that refers to itself without end.
    InvalidDeclCycle;
    /// `type T struct { f T }`
    InvalidTypeCycle;
    /// `const c = f()`
    InvalidConstInit;
    /// A constant whose value cannot be held.
    InvalidConstVal;
    /// `const c []int = nil`
    InvalidConstType;
    /// `x := nil`
    UntypedNilUse;
    /// `a, b = 1`
    WrongAssignCount;
    /// `f() = 1`
    UnassignableOperand;
    /// `a := 1` where a is already declared in this block
    NoNewVar;
    /// `a, b += 1, 2`
    MultiValAssignOp;
    /// A value whose type lacks methods of the interface it is assigned to.
    InvalidIfaceAssign;
    /// A channel assigned to one with other directions or elements.
    InvalidChanAssign;
    /// `var s string = 1`
    IncompatibleAssign;
    /// `m["k"].f = 1` where m is a map of structs
    UnaddressableFieldAssign;
    /// `var x y` where y is a variable
    NotAType;
    /// `[n]int` where n is no constant, or negative
    InvalidArrayLen;
    /// `interface { _() }`
    BlankIfaceMethod;
    /// `map[[]int]string`
    IncomparableMapKey;
    /// An embedded field that is a pointer to an interface, or a pointer type.
    InvalidPtrEmbed;
    /// A receiver that is missing or doubled.
    BadRecv;
    /// `func (int) m()`
    InvalidRecv;
    /// A struct type with a field and a method of one name.
    DuplicateFieldAndMethod;
    /// Two methods of one name.
    DuplicateMethod;
    /// `_` used as a value
    InvalidBlank;
    /// `iota` outside a constant declaration
    InvalidIota;
    /// `func init()` without a body
    MissingInitBody;
    /// `func init(int)`
    InvalidInitSig;
    /// `var init int`
    InvalidInitDecl;
    /// `func main(int)`
    InvalidMainDecl;
    /// `f(g())` where g has too many results for one value
    TooManyValues;
    /// A type or other non-expression used as a value.
    NotAnExpr;
    /// `var f float32 = …` with digits that a constant cannot keep, `int(1.5)`
    TruncatedFloat;
    /// `var b byte = 256`
    NumericOverflow;
    /// `"a" - "b"`
    UndefinedOp;
    /// `1 + "a"` with typed operands
    MismatchedTypes;
    /// `x / 0` with integers
    DivByZero;
    /// `s++` where s is a string
    NonNumericIncDec;
    /// `&f()`
    UnaddressableOperand;
    /// `*x` where x is no pointer
    InvalidIndirection;
    /// `x[0]` where x is a struct
    NonIndexableOperand;
    /// `a[-1]`, `a["x"]`
    InvalidIndex;
    /// `a[2:1]`
    SwappedSliceIndices;
    /// `x[:]` where x is a struct
    NonSliceableOperand;
    /// `s[0:1:2]` where s is a string
    InvalidSliceExpr;
    /// `1 << -1`
    InvalidShiftCount;
    /// `1.5 << 1`
    InvalidShiftOperand;
    /// `<-ch` where ch is a send-only channel
    InvalidReceive;
    /// `ch <- 1` where ch is a receive-only channel
    InvalidSend;
    /// `map[int]int{1: 2, 1: 3}`
    DuplicateLitKey;
    /// `map[int]int{1}`
    MissingLitKey;
    /// `[]int{"a": 1}`
    InvalidLitIndex;
    /// `[1]int{1, 2}`
    OversizeArrayLit;
    /// `T{a: 1, 2}`
    MixedStructLit;
    /// `T{1, 2, 3}` with too few or too many values
    InvalidStructLit;
    /// `T{nosuch: 1}`
    MissingLitField;
    /// `T{a: 1, a: 2}`
    DuplicateLitField;
    /// `pkg.T{1}` where T has unexported fields
    UnexportedLitField;
    /// `T{1: 2}` where T is a struct
    InvalidLitField;
    /// `{1, 2}` where no type can be inferred
    UntypedLit;
    /// `int{}`
    InvalidLit;
    /// `x.f` where f is found twice at one depth
    AmbiguousSelector;
    /// `fmt.Nosuch`
    UndeclaredImportedName;
    /// `fmt.newPrinter`
    UnexportedName;
    /// A name that is declared nowhere.
    UndeclaredName;
    /// `x.nosuch`
    MissingFieldOrMethod;
    /// `...` where it cannot stand
    BadDotDotDotSyntax;
    /// `f(s...)` where f is not variadic
    NonVariadicDotDotDot;
    /// `len(s...)`
    InvalidDotDotDot;
    /// A predeclared function used as a value.
    UncalledBuiltin;
    /// `append(1, 2)`
    InvalidAppend;
    /// `cap(1)`
    InvalidCap;
    /// `close(1)`
    InvalidClose;
    /// `copy(1, 2)`
    InvalidCopy;
    /// `complex(1, "a")`
    InvalidComplex;
    /// `delete(1, 2)`
    InvalidDelete;
    /// `imag("a")`
    InvalidImag;
    /// `len(1)`
    InvalidLen;
    /// `make([]int, 2, 1)`
    SwappedMakeArgs;
    /// `make(int)`
    InvalidMake;
    /// `real("a")`
    InvalidReal;
    /// `x.(T)` where x is no interface
    InvalidAssert;
    /// `x.(T)` where T cannot implement x's type
    ImpossibleAssert;
    /// `int("a")`
    InvalidConversion;
    /// An untyped value that cannot take the type it is used as.
    InvalidUntypedConversion;
    /// `unsafe.Offsetof(x)` where x is no field
    BadOffsetofSyntax;
    /// `unsafe.Offsetof(x.f)` where f is reached through a pointer
    InvalidOffsetof;
    /// An expression statement that is not used.
    UnusedExpr;
    /// A local variable that is never used.
    UnusedVar;
    /// A function with results whose end can be reached.
    MissingReturn;
    /// `return 1` in a function with two results
    WrongResultCount;
    /// `return` where a result is shadowed
    OutOfScopeResult;
    /// `if 1 {}`
    InvalidCond;
    /// `for ;; x := 1 {}`
    InvalidPostDecl;
    /// `for 1 = range x {}` and the like
    InvalidIterVar;
    /// `for range 1.5 {}`
    InvalidRangeExpr;
    /// `break` outside a loop, switch or select
    MisplacedBreak;
    /// `continue` outside a loop
    MisplacedContinue;
    /// `fallthrough` that does not end a case
    MisplacedFallthrough;
    /// Two equal cases.
    DuplicateCase;
    /// Two `default` clauses.
    DuplicateDefault;
    /// `x.(type)` outside a switch
    BadTypeKeyword;
    /// A type switch on something that is no interface.
    InvalidTypeSwitch;
    /// A switch on a value that cannot be compared.
    InvalidExprSwitch;
    /// A select case that is neither send nor receive.
    InvalidSelectCase;
    /// `goto L` without `L:`
    UndeclaredLabel;
    /// Two labels of one name in a function.
    DuplicateLabel;
    /// `continue L` where L labels no enclosing loop
    MisplacedLabel;
    /// A label that is never used.
    UnusedLabel;
    /// A `goto` over a variable declaration.
    JumpOverDecl;
    /// A `goto` into a block.
    JumpIntoBlock;
    /// `T.m` where m is not in T's method set
    InvalidMethodExpr;
    /// A call with too few or too many arguments.
    WrongArgCount;
    /// A call of something that is no function.
    InvalidCall;
    /// `len(x)` as a statement
    UnusedResults;
    /// `defer` of something that is no call
    InvalidDefer;
    /// `go` of something that is no call
    InvalidGo;
    /// A malformed declaration.
    BadDecl;
    /// `a, a := 1, 2`
    RepeatedDecl;
    /// `unsafe.Add` with arguments that do not fit
    InvalidUnsafeAdd;
    /// `unsafe.Slice` with arguments that do not fit
    InvalidUnsafeSlice;
    /// A feature newer than the file's language version.
    UnsupportedFeature;
    /// `T[int]` where T is not generic
    NotAGenericType;
    /// Too few or too many type arguments.
    WrongTypeArgCount;
    /// Type arguments that cannot be inferred.
    CannotInferTypeArgs;
    /// A type argument that does not satisfy its constraint.
    InvalidTypeArg;
    /// An instantiation that needs itself without end.
    InvalidInstanceCycle;
    /// A union that cannot be.
    InvalidUnion;
    /// A constraint used as the type of a variable.
    MisplacedConstraintIface;
    /// Methods with type parameters where they cannot be.
    InvalidMethodTypeParams;
    /// A type parameter where it cannot stand.
    MisplacedTypeParam;
    /// `unsafe.SliceData` of something that is no slice
    InvalidUnsafeSliceData;
    /// `unsafe.String` with arguments that do not fit
    InvalidUnsafeString;
    /// `clear(1)`
    InvalidClear;
    /// A type whose size exceeds the address space.
    TypeTooLarge;
    /// `min("a", 1)`
    InvalidMinMaxOperand;
    /// A file that asks for a newer Go version.
    TooNew;
    /// `//go:noinline` in front of something that is no function
    MisplacedDirective;
    /// `//go:linkname x y` where x is not declared
    InvalidLinkname;
}
