//! `//go:embed pattern…`: the patterns of a directive, and what they stand for.
//!
//! The loader asks the [`crate::Finder`] for the files that the patterns of a package match; the checker gives them to the
//! variables below the directives.

use std::sync::Arc;

use crate::ast::LitKind;
use crate::types::constant::ConstValue;

/// A file that a pattern matches.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EmbeddedFile {
    /// Its path below the directory of the package, with slashes.
    pub name: String,
    /// Its contents.
    pub data: Arc<[u8]>,
}

/// What a variable is filled with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum EmbeddedValue {
    /// A string or slice of bytes: the contents of a file.
    Contents(Arc<[u8]>),
    /// An `embed.FS`: files, and directories, whose names end in a slash, in the order in which it looks them up.
    Files(Vec<EmbeddedFile>),
}

/// The patterns of a directive with their offsets in its text (which begins with `go:embed`), separated by blanks; quoted
/// ones as strings of Go.
///
/// # Errors
/// gc's words for what is no such list.
pub fn patterns(text: &str) -> Result<Vec<(String, usize)>, String> {
    let mut out = Vec::new();
    let mut rest = text.strip_prefix("go:embed").unwrap_or_default().trim();
    while let Some(first) = rest.chars().next() {
        let bad = |rest: &str| Err(format!("invalid quoted string in //go:embed: {rest}"));
        let offset = rest.as_ptr() as usize - text.as_ptr() as usize;
        let end = match first {
            '`' => rest[1..].find('`').map(|i| i + 2),
            '"' => end_of_quoted(rest),
            _ => Some(rest.find(char::is_whitespace).unwrap_or(rest.len())),
        };
        let Some(end) = end else { return bad(rest) };
        let (word, after) = rest.split_at(end);
        let pattern = match first {
            '`' => Some(word[1..end - 1].to_string()),
            '"' => match ConstValue::from_literal(LitKind::String, word) {
                Some(ConstValue::String(bytes)) => String::from_utf8(bytes.to_vec()).ok(),
                _ => None,
            },
            _ => Some(word.to_string()),
        };
        let Some(pattern) = pattern else { return bad(word) };
        if after.starts_with(|c: char| !c.is_whitespace()) {
            return bad(after);
        }
        out.push((pattern, offset));
        rest = after.trim_start();
    }
    Ok(out)
}

/// The length of the string in double quotes at the start of a text.
fn end_of_quoted(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut i = 1;
    while i < bytes.len() {
        match bytes[i] {
            b'\\' => i += 2,
            b'"' => return Some(i + 1),
            _ => i += 1,
        }
    }
    None
}

/// Adds the directories around files, and puts all into the order of directory and name (gc: `embedFileLess`).
pub fn with_directories(files: Vec<EmbeddedFile>) -> Vec<EmbeddedFile> {
    let mut all = std::collections::BTreeMap::new();
    for file in files {
        let mut dir = file.name.rsplit_once('/').map(|(dir, _)| dir.to_string());
        while let Some(name) = dir {
            dir = name.rsplit_once('/').map(|(dir, _)| dir.to_string());
            let entry = EmbeddedFile { name: format!("{name}/"), data: Arc::default() };
            all.insert(lookup_order(&name), entry);
        }
        all.insert(lookup_order(&file.name), file);
    }
    all.into_values().collect()
}

/// Directory and last part of a name.
fn lookup_order(name: &str) -> (String, String) {
    let (dir, last) = name.rsplit_once('/').unwrap_or((".", name));
    (dir.to_string(), last.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_patterns() {
        let words = |text: &str| {
            let list = patterns(&format!("go:embed {text}"))?;
            Ok::<_, String>(
                list.into_iter().map(|p| format!("{}@{}", p.0, p.1)).collect::<Vec<_>>().join(" "),
            )
        };
        assert_eq!(words("a  b/*\tall:c "), Ok("a@9 b/*@12 all:c@16".to_string()));
        assert_eq!(words(r#""a b" `c"d` "\x41\"""#), Ok(r#"a b@9 c"d@15 A"@21"#.to_string()));
        assert_eq!(words(""), Ok(String::new()));
        for bad in ["\"a", "`a", "\"a\\\"", "\"\\q\""] {
            assert_eq!(
                words(&format!("x {bad}")),
                Err(format!("invalid quoted string in //go:embed: {bad}"))
            );
        }
        assert_eq!(words("`a`b c"), Err("invalid quoted string in //go:embed: b c".to_string()));
    }

    #[test]
    fn order_of_files() {
        let file = |name: &str| EmbeddedFile { name: name.to_string(), data: Arc::default() };
        let all = with_directories(["w", "q/s/u", "q/v", "p", "q/s/t", "q/r"].map(file).to_vec());
        let names: Vec<_> = all.iter().map(|f| f.name.as_str()).collect();
        assert_eq!(names, ["p", "q/", "w", "q/r", "q/s/", "q/v", "q/s/t", "q/s/u"]);
    }
}
