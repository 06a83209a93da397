//! The syntax tree of one file, in arenas.
//!
//! Types and expressions are one family of nodes ([`Expr`]), because Go's grammar cannot tell them apart; the
//! checker does. Nodes are addressed by `u32` ids; lists are ranges of pools in the same [`Ast`]. The position of
//! a node follows gc's `cmd/compile/internal/syntax` (a binary expression sits at its operator, a call at its
//! `(`, a selector at its `.`-following... see [`Expr::pos`]); the leftmost position is [`Ast::start_pos`].

mod dump;
mod pool;
pub mod print;

use cranelift_entity::PrimaryMap;
use rustc_hash::FxHashMap;

use crate::source::{FileId, Pos, Symbol};
use crate::symbol::niche_id;
pub(crate) use pool::Pooled;
use pool::Pools;
pub use pool::{List, One};

niche_id! {
    /// An expression or type.
    ExprId, "expr"
}
niche_id! {
    /// A statement.
    StmtId, "stmt"
}
niche_id! {
    /// A declaration.
    DeclId, "decl"
}

// The trees of a program are most of what the front end keeps in memory, and clearing fresh memory costs as much as parsing into it.
const _: () = assert!(size_of::<Expr>() == 20 && size_of::<Stmt>() == 28 && size_of::<Decl>() == 36);

/// Expressions in a tree for which it does not pay to keep the room for another one.
const LARGE_TREE: usize = 1 << 17;

/// A name where only a name can stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ident {
    /// The name; `_` is [`crate::source::sym::Blank`].
    pub name: Symbol,
    /// Where it stands.
    pub pos: Pos,
}

impl Ident {
    /// The name `name` at `pos`.
    pub fn at(pos: Pos, name: Symbol) -> Ident {
        Ident { name, pos }
    }
}

/// A file's syntax tree.
pub struct Ast {
    /// The file.
    pub file: FileId,
    /// The name after `package`.
    pub package: Ident,
    /// Top-level declarations in source order, imports included.
    pub decls: List<DeclId>,
    /// Position just past the last byte.
    pub eof: Pos,
    /// `//go:` and `//line` comments, in source order.
    pub directives: Vec<Directive>,
    /// Third variables of range clauses: the expression that is ranged over, and where the variable stands. The checker
    /// reports them.
    pub extra_range_vars: Vec<(ExprId, Pos)>,
    /// The parser has reported something.
    pub has_errors: bool,
    /// Function bodies that were left out and are to be parsed when they are needed: where the closing brace stands, and
    /// where the declaration begins.
    pub late_bodies: FxHashMap<Pos, Pos>,
    /// Expression nodes.
    pub exprs: PrimaryMap<ExprId, Expr>,
    /// Statement nodes.
    pub stmts: PrimaryMap<StmtId, Stmt>,
    /// Declaration nodes.
    pub decl_nodes: PrimaryMap<DeclId, Decl>,
    pub(crate) pools: Pools,
}

/// A comment that means something to the compiler, such as `//go:noinline`.
#[derive(Clone, Debug)]
pub struct Directive {
    /// Where the comment starts.
    pub pos: Pos,
    /// Its text without the leading `//`.
    pub text: String,
}

impl Ast {
    /// An empty tree for `file`.
    pub fn new(file: FileId) -> Ast {
        Ast {
            file,
            package: Ident { name: crate::source::sym::Blank, pos: Pos::NONE },
            decls: List::default(),
            eof: Pos::NONE,
            directives: Vec::new(),
            extra_range_vars: Vec::new(),
            has_errors: false,
            late_bodies: FxHashMap::default(),
            exprs: PrimaryMap::new(),
            stmts: PrimaryMap::new(),
            decl_nodes: PrimaryMap::new(),
            pools: Pools::default(),
        }
    }

    /// The tree, with no more memory than it needs. The room that it took while it grew stays here, for the next tree.
    pub(crate) fn take_packed(&mut self) -> Ast {
        let mut tree = std::mem::replace(self, Ast::new(self.file));
        if tree.exprs.len() > LARGE_TREE {
            return tree;
        }
        let (exprs, stmts, decls) = (tree.exprs.clone(), tree.stmts.clone(), tree.decl_nodes.clone());
        self.exprs = std::mem::replace(&mut tree.exprs, exprs);
        self.stmts = std::mem::replace(&mut tree.stmts, stmts);
        self.decl_nodes = std::mem::replace(&mut tree.decl_nodes, decls);
        self.exprs.clear();
        self.stmts.clear();
        self.decl_nodes.clear();
        self.pools = tree.pools.pack();
        tree
    }

    /// Memory that the nodes and lists take, in bytes.
    pub fn size(&self) -> usize {
        size_of_val(self.exprs.as_values_slice())
            + size_of_val(self.stmts.as_values_slice())
            + size_of_val(self.decl_nodes.as_values_slice())
            + self.pools.size()
    }

    /// The node of an expression, without parentheses around it.
    pub fn unparen(&self, mut id: ExprId) -> ExprId {
        while let ExprKind::Paren(x) = self.exprs[id].kind {
            id = x;
        }
        id
    }

    /// The leftmost position of an expression (gc: `syntax.StartPos`), where the checker reports.
    pub fn start_pos(&self, mut id: ExprId) -> Pos {
        loop {
            let e = &self.exprs[id];
            id = match e.kind {
                ExprKind::CompositeLit { ty: Some(x), .. }
                | ExprKind::KeyValue { key: x, .. }
                | ExprKind::Selector { x, .. }
                | ExprKind::Index { x, .. }
                | ExprKind::TypeAssert { x, .. }
                | ExprKind::Binary { x, .. }
                | ExprKind::Call { fun: x, .. } => x,
                ExprKind::TypeSwitchGuard { lhs: Some(lhs), .. } => return lhs.pos,
                ExprKind::TypeSwitchGuard { lhs: None, x } => x,
                ExprKind::List(items) => match self.list(items).first() {
                    Some(&x) => x,
                    None => return e.pos,
                },
                _ => return e.pos,
            }
        }
    }
}

/// An expression or type with its position.
#[derive(Clone, Copy, Debug)]
pub struct Expr {
    /// Position as gc's syntax package gives it: operator of a binary expression, `(` of a call, `[` of an index
    /// or slice, `.` of a selector or assertion, `{` of a composite literal; else the first byte.
    pub pos: Pos,
    /// What it is.
    pub kind: ExprKind,
}

/// Kinds of literals.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum LitKind {
    Int,
    Float,
    Imag,
    Rune,
    String,
}

/// Unary operators; dereference is [`ExprKind::Star`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum UnaryOp {
    /// `+x`
    Plus,
    /// `-x`
    Neg,
    /// `!x`
    Not,
    /// `^x`
    Xor,
    /// `&x`
    Addr,
    /// `<-x`
    Recv,
    /// `~T`, only in constraints
    Tilde,
}

/// Binary operators.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum BinaryOp {
    OrOr,
    AndAnd,
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    Add,
    Sub,
    Or,
    Xor,
    Mul,
    Div,
    Rem,
    And,
    AndNot,
    Shl,
    Shr,
}

impl BinaryOp {
    /// Binding strength, 1 (`||`) to 5 (`*`); Go spec, Operator precedence.
    pub fn precedence(self) -> u8 {
        use BinaryOp::*;
        match self {
            OrOr => 1,
            AndAnd => 2,
            Eq | Ne | Lt | Le | Gt | Ge => 3,
            Add | Sub | Or | Xor => 4,
            Mul | Div | Rem | And | AndNot | Shl | Shr => 5,
        }
    }

    /// The spelling.
    pub fn text(self) -> &'static str {
        use BinaryOp::*;
        match self {
            OrOr => "||",
            AndAnd => "&&",
            Eq => "==",
            Ne => "!=",
            Lt => "<",
            Le => "<=",
            Gt => ">",
            Ge => ">=",
            Add => "+",
            Sub => "-",
            Or => "|",
            Xor => "^",
            Mul => "*",
            Div => "/",
            Rem => "%",
            And => "&",
            AndNot => "&^",
            Shl => "<<",
            Shr => ">>",
        }
    }

    /// Whether the result is an (untyped) boolean made by comparing.
    pub fn is_comparison(self) -> bool {
        self.precedence() == 3
    }

    /// `<<` or `>>`.
    pub fn is_shift(self) -> bool {
        matches!(self, BinaryOp::Shl | BinaryOp::Shr)
    }
}

impl UnaryOp {
    /// The spelling.
    pub fn text(self) -> &'static str {
        match self {
            UnaryOp::Plus => "+",
            UnaryOp::Neg => "-",
            UnaryOp::Not => "!",
            UnaryOp::Xor => "^",
            UnaryOp::Addr => "&",
            UnaryOp::Recv => "<-",
            UnaryOp::Tilde => "~",
        }
    }
}

/// Direction of a channel type.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ChanDir {
    /// `chan T`
    Both,
    /// `chan<- T`
    Send,
    /// `<-chan T`
    Recv,
}

/// Expressions and types.
#[derive(Clone, Copy, Debug)]
pub enum ExprKind {
    /// Could not be parsed; already reported.
    Bad,
    /// An identifier.
    Name(Symbol),
    /// A literal; `text` is as written.
    BasicLit {
        /// What kind.
        kind: LitKind,
        /// The source text.
        text: Symbol,
        /// Malformed and already reported by the lexer.
        bad: bool,
    },
    /// `T{…}`, or `{…}` without a type inside another literal.
    CompositeLit {
        /// The type, if written.
        ty: Option<ExprId>,
        /// What stands in braces.
        value: One<LiteralValue>,
    },
    /// `key: value` in a composite literal.
    KeyValue {
        /// Before the colon.
        key: ExprId,
        /// After the colon.
        value: ExprId,
    },
    /// `func(…) … { … }`
    FuncLit {
        /// The [`ExprKind::FuncType`].
        ty: ExprId,
        /// The body.
        body: One<Block>,
    },
    /// `(x)`
    Paren(ExprId),
    /// `x.sel`
    Selector {
        /// Before the dot.
        x: ExprId,
        /// After the dot.
        sel: Ident,
    },
    /// `x[i]` or an instantiation `x[T]`, `x[T, U]`.
    Index {
        /// What is indexed.
        x: ExprId,
        /// One expression; [`ExprKind::List`] for several type arguments.
        index: ExprId,
    },
    /// `x[lo:hi]`, `x[lo:hi:max]`
    Slice {
        /// What is sliced.
        x: ExprId,
        /// The bounds.
        bounds: One<SliceBounds>,
    },
    /// `x.(T)`
    TypeAssert {
        /// The interface value.
        x: ExprId,
        /// The type.
        ty: ExprId,
    },
    /// `x.(type)` or `lhs := x.(type)`, only as the tag of a switch.
    TypeSwitchGuard {
        /// The variable, if declared.
        lhs: Option<Ident>,
        /// The interface value.
        x: ExprId,
    },
    /// A unary operation.
    Unary {
        /// Operator.
        op: UnaryOp,
        /// Operand.
        x: ExprId,
    },
    /// `*x`: dereference or pointer type.
    Star(ExprId),
    /// A binary operation.
    Binary {
        /// Operator.
        op: BinaryOp,
        /// Left operand.
        x: ExprId,
        /// Right operand.
        y: ExprId,
    },
    /// A call or conversion.
    Call {
        /// Function or type.
        fun: ExprId,
        /// Arguments.
        args: List<ExprId>,
        /// Whether the last argument is followed by `...`.
        dots: bool,
    },
    /// Several expressions where the grammar has one place (type arguments).
    List(List<ExprId>),
    /// `[N]T`; `len` is `None` for `[...]T`.
    ArrayType {
        /// The length, `None` for `...`.
        len: Option<ExprId>,
        /// Element type.
        elem: ExprId,
    },
    /// `[]T`
    SliceType(ExprId),
    /// `...T` as the type of a final parameter.
    DotsType(ExprId),
    /// `struct { … }`
    StructType(List<Field>),
    /// `interface { … }`
    InterfaceType(List<InterfaceElem>),
    /// `func(…) …` without the receiver and type parameters, which stand in the declaration.
    FuncType(One<Signature>),
    /// `map[K]V`
    MapType {
        /// Key type.
        key: ExprId,
        /// Element type.
        value: ExprId,
    },
    /// `chan T` and its directions.
    ChanType {
        /// Direction.
        dir: ChanDir,
        /// Element type.
        elem: ExprId,
    },
}

/// `{…}` of a composite literal.
#[derive(Clone, Copy, Debug)]
pub struct LiteralValue {
    /// The elements; keyed ones are [`ExprKind::KeyValue`].
    pub elems: List<ExprId>,
    /// The closing brace.
    pub rbrace: Pos,
}

/// What stands in the brackets of a slice expression.
#[derive(Clone, Copy, Debug)]
pub struct SliceBounds {
    /// Low bound.
    pub lo: Option<ExprId>,
    /// High bound.
    pub hi: Option<ExprId>,
    /// Capacity bound.
    pub max: Option<ExprId>,
    /// Whether there were two colons.
    pub full: bool,
}

/// Parameters and results.
#[derive(Clone, Copy, Debug)]
pub struct Signature {
    /// Parameters, one [`Field`] per name.
    pub params: List<Field>,
    /// Results, one [`Field`] per name.
    pub results: List<Field>,
}

/// A struct field, a parameter, a result, a receiver or a type parameter: one per name. Fields that were declared
/// together (`a, b int`) share the `ty` node.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The name; `None` for unnamed parameters and embedded fields.
    pub name: Option<Ident>,
    /// The type (a constraint for type parameters).
    pub ty: ExprId,
    /// Struct fields: the tag, a string literal.
    pub tag: Option<ExprId>,
    /// Struct fields: embedded.
    pub embedded: bool,
    /// Position of the name, or of the type where there is none.
    pub pos: Pos,
}

/// An element of an interface type.
#[derive(Clone, Copy, Debug)]
pub enum InterfaceElem {
    /// `Name(…) …`; `ty` is a [`ExprKind::FuncType`].
    Method {
        /// Method name.
        name: Ident,
        /// Signature.
        ty: ExprId,
    },
    /// An embedded interface or a union of terms: a type, [`UnaryOp::Tilde`] of a type, or [`BinaryOp::Or`] of such.
    Embedded(ExprId),
}

/// `{ … }`
#[derive(Clone, Copy, Debug)]
pub struct Block {
    /// The statements.
    pub stmts: List<StmtId>,
    /// The opening brace.
    pub lbrace: Pos,
    /// The closing brace.
    pub rbrace: Pos,
}

/// A statement with its position (gc: `syntax.stmt.pos`; assignments sit at the operator).
#[derive(Clone, Copy, Debug)]
pub struct Stmt {
    /// Position.
    pub pos: Pos,
    /// What it is.
    pub kind: StmtKind,
}

/// `break`, `continue`, `fallthrough`, `goto`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum BranchKind {
    Break,
    Continue,
    Fallthrough,
    Goto,
}

/// `go` or `defer`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum GoDefer {
    Go,
    Defer,
}

/// Statements.
#[derive(Clone, Copy, Debug)]
pub enum StmtKind {
    /// Could not be parsed; already reported.
    Bad,
    /// Nothing (only as the target of a label).
    Empty,
    /// `label: stmt`
    Labeled {
        /// The label.
        label: Ident,
        /// What it labels.
        stmt: StmtId,
    },
    /// A block.
    Block(One<Block>),
    /// An expression statement.
    Expr(ExprId),
    /// `ch <- v`
    Send {
        /// Channel.
        chan: ExprId,
        /// Value.
        value: ExprId,
    },
    /// `x++`, `x--`
    IncDec {
        /// The operand.
        x: ExprId,
        /// `++`
        inc: bool,
    },
    /// `lhs = rhs`
    Assign {
        /// Left sides.
        lhs: List<ExprId>,
        /// Right sides.
        rhs: List<ExprId>,
    },
    /// `lhs := rhs`
    Define {
        /// Left sides; names unless reported.
        lhs: List<ExprId>,
        /// Right sides.
        rhs: List<ExprId>,
    },
    /// `x op= y`
    OpAssign {
        /// The operator.
        op: BinaryOp,
        /// Left side.
        x: ExprId,
        /// Right side.
        y: ExprId,
    },
    /// `break`, `continue`, `goto`, `fallthrough`
    Branch {
        /// Which.
        kind: BranchKind,
        /// The label, if any.
        label: Option<Ident>,
    },
    /// `go call`, `defer call`
    GoDefer {
        /// Which.
        kind: GoDefer,
        /// A call unless reported.
        call: ExprId,
    },
    /// `return …`
    Return(List<ExprId>),
    /// `if init; cond { … } else …`
    If {
        /// Simple statement before the condition.
        init: Option<StmtId>,
        /// Condition.
        cond: ExprId,
        /// Body.
        then: One<Block>,
        /// A block or another `if`.
        els: Option<StmtId>,
    },
    /// `for init; cond; post { … }`
    For {
        /// Before the loop.
        init: Option<StmtId>,
        /// Condition.
        cond: Option<ExprId>,
        /// After each iteration.
        post: Option<StmtId>,
        /// Body.
        body: One<Block>,
    },
    /// `for key, value := range x { … }`
    Range {
        /// First variable.
        key: Option<ExprId>,
        /// Second variable.
        value: Option<ExprId>,
        /// `:=` rather than `=`.
        define: bool,
        /// What is ranged over.
        x: ExprId,
        /// Body.
        body: One<Block>,
    },
    /// `switch init; tag { … }`; a type switch if `tag` is a [`ExprKind::TypeSwitchGuard`].
    Switch {
        /// Simple statement before the tag.
        init: Option<StmtId>,
        /// The tag.
        tag: Option<ExprId>,
        /// The clauses.
        clauses: List<CaseClause>,
        /// Closing brace.
        rbrace: Pos,
    },
    /// `select { … }`
    Select {
        /// The clauses.
        clauses: List<CommClause>,
        /// Closing brace.
        rbrace: Pos,
    },
    /// `const`, `type` or `var` inside a function.
    Decl(List<DeclId>),
}

/// `case a, b:` or `default:` of a switch.
#[derive(Clone, Copy, Debug)]
pub struct CaseClause {
    /// The keyword.
    pub pos: Pos,
    /// The expressions or types.
    pub exprs: List<ExprId>,
    /// `default`
    pub is_default: bool,
    /// Statements; a final `fallthrough` is among them.
    pub body: List<StmtId>,
    /// The colon.
    pub colon: Pos,
}

/// `case comm:` or `default:` of a select.
#[derive(Clone, Copy, Debug)]
pub struct CommClause {
    /// The keyword.
    pub pos: Pos,
    /// Send, receive expression, or assignment/definition from a receive; `None` for `default`.
    pub comm: Option<StmtId>,
    /// Statements.
    pub body: List<StmtId>,
    /// The colon.
    pub colon: Pos,
}

/// A declaration with the position of its first name (gc), or of `import`'s path.
#[derive(Clone, Copy, Debug)]
pub struct Decl {
    /// Position.
    pub pos: Pos,
    /// What it is.
    pub kind: DeclKind,
}

/// Declarations: one per specification; `group` numbers the parenthesised group they stand in (0: none).
#[derive(Clone, Copy, Debug)]
pub enum DeclKind {
    /// `import name "path"`
    Import {
        /// Local name, `.` or `_`.
        name: Option<Ident>,
        /// A string literal.
        path: ExprId,
    },
    /// `const names type = values`
    Const {
        /// The parenthesised group, from 1; 0 if alone. Empty `values` repeat the group's last ones.
        group: u32,
        /// Index of this specification in its group.
        iota: u32,
        /// Names.
        names: List<Ident>,
        /// Type, if written.
        ty: Option<ExprId>,
        /// Values, if written.
        values: List<ExprId>,
    },
    /// `type name[tparams] = ty`
    Type {
        /// Name.
        name: Ident,
        /// Type parameters.
        tparams: List<Field>,
        /// `=` was written.
        alias: bool,
        /// The type.
        ty: ExprId,
    },
    /// `var names type = values`
    Var {
        /// Names.
        names: List<Ident>,
        /// Type, if written.
        ty: Option<ExprId>,
        /// Values, if written.
        values: List<ExprId>,
    },
    /// `func (recv) name[tparams](…) … { … }`
    Func {
        /// The receiver list as written: exactly one field unless reported.
        recv: Option<One<Field>>,
        /// Name.
        name: Ident,
        /// Type parameters.
        tparams: List<Field>,
        /// A [`ExprKind::FuncType`].
        ty: ExprId,
        /// `None` for a function implemented elsewhere.
        body: Option<One<Block>>,
    },
}
