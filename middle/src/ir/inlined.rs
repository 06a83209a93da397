//! Positions in inlined code.
//!
//! An instruction's position says where it stands in the source, and in inlined code also through which calls it got
//! there. The latter is a *site*: a call that was replaced by the body of its callee. To keep instructions small, a
//! position with the highest bit set is a number in the function's table of positions and sites.

use super::func::{Func, Pos, Sym};

/// Marks a position as a number in [`Inlined::positions`].
const MARK: u32 = 1 << 31;

/// A call that was replaced by the callee's body.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Site {
    /// The callee.
    pub callee: Sym,
    /// Where it is declared.
    pub declared: Pos,
    /// Where the call stood; in inlined code itself if it is a marked position.
    pub call: Pos,
    /// The callee was made by the compiler.
    pub wrapper: bool,
}

/// The sites of a function, and its positions in them.
#[derive(Clone, Default, Debug)]
pub struct Inlined {
    /// Sites, enclosing ones first.
    pub sites: Vec<Site>,
    positions: Vec<(Pos, u32)>,
}

impl Inlined {
    /// A position in the source and the site in which it stands.
    pub fn resolve(&self, pos: Pos) -> (Pos, Option<usize>) {
        if pos.0 & MARK == 0 {
            return (pos, None);
        }
        let (pos, site) = self.positions[(pos.0 & !MARK) as usize];
        (pos, Some(site as usize))
    }

    /// The position that stands for a place in the source in a site.
    pub fn add(&mut self, pos: Pos, site: usize) -> Pos {
        self.positions.push((pos, site as u32));
        Pos(MARK | (self.positions.len() as u32 - 1))
    }
}

impl Func {
    /// Where an instruction stands in the source.
    pub fn source_pos(&self, pos: Pos) -> Pos {
        self.inlined.resolve(pos).0
    }
}
