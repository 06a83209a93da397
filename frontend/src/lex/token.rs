//! The table of tokens: the one place that knows how they are spelled and after which of them a newline ends a
//! statement (Go spec, Tokens and Semicolons).
//!
//! [`Raw`] is what logos finds in the text; [`Tok`] is a terminal of the grammar. Operators that play the same
//! role share one terminal, which keeps the parse tables small.

use logos::Logos;

use crate::ast::{BinaryOp, LitKind};
use crate::source::{Interner, Symbol};

/// How a `;` arose; messages say it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Semi {
    /// Written.
    Semicolon,
    /// Inserted at the end of a line.
    Newline,
    /// Inserted at the end of the file.
    Eof,
}

impl Semi {
    /// gc's word for it in messages.
    pub fn text(self) -> &'static str {
        match self {
            Semi::Semicolon => "semicolon",
            Semi::Newline => "newline",
            Semi::Eof => "EOF",
        }
    }
}

macro_rules! tokens {
    (
        plain { $($text:tt $name:ident $ends:ident;)* }
        grouped { $($gtext:tt $gname:ident $tok:ident($($value:tt)*) $gends:ident;)* }
        keywords { $($ktext:tt $kname:ident $kends:ident;)* }
    ) => {
        /// A token as the automaton finds it.
        #[derive(Logos, Clone, Copy, PartialEq, Eq, Debug)]
        #[logos(skip r"[ \t\r\u{0}\u{FEFF}]+")]
        pub(super) enum Raw {
            $(#[token($text)] $name,)*
            $(#[token($gtext)] $gname,)*
            $(#[token($ktext)] $kname,)*
            #[token(";")]
            Semi,
            #[regex(r"\n[ \t\r\n]*")]
            Newline,
            #[regex(r"[_\p{L}][_\p{L}\p{Nd}]*", priority = 3)]
            Ident,
            // Any other character beyond ASCII counts as part of a name, and is then reported.
            #[regex(r"[_\p{L}\u{80}-\u{FEFE}\u{FF00}-\u{10FFFF}][_\p{L}\p{Nd}\u{80}-\u{FEFE}\u{FF00}-\u{10FFFF}]*", priority = 2)]
            BadIdent,
            #[regex(r"[0-9]+", priority = 9)]
            Decimal,
            // Every text that gc would read as one number, right or wrong; `super::number` judges it.
            #[regex(r"[0-9][0-9_]*(\.[0-9_]*)?([eEpP][+-]?[0-9_]*)?i?", priority = 4)]
            #[regex(r"\.[0-9][0-9_]*([eEpP][+-]?[0-9_]*)?i?", priority = 4)]
            #[regex(r"0[xX][0-9a-fA-F_]*(\.[0-9a-fA-F_]*)?([pP][+-]?[0-9_]*)?i?", priority = 5)]
            #[regex(r"0[oObB][0-9_]*(\.[0-9_]*)?([eEpP][+-]?[0-9_]*)?i?", priority = 5)]
            Number,
            #[regex(r#""(\\[^\n]|[^"\\\n])*""#)]
            Str,
            #[regex(r#""(\\[^\n]|[^"\\\n])*\\?"#)]
            OpenStr,
            #[regex(r"'(\\[^\n]|[^'\\\n])*'")]
            Rune,
            #[regex(r"'(\\[^\n]|[^'\\\n])*\\?")]
            OpenRune,
            #[regex("`[^`]*`")]
            Backquoted,
            #[regex("`[^`]*")]
            OpenBackquoted,
            #[regex(r"//[^\n]*", allow_greedy = true)]
            LineComment,
            #[token("/*", block_comment)]
            BlockComment,
        }

        /// A terminal of the grammar, with its value.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[allow(missing_docs)]
        pub enum Tok {
            /// An identifier.
            Ident(Symbol),
            /// A literal: kind, whether malformed (and reported), text.
            Lit(LitKind, bool, Symbol),
            /// `;`, written or inserted.
            Semi(Semi),
            /// An operator that is only binary.
            Binary(BinaryOp),
            /// `op=`
            OpAssign(BinaryOp),
            /// `++` (true) or `--`
            IncDec(bool),
            $($name,)*
            $($kname,)*
        }

        impl Raw {
            #[inline]
            /// The terminal, unless it has a value that depends on the text.
            pub(super) fn tok(self) -> Option<Tok> {
                Some(match self {
                    $(Raw::$name => Tok::$name,)*
                    $(Raw::$gname => Tok::$tok($($value)*),)*
                    $(Raw::$kname => Tok::$kname,)*
                    _ => return None,
                })
            }

            #[inline]
            /// Whether a newline after this token ends a statement.
            pub(super) fn ends_statement(self) -> bool {
                match self {
                    $(Raw::$name => ends!($ends),)*
                    $(Raw::$gname => ends!($gends),)*
                    $(Raw::$kname => ends!($kends),)*
                    Raw::Semi | Raw::Newline | Raw::LineComment | Raw::BlockComment => false,
                    _ => true,
                }
            }
        }

        impl Tok {
            /// The spelling of a token without a value, for example `(` or `for`.
            fn spelling(self) -> &'static str {
                match self {
                    $(Tok::$name => $text,)*
                    $(Tok::$kname => $ktext,)*
                    Tok::Binary(op) => op.text(),
                    Tok::IncDec(true) => "++",
                    Tok::IncDec(false) => "--",
                    Tok::Ident(_) | Tok::Lit(..) | Tok::Semi(_) | Tok::OpAssign(_) => "",
                }
            }

            /// Whether this is a keyword.
            pub fn is_keyword(self) -> bool {
                matches!(self, $(Tok::$kname)|*)
            }
        }
    };
}

macro_rules! ends {
    (ends) => {
        true
    };
    (goes_on) => {
        false
    };
}

tokens! {
    plain {
        "(" LParen goes_on;
        "[" LBrack goes_on;
        "{" LBrace goes_on;
        ")" RParen ends;
        "]" RBrack ends;
        "}" RBrace ends;
        "," Comma goes_on;
        ":" Colon goes_on;
        "." Dot goes_on;
        "..." Dots goes_on;
        "=" Assign goes_on;
        ":=" Define goes_on;
        "<-" Arrow goes_on;
        "+" Plus goes_on;
        "-" Minus goes_on;
        "*" Star goes_on;
        "&" And goes_on;
        "|" Or goes_on;
        "^" Xor goes_on;
        "!" Not goes_on;
        "~" Tilde goes_on;
    }
    grouped {
        "||" OrOr Binary(BinaryOp::OrOr) goes_on;
        "&&" AndAnd Binary(BinaryOp::AndAnd) goes_on;
        "==" Eq Binary(BinaryOp::Eq) goes_on;
        "!=" Ne Binary(BinaryOp::Ne) goes_on;
        "<" Lt Binary(BinaryOp::Lt) goes_on;
        "<=" Le Binary(BinaryOp::Le) goes_on;
        ">" Gt Binary(BinaryOp::Gt) goes_on;
        ">=" Ge Binary(BinaryOp::Ge) goes_on;
        "/" Div Binary(BinaryOp::Div) goes_on;
        "%" Rem Binary(BinaryOp::Rem) goes_on;
        "&^" AndNot Binary(BinaryOp::AndNot) goes_on;
        "<<" Shl Binary(BinaryOp::Shl) goes_on;
        ">>" Shr Binary(BinaryOp::Shr) goes_on;
        "+=" AddAssign OpAssign(BinaryOp::Add) goes_on;
        "-=" SubAssign OpAssign(BinaryOp::Sub) goes_on;
        "|=" OrAssign OpAssign(BinaryOp::Or) goes_on;
        "^=" XorAssign OpAssign(BinaryOp::Xor) goes_on;
        "*=" MulAssign OpAssign(BinaryOp::Mul) goes_on;
        "/=" DivAssign OpAssign(BinaryOp::Div) goes_on;
        "%=" RemAssign OpAssign(BinaryOp::Rem) goes_on;
        "&=" AndAssign OpAssign(BinaryOp::And) goes_on;
        "&^=" AndNotAssign OpAssign(BinaryOp::AndNot) goes_on;
        "<<=" ShlAssign OpAssign(BinaryOp::Shl) goes_on;
        ">>=" ShrAssign OpAssign(BinaryOp::Shr) goes_on;
        "++" Inc IncDec(true) ends;
        "--" Dec IncDec(false) ends;
    }
    keywords {
        "break" Break ends;
        "case" Case goes_on;
        "chan" Chan goes_on;
        "const" Const goes_on;
        "continue" Continue ends;
        "default" Default goes_on;
        "defer" Defer goes_on;
        "else" Else goes_on;
        "fallthrough" Fallthrough ends;
        "for" For goes_on;
        "func" Func goes_on;
        "go" Go goes_on;
        "goto" Goto goes_on;
        "if" If goes_on;
        "import" Import goes_on;
        "interface" Interface goes_on;
        "map" Map goes_on;
        "package" Package goes_on;
        "range" Range goes_on;
        "return" Return ends;
        "select" Select goes_on;
        "struct" Struct goes_on;
        "switch" Switch goes_on;
        "type" Type goes_on;
        "var" Var goes_on;
    }
}

/// Skips to the end of a block comment, or of the file if it is not closed.
fn block_comment(lex: &mut logos::Lexer<'_, Raw>) {
    let rest = lex.remainder();
    lex.bump(rest.find("*/").map_or(rest.len(), |end| end + 2));
}

impl Tok {
    /// The token as it is written, `;` where it was inserted.
    pub fn text(self, interner: &Interner) -> String {
        match self {
            Tok::Ident(s) | Tok::Lit(_, _, s) => interner.resolve(s).to_string(),
            Tok::Semi(_) => ";".to_string(),
            Tok::OpAssign(op) => format!("{}=", op.text()),
            _ => self.spelling().to_string(),
        }
    }

    /// The token as gc's messages name it: `name x`, `literal 1`, `keyword for`, `comma`, `newline`, else its
    /// spelling.
    pub fn describe(self, interner: &Interner) -> String {
        match self {
            Tok::Ident(s) => format!("name {}", interner.resolve(s)),
            Tok::Lit(_, _, s) => format!("literal {}", interner.resolve(s)),
            Tok::Semi(semi) => semi.text().to_string(),
            Tok::Comma => "comma".to_string(),
            _ if self.is_keyword() => format!("keyword {}", self.spelling()),
            _ => self.text(interner),
        }
    }
}
