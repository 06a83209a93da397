//! What is open at a point of the file: brackets and what they enclose, headers whose block has not come yet.
//!
//! Messages say "in argument list" or "after if clause", and recovery reopens what an error left open; the tables
//! of the LR automaton know neither. So after the first error of a file the tokens before it are read again by
//! this little pushdown automaton. They are known to be right, which makes its rules simple: each bracket is
//! classified by the tokens before it.

use crate::lex::{Semi, Tok};

/// What a bracket opens. `File` stands at the bottom.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Open {
    File,
    /// `import (`, `const (`, `type (`, `var (`
    Group,
    Params,
    TypeParams,
    Args,
    Paren,
    /// `x.(`
    Assert,
    Index,
    /// `[` in front of an element type.
    ArrayLen,
    /// `type T [`: length or type parameters.
    TypeBracket,
    MapKey,
    Literal,
    Struct,
    Interface,
    FuncBody,
    IfBody,
    ForBody,
    Block,
    Switch,
    Select,
}

impl Open {
    /// Whether statements stand inside.
    pub fn holds_statements(self) -> bool {
        use Open::*;
        matches!(self, FuncBody | IfBody | ForBody | Block | Switch | Select)
    }

    /// Whether it is closed by `}`.
    pub fn is_brace(self) -> bool {
        self.holds_statements() || matches!(self, Open::Literal | Open::Struct | Open::Interface)
    }
}

/// A construct whose block is still to come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Pending {
    /// `if`, `for`, `switch`, `select` or `func`.
    pub keyword: Tok,
    /// Semicolons so far.
    pub semis: u32,
    /// A `range` was seen.
    pub range: bool,
    /// The previous token was the name of the declared function.
    pub after_name: bool,
    /// The declared function's name was seen.
    pub named: bool,
}

/// An open bracket.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    pub open: Open,
    pub pending: Vec<Pending>,
    /// The keyword that began the declaration or statement under way, such as `var` or `return`; `;` clears it.
    pub starter: Option<Tok>,
    /// The keyword in front of a grouped declaration.
    pub group: Option<Tok>,
    /// Tokens since the last `;`, `,` or opening bracket, at this level.
    pub since_start: u32,
    /// An operand that began as an array, slice or map type is under way: a `{` starts a literal.
    lit_type: bool,
    /// Between `case` and its colon.
    pub in_case: bool,
    /// `:` seen, in an index.
    pub colons: u32,
    /// Index of the first token since the last separator.
    pub item_start: usize,
    /// The previous token was the colon of a label.
    pub after_label: bool,
}

impl Frame {
    fn new(open: Open) -> Self {
        Frame {
            open,
            pending: Vec::new(),
            starter: None,
            group: None,
            since_start: 0,
            lit_type: false,
            in_case: false,
            colons: 0,
            item_start: 0,
            after_label: false,
        }
    }

    /// The header under way, if any.
    pub fn header(&self) -> Option<Pending> {
        self.pending.last().copied().filter(|p| p.keyword != Tok::Func)
    }

    fn in_func(&self) -> bool {
        self.pending.last().is_some_and(|p| p.keyword == Tok::Func)
    }
}

/// The automaton.
#[derive(Clone, Debug)]
pub(super) struct Context {
    pub frames: Vec<Frame>,
    pub prev: Option<Tok>,
    pub prev2: Option<Tok>,
    pub prev3: Option<Tok>,
    /// What the previous token closed.
    pub closed: Option<Open>,
    /// The latest top-level declaration was a function without a body.
    pub after_bodyless_func: bool,
}

impl Context {
    pub fn new() -> Self {
        Context {
            frames: vec![Frame::new(Open::File)],
            prev: None,
            prev2: None,
            prev3: None,
            closed: None,
            after_bodyless_func: false,
        }
    }

    pub fn top(&self) -> &Frame {
        self.frames.last().expect("the file stays open")
    }

    fn top_mut(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("the file stays open")
    }

    /// Number of open frames up to the innermost that holds statements; 0 if there is none.
    pub fn statement_level(&self) -> usize {
        self.frames.iter().rposition(|f| f.open.holds_statements()).map_or(0, |i| i + 1)
    }

    /// Closes everything above `level` frames, as after an error.
    pub fn unwind(&mut self, level: usize) {
        self.frames.truncate(level.max(1));
        let top = self.top_mut();
        *top = Frame::new(top.open);
        self.feed_shift(Tok::Semi(Semi::Semicolon), None);
    }

    /// Opens a frame after the fact.
    pub fn push(&mut self, open: Open) {
        self.top_mut().pending.clear();
        self.frames.push(Frame::new(open));
        self.feed_shift(Tok::LBrace, None);
    }

    fn feed_shift(&mut self, tok: Tok, closed: Option<Open>) {
        self.prev3 = self.prev2;
        self.prev2 = self.prev;
        self.prev = Some(tok);
        self.closed = closed;
    }

    /// Reads a token, which is the `index`th of the file.
    pub fn feed(&mut self, tok: Tok, index: usize) {
        let mut closed = None;
        let mut opened = None;
        let mut new_item = false;
        match tok {
            Tok::LParen => opened = Some(self.paren()),
            Tok::LBrack => opened = Some(self.bracket()),
            Tok::LBrace => opened = Some(self.brace()),
            Tok::RParen | Tok::RBrack | Tok::RBrace => closed = self.close(),
            Tok::Semi(_) => new_item = self.semicolon(),
            _ => new_item = self.top_mut().plain(tok),
        }
        self.keep_literal_type(tok, closed, opened);
        let may_name = self.prev == Some(Tok::Func) || self.closed == Some(Open::Params);
        let top = self.top_mut();
        if top.open == Open::File
            && top.starter == Some(Tok::Func)
            && let Some(p) = top.pending.last_mut()
        {
            p.after_name = !p.named && may_name && matches!(tok, Tok::Ident(_));
            p.named |= p.after_name;
        }
        if top.since_start == 0 {
            top.item_start = index;
        }
        top.since_start = if new_item { 0 } else { top.since_start + 1 };
        if let Some(open) = opened {
            let group = self.prev.filter(|_| open == Open::Group);
            self.frames.push(Frame { group, ..Frame::new(open) });
        }
        self.feed_shift(tok, closed);
    }

    /// Whether this `{` would start a literal after something that cannot be its type: `f() {`.
    pub fn is_misplaced(&self, tok: Tok) -> bool {
        let after_value = match self.prev {
            Some(Tok::Lit(..)) => true,
            Some(Tok::RParen) => matches!(self.closed, Some(Open::Args | Open::Assert)),
            Some(Tok::RBrace) => matches!(self.closed, Some(Open::FuncBody | Open::Literal)),
            _ => false,
        };
        tok == Tok::LBrace && after_value && self.clone().brace() == Open::Literal
    }

    /// True if it ends a statement or declaration, or a part of a header.
    fn semicolon(&mut self) -> bool {
        let top = self.top();
        if top.open == Open::File && top.starter.is_some() {
            self.after_bodyless_func = top.starter == Some(Tok::Func) && top.in_func();
        }
        let top = self.top_mut();
        match top.pending.last_mut() {
            Some(p) if p.keyword != Tok::Func => p.semis += 1,
            _ => {
                top.pending.clear();
                top.starter = None;
                top.colons = 0;
            }
        }
        true
    }

    /// `{` starts a literal after a type literal, also in a header.
    fn keep_literal_type(&mut self, tok: Tok, closed: Option<Open>, opened: Option<Open>) {
        let top = self.top_mut();
        top.lit_type = match tok {
            _ if opened == Some(Open::Args) => false,
            // Not in the result of a function whose body may follow.
            _ if matches!(closed, Some(Open::ArrayLen | Open::MapKey)) => !top.in_func(),
            Tok::Ident(_)
            | Tok::Dot
            | Tok::Star
            | Tok::LBrack
            | Tok::RBrack
            | Tok::Chan
            | Tok::Arrow
            | Tok::Func => top.lit_type,
            Tok::LParen | Tok::RParen => top.lit_type,
            _ => false,
        };
    }

    /// Whether the previous token can end an operand.
    fn after_operand(&self) -> bool {
        matches!(self.prev, Some(Tok::Ident(_) | Tok::Lit(..) | Tok::RParen | Tok::RBrack | Tok::RBrace))
            && !matches!(self.closed, Some(Open::ArrayLen | Open::MapKey | Open::Params))
    }

    fn paren(&mut self) -> Open {
        let top = self.top();
        match self.prev {
            Some(Tok::Import | Tok::Const | Tok::Type | Tok::Var) => Open::Group,
            Some(Tok::Func) => Open::Params,
            Some(Tok::Dot) => Open::Assert,
            // In a function, `func(…) T(` converts.
            Some(Tok::Ident(_)) if top.in_func() && top.open != Open::File => {
                self.top_mut().pending.pop();
                Open::Args
            }
            _ if top.in_func() => Open::Params,
            Some(Tok::Ident(_)) if top.open == Open::Interface => Open::Params,
            _ if self.closed == Some(Open::Params) && top.open == Open::Interface => Open::Params,
            _ if self.after_operand() => Open::Args,
            _ => Open::Paren,
        }
    }

    fn bracket(&mut self) -> Open {
        let top = self.top();
        match self.prev {
            Some(Tok::Map) => Open::MapKey,
            Some(Tok::Ident(_)) if top.pending.last().is_some_and(|p| p.after_name) => Open::TypeParams,
            Some(Tok::Ident(_)) if self.prev2 == Some(Tok::Type) => Open::TypeBracket,
            Some(Tok::Ident(_)) if top.open == Open::Group && top.since_start == 1 => Open::TypeBracket,
            _ if self.after_operand() => Open::Index,
            _ => Open::ArrayLen,
        }
    }

    fn brace(&mut self) -> Open {
        match self.prev {
            Some(Tok::Struct) => return Open::Struct,
            Some(Tok::Interface) => return Open::Interface,
            _ => {}
        }
        let after_struct = self.closed == Some(Open::Struct);
        let after_operand = self.after_operand();
        let before_statement = self.prev == Some(Tok::Else);
        let top = self.top_mut();
        if before_statement {
            return Open::IfBody;
        }
        if top.lit_type || after_struct && !top.in_func() {
            return Open::Literal;
        }
        let at_start = top.since_start == 0;
        let pending = top.pending.pop();
        while pending.is_some_and(|p| p.keyword == Tok::Func) && top.in_func() {
            top.pending.pop();
        }
        match pending.map(|p| p.keyword) {
            Some(Tok::Func) => Open::FuncBody,
            Some(Tok::If) => Open::IfBody,
            Some(Tok::For) => Open::ForBody,
            Some(Tok::Switch) => Open::Switch,
            Some(Tok::Select) => Open::Select,
            _ if top.open.holds_statements() && at_start => Open::Block,
            _ if after_operand || top.open == Open::Literal => Open::Literal,
            _ => Open::Block,
        }
    }

    fn close(&mut self) -> Option<Open> {
        if self.frames.len() == 1 {
            return None;
        }
        self.frames.pop().map(|f| f.open)
    }
}

impl Frame {
    fn push(&mut self, keyword: Tok) {
        let (after_name, named) = (false, false);
        self.pending.push(Pending { keyword, semis: 0, range: false, after_name, named });
    }

    /// Reads a token that is neither bracket nor semicolon; true if it separates items.
    fn plain(&mut self, tok: Tok) -> bool {
        if self.since_start == 0 && tok.is_keyword() && self.header().is_none() {
            self.starter = Some(tok);
        }
        self.after_label = false;
        match tok {
            Tok::If | Tok::For | Tok::Switch | Tok::Select => self.push(tok),
            Tok::Func if !self.lit_type => self.push(tok),
            Tok::Range => {
                if let Some(p) = self.pending.last_mut() {
                    p.range = true;
                }
            }
            Tok::Case | Tok::Default if matches!(self.open, Open::Switch | Open::Select) => {
                self.in_case = true;
                self.starter = None;
                self.pending.clear();
            }
            Tok::Colon => {
                self.colons += 1;
                if self.open.holds_statements() {
                    self.after_label = !self.in_case;
                    self.in_case = false;
                    self.pending.clear();
                    self.starter = None;
                    return true;
                }
            }
            Tok::Comma => {
                self.pending.retain(|p| p.keyword != Tok::Func);
                return !self.open.holds_statements() && self.open != Open::File;
            }
            _ => {}
        }
        false
    }
}
