//! Patterns of file names (Go: `path.Match`, `path/filepath.Glob`).

use std::fs;
use std::path::Path;

/// A part of a pattern between slashes.
#[derive(Debug)]
enum Piece {
    Char(char),
    /// `?`
    One,
    /// `*`
    Any,
    /// `[a-z]`, `[^a-z]`
    Class {
        negated: bool,
        ranges: Vec<(char, char)>,
    },
}

/// The parts of a pattern; `None` if it is malformed.
#[derive(Debug)]
pub struct Glob {
    parts: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    text: String,
    pieces: Vec<Piece>,
    /// It stands for one name, itself.
    plain: bool,
}

impl Glob {
    /// Reads a pattern.
    pub fn parse(pattern: &str) -> Option<Glob> {
        let mut parts = vec![Part { text: String::new(), pieces: Vec::new(), plain: true }];
        let mut chars = pattern.chars().peekable();
        while let Some(c) = chars.next() {
            let part = parts.last_mut().expect("there is one part at least");
            let piece = match c {
                '/' => {
                    parts.push(Part { text: String::new(), pieces: Vec::new(), plain: true });
                    continue;
                }
                '?' => Piece::One,
                '*' => Piece::Any,
                '[' => class(&mut chars)?,
                '\\' => Piece::Char(chars.next()?),
                c => Piece::Char(c),
            };
            if let Piece::Char(c) = piece {
                part.text.push(c);
            } else {
                part.plain = false;
            }
            part.pieces.push(piece);
        }
        Some(Glob { parts })
    }

    /// The names of the files and directories below `dir` that the pattern matches, sorted within each directory.
    pub fn find(&self, dir: &Path) -> Vec<String> {
        let mut found = vec![String::new()];
        for (i, part) in self.parts.iter().enumerate() {
            let is_last = i + 1 == self.parts.len();
            let mut next = Vec::new();
            for parent in &found {
                let join = |name: &str| match parent.as_str() {
                    "" => name.to_string(),
                    parent => format!("{parent}/{name}"),
                };
                if part.plain {
                    next.push(join(&part.text));
                } else {
                    next.extend(names(&dir.join(parent)).iter().filter(|n| part.matches(n)).map(|n| join(n)));
                }
            }
            next.retain(|path| match is_last {
                true => fs::symlink_metadata(dir.join(path)).is_ok(),
                false => dir.join(path).is_dir(),
            });
            found = next;
        }
        found
    }
}

/// What stands between brackets, of which the first is read.
fn class(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Option<Piece> {
    let negated = chars.next_if_eq(&'^').is_some();
    let mut ranges = Vec::new();
    let bound = |chars: &mut std::iter::Peekable<std::str::Chars<'_>>| match chars.next()? {
        '-' | ']' => None,
        '\\' => chars.next(),
        c => Some(c),
    };
    while ranges.is_empty() || chars.peek() != Some(&']') {
        let low = bound(chars)?;
        let high = if chars.next_if_eq(&'-').is_some() { bound(chars)? } else { low };
        ranges.push((low, high));
    }
    chars.next();
    Some(Piece::Class { negated, ranges })
}

impl Part {
    fn matches(&self, name: &str) -> bool {
        let name: Vec<char> = name.chars().collect();
        // Where to go on if what follows the last `*` does not match: one further.
        let (mut p, mut n, mut star) = (0, 0, None);
        loop {
            match self.pieces.get(p) {
                Some(Piece::Any) => {
                    star = Some((p, n));
                    p += 1;
                    continue;
                }
                Some(piece) if n < name.len() && piece.matches(name[n]) => {
                    (p, n) = (p + 1, n + 1);
                    continue;
                }
                None if n == name.len() => return true,
                _ => {}
            }
            match star {
                Some((at, from)) if from < name.len() => {
                    star = Some((at, from + 1));
                    (p, n) = (at + 1, from + 1);
                }
                _ => return false,
            }
        }
    }
}

impl Piece {
    fn matches(&self, c: char) -> bool {
        match self {
            Piece::Char(own) => *own == c,
            Piece::One | Piece::Any => true,
            Piece::Class { negated, ranges } => ranges.iter().any(|&(a, b)| a <= c && c <= b) != *negated,
        }
    }
}

/// The names in a directory, sorted.
fn names(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.filter_map(|e| e.file_name().into_string().ok()).collect();
    names.sort();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_match_patterns() {
        let cases = [
            ("abc", "abc", true),
            ("*", "", true),
            ("*c", "abc", true),
            ("a*b*c", "a1b2b3c", true),
            ("a*b?c", "abbc", true),
            ("a*b", "abx", false),
            ("?", "é", true),
            ("[a-ce]x", "ex", true),
            ("[^a-c]x", "bx", false),
            ("\\*", "*", true),
            ("a\\*b", "axb", false),
            ("[\\]x]", "]", true),
            ("*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false),
        ];
        for (pattern, name, want) in cases {
            let glob = Glob::parse(pattern).expect("a pattern");
            assert_eq!(glob.parts[0].matches(name), want, "{pattern} {name}");
        }
        for bad in ["[", "[]", "[]a]", "[a", "[a-]", "[-a]", "[\\]-]", "\\", "a/[^"] {
            assert!(Glob::parse(bad).is_none(), "{bad}");
        }
    }
}
