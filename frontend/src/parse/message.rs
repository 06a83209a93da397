//! Syntax error messages in gc's words.
//!
//! gc's parser is written by hand: each of its procedures knows what it is reading. Ours gets the unexpected token
//! and the set of tokens that the automaton would have accepted. Together with what is open ([`Context`]) that
//! says which of gc's procedures would have complained, and hence the text.

use super::context::{Context, Open};
use crate::lex::{Semi, Tok};
use crate::source::{Interner, Pos};

/// An unexpected token and all that is known about the place.
pub(super) struct Unexpected<'a> {
    pub tok: Tok,
    pub pos: Pos,
    /// Terminals that the automaton would accept here, as the grammar spells them.
    pub expected: Vec<String>,
    pub context: &'a Context,
    /// Position of the previous token.
    pub prev_pos: Pos,
    /// Position of the next token.
    pub next_pos: Pos,
    pub interner: &'a Interner,
    /// A statement that stands in a header where only an expression may: its position and text.
    pub not_a_value: Option<(Pos, String)>,
}

/// What gc's message says after "syntax error: ".
enum Text {
    /// The whole message.
    Plain(String),
    /// `unexpected X, expected …`
    Expected(&'static str),
    /// `unexpected X in argument list; …` and the like.
    Place(&'static str),
}

use Text::{Expected, Place, Plain};

impl Unexpected<'_> {
    /// Position and text of the message.
    pub fn message(&self) -> (Pos, String) {
        let name = self.tok.describe(self.interner);
        let (pos, text) = self.special().unwrap_or_else(|| (self.pos, self.general()));
        let text = match text {
            Plain(text) => text,
            Expected(what) => format!("unexpected {name}, expected {what}"),
            Place(place) => format!("unexpected {name} {place}"),
        };
        (pos, format!("syntax error: {text}"))
    }

    fn has(&self, terminal: &str) -> bool {
        self.expected.iter().any(|e| e.trim_matches('"') == terminal)
    }

    fn only(&self, terminals: &[&str]) -> bool {
        self.expected.iter().all(|e| terminals.contains(&e.trim_matches('"')))
    }

    /// An operand must come here.
    fn needs_operand(&self) -> bool {
        self.has("!") && !self.has("return")
    }

    /// Messages that do not follow the pattern, by the tokens before.
    fn special(&self) -> Option<(Pos, Text)> {
        let c = self.context;
        let here = |text: &str| Some((self.pos, Plain(text.to_string())));
        if self.only(&["package"]) {
            return here("package statement must be first");
        }
        if c.frames.len() == 1 && self.has("import") {
            return here(match self.tok {
                Tok::LBrace if c.after_bodyless_func => "unexpected semicolon or newline before {",
                _ => "non-declaration statement outside function body",
            });
        }
        if let (Some((pos, text)), Some(p)) = (&self.not_a_value, c.top().header())
            && p.semis > 0
            && !self.needs_operand()
            && matches!(p.keyword, Tok::If | Tok::Switch)
        {
            return Some((*pos, Plain(text.clone())));
        }
        match (c.prev?, self.tok) {
            (Tok::Else, _) => here("else must be followed by if or statement block"),
            (Tok::If, Tok::Var) => {
                Some((self.next_pos, Plain("var declaration not allowed in if initializer".to_string())))
            }
            (Tok::For, Tok::Var) => {
                Some((self.next_pos, Plain("var declaration not allowed in for initializer".to_string())))
            }
            (Tok::Switch, Tok::Var) => {
                Some((self.next_pos, Plain("var declaration not allowed in switch initializer".to_string())))
            }
            (Tok::Chan, _) => here("missing channel element type"),
            (Tok::Arrow, _) if c.prev2 == Some(Tok::Chan) => here("missing channel element type"),
            (Tok::Comma, _) if c.top().open == Open::TypeBracket && matches!(c.prev2, Some(Tok::Lit(..))) => {
                Some((self.prev_pos, Plain("unexpected comma; expected ]".to_string())))
            }
            (Tok::Dots, _) if matches!(c.top().open, Open::Params | Open::TypeParams) => {
                here("... is missing type")
            }
            (Tok::Func, Tok::LBrack) if c.frames.len() > 1 || self.only(&["("]) => {
                here("function type must have no type parameters")
            }
            (Tok::LBrack, Tok::RBrack) if c.top().open == Open::TypeParams => {
                here("empty type parameter list")
            }
            (Tok::Colon, _) if c.top().after_label => {
                Some((self.prev_pos, Plain("missing statement after label".to_string())))
            }
            (_, Tok::LParen) if self.in_field_start() => here("cannot parenthesize embedded type"),
            _ if self.in_import() && self.has("lit") => here("missing import path"),
            _ => None,
        }
    }

    /// At the start of a struct field, or after its `*`.
    fn in_field_start(&self) -> bool {
        let top = self.context.top();
        top.open == Open::Struct
            && (top.since_start == 0 || top.since_start == 1 && self.context.prev == Some(Tok::Star))
    }

    fn keyword(&self) -> Option<Tok> {
        let top = self.context.top();
        top.group.or(top.starter)
    }

    fn in_import(&self) -> bool {
        self.keyword() == Some(Tok::Import)
    }

    fn general(&self) -> Text {
        self.single_token().or_else(|| self.missing_part()).unwrap_or_else(|| self.after_complete_part())
    }

    /// At a comma in something that is no list.
    fn in_array_length(&self) -> bool {
        let top = self.context.top();
        let brackets = matches!(top.open, Open::ArrayLen | Open::TypeBracket | Open::Index);
        self.tok == Tok::Comma && brackets && top.colons == 0
    }

    /// The grammar allows nothing but one token.
    fn single_token(&self) -> Option<Text> {
        let c = self.context;
        let top = c.top();
        if top.pending.last().is_some_and(|p| p.after_name) {
            return Some(Expected("("));
        }
        let [only] = self.expected.as_slice() else { return None };
        Some(match only.trim_matches('"') {
            "ident" => Expected("name"),
            "(" if c.prev == Some(Tok::Func) || top.header().is_none() => Expected("("),
            "[" => Expected("["),
            "]" if self.in_array_length() => Plain("unexpected comma; expected ]".to_string()),
            "]" => Expected("]"),
            ")" => Expected(")"),
            ":" => Expected(":"),
            "chan" => Expected("keyword chan"),
            "{" => match top.header() {
                Some(p) if p.keyword == Tok::Select => Plain("missing { after select clause".to_string()),
                Some(_) => self.before_block(),
                None => Expected("{"),
            },
            ";" if top.open == Open::File && top.starter == Some(Tok::Package) => {
                Expected("semicolon or newline")
            }
            _ => return None,
        })
    }

    /// Something must come here that has not begun: an expression, a type, a name, a statement.
    fn missing_part(&self) -> Option<Text> {
        let c = self.context;
        let top = c.top();
        if self.has("return") {
            return Some(match top.open {
                Open::Switch | Open::Select => Expected("case or default or }"),
                _ => Expected("}"),
            });
        }
        if self.has("case") {
            return Some(Expected("case or default or }"));
        }
        if top.since_start == 0 && self.tok == Tok::Semi(Semi::Eof) {
            match top.open {
                Open::Struct | Open::Interface | Open::Literal => return Some(Expected("}")),
                Open::Args | Open::Params | Open::Group => return Some(Expected(")")),
                _ => {}
            }
        }
        if top.open == Open::Struct && top.since_start == 0 {
            return Some(Expected("field name or embedded type"));
        }
        if top.open == Open::Group && top.since_start == 0 {
            return Some(Expected("name"));
        }
        if matches!(c.prev, Some(Tok::Ident(_))) && self.has("chan") {
            let type_follows = top.open == Open::Struct || self.keyword() == Some(Tok::Var);
            if type_follows && self.tok == Tok::Define && top.open != Open::Struct {
                return Some(Expected("="));
            } else if type_follows {
                return Some(Expected("type"));
            }
        }
        if top.open == Open::Index && c.prev == Some(Tok::Comma) {
            return Some(Expected("]"));
        }
        if top.open == Open::Index && c.prev == Some(Tok::LBrack) && !self.has(":") && self.tok != Tok::RBrack
        {
            return Some(self.first_type_argument());
        }
        if top.open == Open::Interface && top.since_start == 0 {
            return Some(Expected("~ term or type"));
        }
        if matches!(c.prev, Some(Tok::LBrack)) && self.tok == Tok::RBrack && top.open == Open::Index {
            return Some(if self.has(":") { Expected("operand") } else { Expected("type argument list") });
        }
        if let Some(p) = top.header()
            && p.keyword == Tok::For
            && self.tok == Tok::LBrace
            && p.semis == 1
            && top.since_start == 0
        {
            return Some(Expected("for loop condition"));
        }
        if matches!(top.open, Open::Params | Open::TypeParams)
            && matches!(c.prev, Some(Tok::LParen | Tok::LBrack | Tok::Comma))
        {
            return Some(if top.open == Open::Params { Expected(")") } else { Expected("]") });
        }
        if self.needs_operand() || matches!(c.prev, Some(Tok::Go | Tok::Defer)) {
            return Some(Expected("expression"));
        }
        if self.only(&["ident", "("]) {
            return Some(if c.prev == Some(Tok::Dot) || c.prev == Some(Tok::Func) {
                Expected("name or (")
            } else {
                Expected("name")
            });
        }
        if self.only(&["ident"]) {
            return Some(Expected("name"));
        }
        let starts_type = self.has("chan") && self.has("struct");
        if starts_type
            && !self.has(")")
            && !self.has(";")
            && !self.has(",")
            && !self.has("]")
            && !self.has("}")
        {
            return Some(self.missing_type());
        }
        None
    }

    /// After `T[`; for a field or parameter it may as well be an array length.
    fn first_type_argument(&self) -> Text {
        let parent = self.context.frames.iter().rev().nth(1);
        let after_name =
            parent.is_some_and(|p| matches!(p.open, Open::Struct | Open::Params) && p.since_start == 2);
        if after_name { Expected("expression") } else { Expected("type") }
    }

    fn missing_type(&self) -> Text {
        let c = self.context;
        let top = c.top();
        let after_name = matches!(c.prev, Some(Tok::Ident(_)));
        match self.keyword() {
            Some(Tok::Type) if after_name && self.tok == Tok::Define => Expected("="),
            Some(Tok::Type) if top.open != Open::Struct && (after_name || c.prev == Some(Tok::Assign)) => {
                Place("in type declaration")
            }
            _ => Expected("type"),
        }
    }

    /// A part is complete and neither its end nor a separator follows.
    fn after_complete_part(&self) -> Text {
        let c = self.context;
        let top = c.top();
        match top.open {
            Open::Args => Place("in argument list; possibly missing comma or )"),
            Open::Params => Place("in parameter list; possibly missing comma or )"),
            Open::TypeParams => Place("in parameter list; possibly missing comma or ]"),
            Open::Literal => Place("in composite literal; possibly missing comma or }"),
            Open::Struct => Place("in struct type; possibly missing semicolon or newline or }"),
            Open::Interface => Place("in interface type; possibly missing semicolon or newline or }"),
            Open::Paren | Open::Assert => Expected(")"),
            Open::Index if self.has(":") && top.colons == 0 => Expected("comma, : or ]"),
            _ if self.in_array_length() => Plain("unexpected comma; expected ]".to_string()),
            Open::Index | Open::ArrayLen | Open::TypeBracket | Open::MapKey => Expected("]"),
            _ => self.in_statement(),
        }
    }

    fn in_statement(&self) -> Text {
        let top = self.context.top();
        if top.in_case {
            return Expected(":");
        }
        if top.header().is_some() {
            return self.before_block();
        }
        if self.tok == Tok::Define
            && matches!(self.keyword(), Some(Tok::Var | Tok::Const | Tok::Type))
            && self.has("=")
        {
            return Expected("=");
        }
        if self.has(":=") && !self.has(";") {
            return Expected(":= or = or comma");
        }
        match top.open {
            Open::Group => Place("in grouped declaration; possibly missing semicolon or newline or )"),
            Open::File => Place("after top level declaration"),
            _ => Place("at end of statement"),
        }
    }

    /// In a header, after something that could be followed by the block.
    fn before_block(&self) -> Text {
        let Some(p) = self.context.top().header() else { return Expected("{") };
        let complete = self.has("{") || self.has(";");
        if self.has(":=") && !complete {
            return Expected(":= or = or comma");
        }
        let first_part = p.semis == 0 && !p.range;
        match p.keyword {
            Tok::If if first_part => Expected("{"),
            Tok::If => Expected("{ after if clause"),
            Tok::For if p.range || p.semis >= 2 => Expected("{ after for clause"),
            Tok::For if p.semis == 1 => Expected("semicolon or newline"),
            Tok::For => Expected("{"),
            Tok::Switch if first_part => Expected("{"),
            Tok::Switch => Plain("missing { after switch clause".to_string()),
            _ => Expected("{"),
        }
    }
}
