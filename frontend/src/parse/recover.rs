//! Going on after a syntax error.
//!
//! The parser is simply started again further on, behind a made-up beginning that opens what is open there. Inside
//! a function that is the next statement of the innermost statement list; elsewhere the next top-level declaration.
//! When brackets do not match up, nothing more is said about the declaration, because it would only be a
//! consequence.

use lalrpop_util::ParseError;

use super::builder::Builder;
use super::context::{Context, Frame, Open};
use super::grammar::SourceFileParser;
use super::message::Unexpected;
use crate::diag::Code;
use crate::lex::{Lexer, Semi, Tok, Tokens};
use crate::source::{Interner, Pos, SourceFile, sym};

type Spanned = (Pos, Tok, Pos);
type Failure = ParseError<Pos, Tok, std::convert::Infallible>;

/// Parses a file. The lexer that is returned has read the whole file, or as much as was of use.
pub(super) fn parse<'a>(b: &mut Builder<'_>, src: &'a SourceFile, interner: &'a Interner) -> Lexer<'a> {
    let parser = SourceFileParser::new();
    let mut lexer = Lexer::new(src, interner);
    let result = parser.parse(b, Tokens(&mut lexer));
    if result.is_ok() && b.misplaced_braces.is_empty() {
        return lexer;
    }
    // Messages and recovery need the tokens once more.
    let mut again = Lexer::new(src, interner);
    let all: Vec<Spanned> = again.by_ref().collect();
    let mut r = Recovery {
        src,
        interner,
        end: all.len(),
        all,
        decl_searched: 1,
        decl_found: 0,
        fed: 0,
        context: Context::new(),
        errors_in_decl: false,
        lexical_errors: !again.sink.is_empty(),
    };
    let mut failure = result.err();
    if let Some(e) = failure.take_if(|e| r.index_of(e) <= 2) {
        // gc gives up where there is no package clause.
        let at = r.index_of(&e);
        r.feed_to(at);
        r.report(b, at, expected_at(e));
        return lexer;
    }
    let mut last = None;
    while b.sink.diagnostics.len() < MAX_ERRORS {
        // A `{` after something that is no type is an error by itself, and comes first.
        let brace = b.misplaced_braces.iter().min().map(|&pos| r.index_at(pos));
        let failed = failure.as_ref().map(|e| r.index_of(e));
        let Some(to) = brace.into_iter().chain(failed).min() else { break };
        let at = r.feed_to(to).unwrap_or(to);
        let expected = match failure.take() {
            Some(e) if failed == Some(at) => expected_at(e),
            _ => AFTER_OPERAND.map(str::to_string).to_vec(),
        };
        r.report(b, at, expected);
        let Some(resume) = r.resume(at, last) else { break };
        last = Some(at);
        b.restart(resume.inside_decl);
        let from = r.all.get(resume.at).map_or(b.ast.eof, |t| t.0);
        let prefix = resume.prefix.iter().map(|&t| (from, t, from));
        let rest = r.all[resume.at..r.end].iter().copied();
        failure = parser.parse(b, prefix.chain(rest)).err();
        if failure.is_none() && r.end < r.all.len() {
            failure = Some(ParseError::UnrecognizedEof { location: r.all[r.end].0, expected: Vec::new() });
        }
    }
    again
}

/// Nobody reads more than that.
const MAX_ERRORS: usize = 1000;

/// Terminals that may follow any complete operand.
const AFTER_OPERAND: [&str; 7] = [";", ")", ",", "}", ":", "=", ":="];

/// What the automaton would have accepted.
fn expected_at(e: Failure) -> Vec<String> {
    match e {
        ParseError::UnrecognizedToken { expected, .. } | ParseError::UnrecognizedEof { expected, .. } => {
            expected
        }
        _ => Vec::new(),
    }
}

struct Recovery<'a> {
    src: &'a SourceFile,
    interner: &'a Interner,
    all: Vec<Spanned>,
    /// Where to stop: the end, or the next top-level declaration when there may be braces missing.
    end: usize,
    /// No top-level declaration begins from the first of these tokens up to the second.
    decl_searched: usize,
    decl_found: usize,
    /// Number of tokens that `context` has read or passed over.
    fed: usize,
    context: Context,
    /// The top-level declaration under way, or the one just before, has an error.
    errors_in_decl: bool,
    /// The lexer has found errors.
    lexical_errors: bool,
}

/// Where and how to go on.
struct Resume {
    /// Index of the first token to read.
    at: usize,
    /// Tokens to put in front.
    prefix: Vec<Tok>,
    /// The first declaration is a made-up one.
    inside_decl: bool,
}

impl Recovery<'_> {
    /// The token at which the parser gave up.
    fn index_of(&self, e: &Failure) -> usize {
        match e {
            ParseError::UnrecognizedToken { token, .. } | ParseError::ExtraToken { token } => {
                self.index_at(token.0)
            }
            _ => self.end,
        }
    }

    fn index_at(&self, pos: Pos) -> usize {
        self.all.partition_point(|t| t.0 < pos)
    }

    fn token(&self, at: usize) -> (Tok, Pos) {
        let eof = self.src.pos(self.src.text.len());
        self.all.get(at).map_or((Tok::Semi(Semi::Eof), eof), |t| (t.1, t.0))
    }

    /// Reads up to token `at`, or up to a misplaced `{` before it, whose index is returned.
    fn feed_to(&mut self, at: usize) -> Option<usize> {
        for i in self.fed..at {
            let tok = self.all[i].1;
            if self.context.is_misplaced(tok) {
                return Some(i);
            }
            if self.context.frames.len() == 1 && self.context.top().starter.is_none() {
                self.errors_in_decl &= !starts_decl(tok);
            }
            self.context.feed(tok, i);
            self.fed = i + 1;
        }
        None
    }

    /// Reports the error at token `at`, to which the context was read.
    fn report(&mut self, b: &mut Builder<'_>, at: usize, expected: Vec<String>) {
        // At the end of the file it would only be a consequence (gc: `syntaxErrorAt`).
        let follows = at >= self.all.len() && (self.lexical_errors || !b.sink.is_empty());
        if follows || self.is_consequence(at) {
            return;
        }
        let (tok, pos) = self.token(at);
        let prev_pos = self.token(at.saturating_sub(1)).1;
        // The automaton has just read the condition.
        let start = self.token(self.context.top().item_start).1;
        let not_a_value = match b.ast.stmts.last() {
            Some((id, s)) if s.pos >= start => b.not_a_value(id),
            _ => None,
        };
        let u = Unexpected {
            tok,
            pos,
            expected,
            context: &self.context,
            prev_pos,
            next_pos: self.token(at + 1).1,
            interner: self.interner,
            not_a_value,
        };
        let (pos, text) = u.message();
        b.sink.error(pos, Code::Syntax, text);
        self.errors_in_decl = true;
    }

    /// Whether the error at token `at` follows from one before: the braces of a declaration do not match.
    fn is_consequence(&self, at: usize) -> bool {
        let in_file = self.context.frames.len() == 1 && self.context.top().starter.is_none();
        let top = self.context.top();
        let clauses = matches!(top.open, Open::Switch | Open::Select);
        let stray_clause =
            !clauses && top.since_start == 0 && matches!(self.token(at).0, Tok::Case | Tok::Default);
        self.errors_in_decl && (at >= self.end || self.starts_line_decl(at) || in_file || stray_clause)
    }

    /// A keyword of a top-level declaration in the first column.
    fn starts_line_decl(&self, at: usize) -> bool {
        let (tok, pos) = self.token(at);
        let offset = (pos.0 - self.src.base) as usize;
        starts_decl(tok) && (offset == 0 || self.src.text.as_bytes()[offset - 1] == b'\n')
    }

    /// Finds where to go on after an error at token `at`; `last` is where the one before was.
    fn resume(&mut self, at: usize, last: Option<usize>) -> Option<Resume> {
        let from = if last == Some(at) { at + 1 } else { at };
        let level = self.context.statement_level();
        if level > 0
            && last != Some(at)
            && let Some(found) = self.next_statement(from, level)
            && let Some(mut prefix) = prefix(&self.context.frames)
        {
            let clauses = matches!(self.context.top().open, Open::Switch | Open::Select);
            if clauses && !matches!(self.token(found).0, Tok::Case | Tok::Default | Tok::RBrace) {
                prefix.extend([Tok::Default, Tok::Colon]);
            }
            self.fed = found;
            self.end = self.decl_from(found);
            return Some(Resume { at: found, prefix, inside_decl: true });
        }
        self.next_decl(from)
    }

    /// Index of the next top-level declaration from token `from` on, or of the end.
    fn decl_from(&mut self, from: usize) -> usize {
        // Errors come in order, so that mostly the one found last is still the next.
        if !(self.decl_searched..=self.decl_found).contains(&from) {
            let found = (from..self.all.len()).find(|&i| self.starts_line_decl(i));
            (self.decl_searched, self.decl_found) = (from, found.unwrap_or(self.all.len()));
        }
        self.decl_found
    }

    fn next_decl(&mut self, from: usize) -> Option<Resume> {
        let at = self.decl_from(from);
        if at == self.all.len() {
            return None;
        }
        self.context.unwind(1);
        self.fed = at;
        self.end = self.all.len();
        let prefix = vec![Tok::Package, Tok::Ident(sym::Blank), Tok::Semi(Semi::Semicolon)];
        Some(Resume { at, prefix, inside_decl: false })
    }

    /// The next statement of the list in frame `level - 1`, from token `from` on. Unwinds the context to it; `None`
    /// if brackets do not match or the declaration ends.
    fn next_statement(&mut self, from: usize, level: usize) -> Option<usize> {
        let mut open: Vec<Tok> = self.context.frames[level..].iter().map(|f| closer(f.open)).collect();
        let frame = &self.context.frames[level - 1];
        let header = frame.header();
        let clauses = matches!(frame.open, Open::Switch | Open::Select);
        for at in from..self.all.len() {
            let tok = self.all[at].1;
            if self.starts_line_decl(at) {
                return None;
            }
            let resume = match tok {
                Tok::LBrace if open.is_empty() && header.is_some() => {
                    self.context.unwind(level);
                    self.context.push(match header?.keyword {
                        Tok::If => Open::IfBody,
                        Tok::For => Open::ForBody,
                        Tok::Switch => Open::Switch,
                        _ => Open::Select,
                    });
                    return Some(at + 1);
                }
                Tok::LParen => {
                    open.push(Tok::RParen);
                    None
                }
                Tok::LBrack => {
                    open.push(Tok::RBrack);
                    None
                }
                Tok::LBrace => {
                    open.push(Tok::RBrace);
                    None
                }
                Tok::RBrace if !open.contains(&Tok::RBrace) => Some(at),
                Tok::RParen | Tok::RBrack | Tok::RBrace => {
                    if let Some(i) = open.iter().rposition(|&t| t == tok) {
                        open.truncate(i);
                    }
                    None
                }
                Tok::Semi(semi) if open.is_empty() => {
                    (header.is_none() || semi != Semi::Semicolon).then_some(at + 1)
                }
                Tok::Case | Tok::Default if open.is_empty() && clauses => Some(at),
                // A bracket was not closed before the next clause.
                Tok::Case | Tok::Default
                    if clauses
                        && !open.contains(&Tok::RBrace)
                        && matches!(self.all[at - 1].1, Tok::Semi(_)) =>
                {
                    Some(at)
                }
                Tok::Case | Tok::Default
                    if open.is_empty()
                        && header.is_some_and(|h| matches!(h.keyword, Tok::Switch | Tok::Select)) =>
                {
                    self.context.unwind(level);
                    self.context.push(Open::Switch);
                    return Some(at);
                }
                _ if at > from && starts_statement(tok) && matches!(self.all[at - 1].1, Tok::Semi(_)) => {
                    // A bracket was not closed; a brace might be that of a block, whose end would be missed.
                    if open.contains(&Tok::RBrace) { None } else { Some(at) }
                }
                _ => None,
            };
            if let Some(resume) = resume {
                self.context.unwind(level);
                return Some(resume);
            }
        }
        None
    }
}

fn starts_decl(tok: Tok) -> bool {
    matches!(tok, Tok::Func | Tok::Type | Tok::Var | Tok::Const | Tok::Import)
}

/// Keywords that begin statements and nothing else.
fn starts_statement(tok: Tok) -> bool {
    use Tok::*;
    matches!(
        tok,
        Break
            | Const
            | Continue
            | Defer
            | Fallthrough
            | For
            | Go
            | Goto
            | If
            | Return
            | Select
            | Switch
            | Type
            | Var
    )
}

fn closer(open: Open) -> Tok {
    match open {
        _ if open.is_brace() => Tok::RBrace,
        Open::TypeParams | Open::Index | Open::ArrayLen | Open::TypeBracket | Open::MapKey => Tok::RBrack,
        _ => Tok::RParen,
    }
}

/// Tokens that open what `frames` have open; the last of them holds statements. `None` where no program that is
/// easily made up would do.
fn prefix(frames: &[Frame]) -> Option<Vec<Tok>> {
    let name = Tok::Ident(sym::Blank);
    let semi = Tok::Semi(Semi::Semicolon);
    let mut out = vec![Tok::Package, name, semi];
    for pair in frames.windows(2) {
        let [parent, child] = pair else { continue };
        match parent.open {
            Open::File if child.open == Open::FuncBody && parent.starter == Some(Tok::Func) => {
                out.extend([Tok::Func, name, Tok::LParen, Tok::RParen, Tok::LBrace]);
                continue;
            }
            Open::File if child.open == Open::Group => {
                out.extend([Tok::Var, Tok::LParen]);
                continue;
            }
            Open::File => out.extend([Tok::Var, name, Tok::Assign]),
            Open::Group => out.extend([name, Tok::Assign]),
            open if open.holds_statements() => {
                if statement_prefix(&mut out, parent, child.open) {
                    continue;
                }
            }
            Open::Args | Open::Paren | Open::Index | Open::Literal => {}
            _ => return None,
        }
        match child.open {
            Open::FuncBody => out.extend([Tok::Func, Tok::LParen, Tok::RParen, Tok::LBrace]),
            Open::Args => out.extend([name, Tok::LParen]),
            Open::Paren => out.push(Tok::LParen),
            Open::Index => out.extend([name, Tok::LBrack]),
            Open::Literal if parent.open == Open::Literal => out.push(Tok::LBrace),
            Open::Literal => out.extend([Tok::LBrack, Tok::RBrack, name, Tok::LBrace]),
            _ => return None,
        }
    }
    Some(out)
}

/// Begins a statement in `parent` inside which `child` stands. True if that opens `child` as well.
fn statement_prefix(out: &mut Vec<Tok>, parent: &Frame, child: Open) -> bool {
    let name = Tok::Ident(sym::Blank);
    if matches!(parent.open, Open::Switch | Open::Select) {
        if parent.in_case {
            out.push(Tok::Case);
            return false;
        }
        out.extend([Tok::Default, Tok::Colon]);
    }
    if let Some(header) = parent.header() {
        out.push(header.keyword);
        out.extend((0..header.semis).map(|_| Tok::Semi(Semi::Semicolon)));
        if header.range {
            out.push(Tok::Range);
        }
        return false;
    }
    match child {
        Open::IfBody => out.extend([Tok::If, name, Tok::LBrace]),
        Open::ForBody => out.extend([Tok::For, Tok::LBrace]),
        Open::Block => out.push(Tok::LBrace),
        Open::Switch => out.extend([Tok::Switch, Tok::LBrace]),
        Open::Select => out.extend([Tok::Select, Tok::LBrace]),
        _ => {
            out.push(Tok::Return);
            return false;
        }
    }
    true
}
