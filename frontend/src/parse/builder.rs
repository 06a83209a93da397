//! What the grammar's actions work on: the tree under construction, lists not yet finished, and reported errors.

use std::cell::Cell;
use std::num::NonZeroU32;

use super::depth::Depths;
use crate::ast::{
    Ast, CaseClause, CommClause, DeclId, Expr, ExprId, ExprKind, Field, Ident, InterfaceElem, List, Pooled,
    Stmt, StmtId, StmtKind,
};
use crate::diag::{Code, Sink};
use crate::lex::{Semi, Tok};
use crate::source::{FileId, Interner, Pos, Symbol, sym};

/// Where an unfinished list starts on its scratch stack. Lists nest, so the innermost one is always on top.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark(NonZeroU32);

impl Mark {
    /// Below everything.
    const BOTTOM: Mark = Mark::new(0);

    const fn new(height: usize) -> Mark {
        match NonZeroU32::new(height as u32 + 1) {
            Some(number) => Mark(number),
            None => panic!("a list is too long"),
        }
    }

    fn height(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// A parameter as written: a lone name may turn out to be a type.
#[derive(Clone, Copy)]
pub(super) struct RawParam {
    pub pos: Pos,
    pub name: Option<Ident>,
    pub ty: Option<ExprId>,
}

/// What stands between a keyword and its block.
#[derive(Clone, Copy)]
pub(super) struct Header {
    pub pos: Pos,
    pub init: Option<StmtId>,
    pub cond: Option<StmtId>,
    pub semi: Option<(Pos, Semi)>,
}

/// A stack of unfinished lists of `T`.
pub(super) struct Scratch<T>(Vec<T>);

impl<T> Default for Scratch<T> {
    fn default() -> Self {
        Scratch(Vec::new())
    }
}

impl<T: Copy> Scratch<T> {
    /// Starts an empty list.
    pub fn mark(&self) -> Mark {
        Mark::new(self.0.len())
    }

    /// All that is on the stack.
    pub fn mark_bottom(&self) -> Mark {
        Mark::BOTTOM
    }

    /// Starts a list with its first element.
    pub fn first(&mut self, item: T) -> Mark {
        let mark = self.mark();
        self.0.push(item);
        mark
    }

    /// The list that starts with the last element pushed.
    pub fn last_as_first(&self) -> Mark {
        Mark::new(self.0.len() - 1)
    }

    pub fn push(&mut self, item: T) {
        self.0.push(item);
    }

    /// Puts an element in front of a list.
    pub fn insert(&mut self, mark: Mark, item: T) {
        self.0.insert(mark.height(), item);
    }

    pub fn pop(&mut self) -> Option<T> {
        self.0.pop()
    }

    pub fn from(&self, mark: Mark) -> &[T] {
        &self.0[mark.height()..]
    }

    /// Drops an unfinished list and what is above it.
    pub fn truncate(&mut self, mark: Mark) {
        self.0.truncate(mark.height());
    }
}

impl<T: Pooled> Scratch<T> {
    /// Finishes the list: moves it into the tree.
    pub fn finish(&mut self, ast: &mut Ast, mark: Mark) -> List<T> {
        let list = ast.new_list(self.from(mark));
        self.truncate(mark);
        list
    }
}

/// The state of the parser's actions.
pub(crate) struct Builder<'a> {
    pub(super) ast: Ast,
    pub(super) interner: &'a Interner,
    pub(super) sink: Sink,
    pub(super) depths: Depths,
    pub(super) exprs: Scratch<ExprId>,
    pub(super) stmts: Scratch<StmtId>,
    /// The declarations of the file are at the bottom of this stack.
    pub(super) decls: Scratch<DeclId>,
    pub(super) idents: Scratch<Ident>,
    pub(super) params: Scratch<RawParam>,
    pub(super) fields: Scratch<Field>,
    /// Finished lists of parameters that await the rest of their signature.
    pub(super) params_lists: Scratch<List<Field>>,
    pub(super) elems: Scratch<InterfaceElem>,
    pub(super) cases: Scratch<CaseClause>,
    pub(super) comms: Scratch<CommClause>,
    /// Clauses whose body is not finished.
    pub(super) case_heads: Scratch<CaseClause>,
    pub(super) comm_heads: Scratch<CommClause>,
    pub(super) headers: Scratch<Header>,
    /// Positions of `{` that cannot start a literal: `f(){`. What was expected instead depends on the context,
    /// which is found out only if there is such an error.
    pub(super) misplaced_braces: Vec<Pos>,
    /// Number of `const ( … )` groups so far.
    pub(super) groups: u32,
    /// Complete top-level declarations.
    pub(super) top: Mark,
    pub(super) package_seen: bool,
    pub(super) made_up_decl: bool,
    /// Keyword of the latest top-level declaration was `import`, or there was none.
    pub(super) in_imports: bool,
}

thread_local! {
    /// What the tree before left: memory that is in use already costs less than new one.
    static SPARE: Cell<Option<Box<(Ast, Depths)>>> = const { Cell::new(None) };
}

impl<'a> Builder<'a> {
    pub(super) fn new(file: FileId, interner: &'a Interner) -> Self {
        let spare = SPARE.take().map(|spare| *spare);
        let (mut ast, depths) = spare.unwrap_or_else(|| (Ast::new(file), Depths::default()));
        ast.file = file;
        Builder {
            ast,
            interner,
            sink: Sink::default(),
            depths,
            exprs: Scratch::default(),
            stmts: Scratch::default(),
            decls: Scratch::default(),
            idents: Scratch::default(),
            params: Scratch::default(),
            fields: Scratch::default(),
            params_lists: Scratch::default(),
            elems: Scratch::default(),
            cases: Scratch::default(),
            comms: Scratch::default(),
            case_heads: Scratch::default(),
            comm_heads: Scratch::default(),
            headers: Scratch::default(),
            misplaced_braces: Vec::new(),
            groups: 0,
            top: Mark::BOTTOM,
            package_seen: false,
            made_up_decl: false,
            in_imports: true,
        }
    }

    /// The finished tree.
    pub(super) fn finish(mut self) -> Ast {
        let tree = self.ast.take_packed();
        self.depths.clear();
        SPARE.set(Some(Box::new((self.ast, self.depths))));
        tree
    }

    /// Forgets everything unfinished after a syntax error. `inside_decl`: the next declaration is made up, to open
    /// what the error left open.
    pub(super) fn restart(&mut self, inside_decl: bool) {
        self.made_up_decl = inside_decl;
        let start = Mark::BOTTOM;
        self.exprs.truncate(start);
        self.stmts.truncate(start);
        self.decls.truncate(self.top);
        self.idents.truncate(start);
        self.params.truncate(start);
        self.fields.truncate(start);
        self.params_lists.truncate(start);
        self.elems.truncate(start);
        self.cases.truncate(start);
        self.comms.truncate(start);
        self.case_heads.truncate(start);
        self.comm_heads.truncate(start);
        self.headers.truncate(start);
        self.misplaced_braces.clear();
    }

    /// Reports an error in the form `syntax error: message`.
    pub(super) fn syntax_error(&mut self, pos: Pos, message: impl AsRef<str>) {
        self.sink.error(pos, Code::Syntax, format!("syntax error: {}", message.as_ref()));
    }

    /// Reports an error that gc does not call a syntax error, and after which it goes on to check types.
    pub(super) fn error(&mut self, pos: Pos, message: impl Into<String>) {
        self.sink.soft_error(pos, Code::Syntax, message);
    }

    /// Reports, once, that the tree is too deep for the recursive passes to come.
    pub(super) fn too_deep(&mut self, pos: Pos) {
        if self.depths.first_time_too_deep() {
            self.sink.error(pos, Code::Syntax, "nesting depth limit exceeded");
        }
    }

    pub(super) fn expr(&mut self, pos: Pos, kind: ExprKind) -> ExprId {
        let fits = self.depths.push_expr(&self.ast, &kind);
        let kind = if fits { kind } else { ExprKind::Bad };
        if !fits {
            self.too_deep(pos);
        }
        self.ast.exprs.push(Expr { pos, kind })
    }

    pub(super) fn stmt(&mut self, pos: Pos, kind: StmtKind) -> StmtId {
        let fits = self.depths.push_stmt(&self.ast, &kind);
        let kind = if fits { kind } else { StmtKind::Bad };
        if !fits {
            self.too_deep(pos);
        }
        self.ast.stmts.push(Stmt { pos, kind })
    }

    pub(super) fn kind(&self, id: ExprId) -> ExprKind {
        self.ast.exprs[id].kind
    }

    pub(super) fn pos(&self, id: ExprId) -> Pos {
        self.ast.exprs[id].pos
    }

    /// The name, if the expression is just a name.
    pub(super) fn as_name(&self, id: ExprId) -> Option<Ident> {
        match self.ast.exprs[id] {
            Expr { pos, kind: ExprKind::Name(name) } => Some(Ident { name, pos }),
            _ => None,
        }
    }

    pub(super) fn bad_expr(&mut self, pos: Pos) -> ExprId {
        self.expr(pos, ExprKind::Bad)
    }

    /// The name `.` of a dot import.
    pub(crate) fn dot(pos: Pos) -> Ident {
        Ident { name: sym::Dot, pos }
    }

    pub(crate) fn name(&mut self, pos: Pos, name: Symbol) -> ExprId {
        self.expr(pos, ExprKind::Name(name))
    }

    pub(crate) fn basic_lit(&mut self, pos: Pos, literal: Tok) -> ExprId {
        let Tok::Lit(kind, bad, text) = literal else { unreachable!("the grammar knows a literal") };
        self.expr(pos, ExprKind::BasicLit { kind, text, bad })
    }
}
