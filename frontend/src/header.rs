//! Errors in the package clause and the imports of a file.
//!
//! The go command reads these itself before it calls the compiler, and says what is wrong in its own words
//! (Go: `go/build`, `go/parser`). A file whose header it understands is left to the compiler's messages.

use crate::ast::LitKind;
use crate::lex::{Lexer, Semi, Tok};
use crate::source::{Interner, Pos, SourceFile};

/// The first error in the header of a file, if there is one that the go command would report.
pub fn header_error(src: &SourceFile, interner: &Interner) -> Option<(Pos, String)> {
    let mut h = Header { src, lexer: Lexer::new(src, interner), token: None };
    h.advance();
    h.source_file().err().filter(|_| h.lexer.sink.is_empty())
}

/// The name in the package clause, if it stands on a line of its own as usual.
pub fn package_name(text: &[u8]) -> Option<&str> {
    let mut lines = text.split(|&b| b == b'\n').filter_map(|l| std::str::from_utf8(l).ok());
    let rest = lines.find_map(|l| l.strip_prefix("package "))?;
    rest.split_whitespace().next().map(|name| name.trim_end_matches(';'))
}

/// The paths that a file imports, read line by line as gofmt writes them: a guess that is right for the
/// standard packages.
pub fn likely_imports(text: &[u8]) -> Vec<&str> {
    let mut imports = Vec::new();
    let mut inside = false;
    for line in text.split(|&b| b == b'\n').filter_map(|l| std::str::from_utf8(l).ok()) {
        match line {
            "import (" => inside = true,
            ")" => inside = false,
            _ if line.trim_start().starts_with("//") => {}
            _ if inside || line.starts_with("import ") => imports.extend(line.split('"').nth(1)),
            _ if ["func ", "type ", "var ", "const "].iter().any(|word| line.starts_with(word)) => break,
            _ => {}
        }
    }
    imports
}

struct Header<'a> {
    src: &'a SourceFile,
    lexer: Lexer<'a>,
    token: Option<(Pos, Tok, Pos)>,
}

type Checked = Result<(), (Pos, String)>;

impl Header<'_> {
    fn advance(&mut self) {
        self.token = self.lexer.token();
    }

    fn tok(&self) -> Option<Tok> {
        self.token.map(|(_, tok, _)| tok)
    }

    fn pos(&self) -> Pos {
        self.token.map_or(self.src.pos(self.src.text.len()), |(pos, _, _)| pos)
    }

    /// The token as the message names it: names and literals as they are, others in quotes.
    fn found(&self) -> String {
        let Some((start, tok, end)) = self.token else { return "'EOF'".to_string() };
        let offset = |p: Pos| (p.0 - self.src.base) as usize;
        let text = &self.src.text[offset(start)..offset(end)];
        match tok {
            Tok::Ident(_) | Tok::Lit(..) => text.to_string(),
            Tok::Semi(Semi::Newline) => "newline".to_string(),
            Tok::Semi(Semi::Eof) => "'EOF'".to_string(),
            _ => format!("'{text}'"),
        }
    }

    fn expected<T>(&self, what: &str) -> Result<T, (Pos, String)> {
        Err((self.pos(), format!("expected '{what}', found {}", self.found())))
    }

    /// `package name` and the imports.
    fn source_file(&mut self) -> Checked {
        if self.tok() != Some(Tok::Package) {
            return self.expected("package");
        }
        self.advance();
        if !matches!(self.tok(), Some(Tok::Ident(_))) {
            return self.expected("IDENT");
        }
        self.advance();
        while matches!(self.tok(), Some(Tok::Semi(_))) {
            self.advance();
            if self.tok() == Some(Tok::Import) {
                self.advance();
                self.import_decl()?;
            }
        }
        Ok(())
    }

    fn import_decl(&mut self) -> Checked {
        if self.tok() != Some(Tok::LParen) {
            return self.import_spec();
        }
        self.advance();
        while self.tok() != Some(Tok::RParen) {
            self.import_spec()?;
            match self.tok() {
                Some(Tok::Semi(_)) => self.advance(),
                Some(Tok::RParen) => {}
                _ => return self.expected(";"),
            }
        }
        self.advance();
        Ok(())
    }

    fn import_spec(&mut self) -> Checked {
        if matches!(self.tok(), Some(Tok::Ident(_) | Tok::Dot)) {
            self.advance();
        }
        match self.tok() {
            Some(Tok::Lit(LitKind::String, ..)) => {
                self.advance();
                Ok(())
            }
            Some(Tok::Lit(..)) => Err((self.pos(), "import path must be a string".to_string())),
            _ => Err((self.pos(), "missing import path".to_string())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceMap;

    fn error(text: &str) -> Option<String> {
        let mut sources = SourceMap::default();
        let file = sources.add("a.go".to_string(), "/a.go".to_string(), text.to_string());
        header_error(sources.file(file), &Interner::default())
            .map(|(pos, message)| format!("{}: {message}", sources.mention(pos)))
    }

    #[test]
    fn imports_as_gofmt_writes_them() {
        let text = b"// import \"no\"\npackage p\n\nimport \"a\"\nimport b \"x/b\"\n\nimport (\n\t_ \"c\"\n)\n\nvar x = 1\nimport \"d\"\n";
        assert_eq!(likely_imports(text), ["a", "x/b", "c"]);
    }

    #[test]
    fn words_of_the_go_command() {
        let cases = [
            ("", "a.go:1:1: expected 'package', found 'EOF'"),
            ("func main() {}", "a.go:1:1: expected 'package', found 'func'"),
            ("x", "a.go:1:1: expected 'package', found x"),
            ("package", "a.go:1:8: expected 'IDENT', found 'EOF'"),
            ("package \"a\"", "a.go:1:9: expected 'IDENT', found \"a\""),
            ("package p; import 5", "a.go:1:19: import path must be a string"),
            ("package p; import . . \"x\"", "a.go:1:21: missing import path"),
            ("package p\nimport x\n", "a.go:2:9: missing import path"),
            ("package p\nimport ( \"a\" \"b\" )", "a.go:2:14: expected ';', found \"b\""),
        ];
        for (text, want) in cases {
            assert_eq!(error(text).as_deref(), Some(want), "{text:?}");
        }
        for text in
            ["package p", "package p x", "package p\nimport (\n\"a\"\n)\nimport b \"b\"\nvar x = ", "@"]
        {
            assert_eq!(error(text), None, "{text:?}");
        }
    }
}
