//! The line of source that a message is about, with a caret below the place: for people, on terminals.

use crate::source::{Pos, SourceMap};

/// Longer lines are not shown: nobody finds a place in them.
const LONGEST: usize = 160;

/// Two lines, `  12 | text` and the caret; nothing for a position that has no such line.
pub fn snippet(sources: &SourceMap, pos: Pos) -> Option<String> {
    let (id, at) = sources.resolve(pos)?;
    let file = sources.file(id);
    let start = *file.line_starts().get(at.line as usize - 1)? as usize;
    let text = file.text[start..].lines().next()?;
    let before = text.get(..at.col as usize - 1)?;
    if text.chars().count() > LONGEST || text.trim().is_empty() {
        return None;
    }
    let number = at.line.to_string();
    let margin = " ".repeat(number.len());
    // Tabs stay tabs, so that the caret stands below the place however wide they are.
    let blank: String = before.chars().map(|c| if c == '\t' { '\t' } else { ' ' }).collect();
    let visible: String =
        text.chars().map(|c| if c.is_control() && c != '\t' { '\u{fffd}' } else { c }).collect();
    Some(format!("  {number} | {visible}\n  {margin} | {blank}^\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn carets_stand_below_the_place() {
        let mut sources = SourceMap::default();
        let text = "package p\n\n\tvar é, x = \"a\u{1}\" + 1\r\n";
        let file = sources.add("./p.go".to_string(), "/p.go".to_string(), text.to_string());
        let pos = |at: &str| sources.file(file).pos(text.find(at).expect("it is there"));
        let shown = |at| snippet(&sources, pos(at));
        assert_eq!(shown("x =").as_deref(), Some("  3 | \tvar é, x = \"a\u{fffd}\" + 1\n    | \t       ^\n"));
        assert_eq!(shown("package").as_deref(), Some("  1 | package p\n    | ^\n"));
        assert_eq!(snippet(&sources, Pos::NONE), None);
    }
}
