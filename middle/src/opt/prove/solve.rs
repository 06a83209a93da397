//! The search for a proof of `a <= b + c`.
//!
//! `a` is replaced by something it is at most, or `b` by something it is at least, until both are the same or constants.
//! Sums and differences are those of mathematics; where a rule relies on an operation that does not wrap, it proves this
//! first. The search is cut off after some steps: then nothing is known.

use crate::ir::cfg::Dominators;
use crate::ir::{Block, Cond, Func, Imm, InstData, Op, Ty, Value, ValueDef};

use super::def;
use super::facts::{At, Facts, Given};

/// Steps of a search whose proof takes a check away.
const BUDGET: u32 = 240;
/// Steps of other searches: most branches depend on what is not known, and there are many.
const SMALL_BUDGET: u32 = 24;
/// Steps behind each other.
const DEPTH: u32 = 14;
/// No object is larger.
const ADDRESS_SPACE: i64 = 1 << 48;
/// Constants beyond this are not looked at, so that sums of two of them do not wrap.
const LARGE: i64 = 1 << 61;

/// A bound of a parameter that the proof in progress assumes for earlier iterations.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Assumed {
    param: Value,
    other: Option<Value>,
    upper: bool,
    c: i64,
}

pub(super) struct Solver<'a> {
    f: &'a Func,
    pub doms: &'a Dominators,
    facts: &'a Facts,
    /// Steps a search may take.
    limit: u32,
    budget: u32,
    depth: u32,
    assumed: Vec<Assumed>,
}

/// A value, or 0.
type Term = Option<Value>;

impl<'a> Solver<'a> {
    pub(super) fn new(f: &'a Func, doms: &'a Dominators, facts: &'a Facts) -> Solver<'a> {
        Solver { f, doms, facts, limit: 0, budget: 0, depth: 0, assumed: Vec::new() }
    }

    /// Takes more or fewer steps for the searches that follow.
    pub(super) fn about_check(&mut self, is_check: bool) {
        self.limit = if is_check { BUDGET } else { SMALL_BUDGET };
    }

    /// Whether a comparison of 64-bit integers is certainly true at a place.
    pub(super) fn holds(&mut self, cond: Cond, a: Value, b: Value, at: At) -> bool {
        let (x, y) = (Some(a), Some(b));
        match cond {
            Cond::Lt => self.at_most(x, y, -1, at),
            Cond::Le => self.at_most(x, y, 0, at),
            Cond::Gt => self.at_most(y, x, -1, at),
            Cond::Ge => self.at_most(y, x, 0, at),
            Cond::ULt => self.at_most(x, y, -1, at) && self.nonneg(a, at),
            Cond::ULe => self.at_most(x, y, 0, at) && self.nonneg(a, at),
            Cond::UGt => self.at_most(y, x, -1, at) && self.nonneg(b, at),
            Cond::UGe => self.at_most(y, x, 0, at) && self.nonneg(b, at),
            Cond::Ne => self.at_most(y, x, -1, at) || self.at_most(x, y, -1, at),
            Cond::Eq => false,
        }
    }

    /// Whether a value is certainly not negative.
    pub(super) fn nonneg(&mut self, v: Value, at: At) -> bool {
        self.at_most(None, Some(v), 0, at)
    }

    /// Whether certainly `a <= b + c`: a new search.
    pub(super) fn at_most(&mut self, a: Term, b: Term, c: i64, at: At) -> bool {
        (self.budget, self.depth) = (self.limit, DEPTH);
        self.le(a, b, c, at)
    }

    fn le(&mut self, a: Term, b: Term, c: i64, at: At) -> bool {
        if self.budget == 0 || self.depth == 0 {
            return false;
        }
        self.budget -= 1;
        self.depth -= 1;
        let result = self.le_normal(a, b, c, at).unwrap_or(false);
        self.depth += 1;
        result
    }

    /// Constants on both sides are put into `c`.
    fn le_normal(&mut self, mut a: Term, mut b: Term, mut c: i64, at: At) -> Option<bool> {
        if let Some(k) = a.and_then(|v| self.f.as_iconst(v)) {
            (a, c) = (None, c.checked_sub(k)?);
        }
        if let Some(k) = b.and_then(|v| self.f.as_iconst(v)) {
            (b, c) = (None, c.checked_add(k)?);
        }
        if a == b {
            return Some(c >= 0);
        }
        let a_high = a.map_or(0, |v| range(self.f, v).1);
        let b_low = b.map_or(0, |v| range(self.f, v).0);
        if b_low.checked_add(c).is_some_and(|low| a_high <= low) {
            return Some(true);
        }
        // What would have to be proved of a range that does not reach so far.
        if a.is_none() && b.is_some_and(|v| c.checked_neg().is_some_and(|low| range(self.f, v).1 < low)) {
            return Some(false);
        }
        let found = self.facts_say(a, b, c, at)
            || a.is_some_and(|v| self.upper(v, b, c, at))
            || b.is_some_and(|v| self.lower(a, v, c, at));
        Some(found)
    }

    fn facts_say(&mut self, a: Term, b: Term, c: i64, at: At) -> bool {
        let facts = self.facts;
        for fact in a.into_iter().flat_map(|v| facts.above(v)) {
            // a <= x + w
            if facts.reaches(self.doms, fact.from, at)
                && let Some(rest) = c.checked_sub(fact.c)
                && (fact.b == b && rest >= 0 || fact.b != b && self.le(fact.b, b, rest, at))
                && self.given(fact)
            {
                return true;
            }
        }
        for fact in b.into_iter().flat_map(|v| facts.below(v)) {
            // y <= b + w
            if facts.reaches(self.doms, fact.from, at)
                && let Some(rest) = c.checked_sub(fact.c)
                && (fact.a == a && rest >= 0 || fact.a != a && self.le(a, fact.a, rest, at))
                && self.given(fact)
            {
                return true;
            }
        }
        false
    }

    fn given(&mut self, fact: &super::facts::Fact) -> bool {
        match fact.given {
            Given::Nothing => true,
            Given::NonNeg(v) => self.le(None, Some(v), 0, fact.from),
            Given::Ordered => self.le(fact.a, fact.b, 0, fact.from),
        }
    }

    fn not_negative(&mut self, v: Value, at: At) -> bool {
        self.le(None, Some(v), 0, at)
    }

    /// Whether `v >= 1`.
    fn positive(&mut self, v: Value, at: At) -> bool {
        self.le(None, Some(v), -1, at)
    }

    /// `v <= b + c` by how `v` is computed.
    fn upper(&mut self, v: Value, b: Term, c: i64, at: At) -> bool {
        let Some(d) = def(self.f, v) else { return self.param(v, b, c, true) };
        if d.ty != Ty::I64 {
            return false;
        }
        if let Some((x, k)) = self.sum_with_constant(d) {
            let Some(rest) = c.checked_sub(k) else { return false };
            // A sum that wraps at the top is less than it should be; at the bottom it must not wrap.
            return (k >= 0 || self.le(None, Some(x), LARGE, at)) && self.le(Some(x), b, rest, at);
        }
        let (x, y) = match d.args[..] {
            [x, y] => (self.f.resolve(x), self.f.resolve(y)),
            [s, x, y] if d.op == Op::Select => {
                let (s, x, y) = (self.f.resolve(s), self.f.resolve(x), self.f.resolve(y));
                let least = self.is_extreme(s, x, y, [Cond::Lt, Cond::Le]);
                let first = self.le(Some(x), b, c, at);
                return if least {
                    first || self.le(Some(y), b, c, at)
                } else {
                    first && self.le(Some(y), b, c, at)
                };
            }
            _ => return false,
        };
        let k = self.f.as_iconst(y);
        match d.op {
            Op::Sub => {
                (self.le(Some(x), b, c, at) || b.is_none() && self.le(Some(x), Some(y), c, at))
                    && self.not_negative(x, at)
                    && self.not_negative(y, at)
            }
            Op::Add => [(x, y), (y, x)].into_iter().any(|(p, q)| {
                // One that is not negative keeps the sum from wrapping at the bottom.
                self.constant_above(p, at, 4).and_then(|k| c.checked_sub(k)).is_some_and(|rest| {
                    self.le(Some(q), b, rest, at) && (self.not_negative(p, at) || self.not_negative(q, at))
                })
            }),
            Op::Mul => {
                let k = k.filter(|&k| k > 0 && b.is_none() && c >= 0);
                k.is_some_and(|k| self.le(Some(x), None, c / k, at) && self.not_negative(x, at))
            }
            Op::And => {
                self.le(Some(x), b, c, at) && self.not_negative(x, at)
                    || k.is_none() && self.le(Some(y), b, c, at) && self.not_negative(y, at)
            }
            Op::AShr => self.le(Some(x), b, c, at) && self.not_negative(x, at),
            Op::LShr | Op::SDiv | Op::UDiv => {
                let halves = k.is_some_and(|k| if d.op == Op::LShr { (1..64).contains(&k) } else { k >= 2 });
                if d.op == Op::LShr && k == Some(1) && self.middle(x, b, c, at) {
                    return true;
                }
                let shrinks = halves || k == Some(1) || d.op == Op::LShr;
                let Some(more) = c.checked_add(1) else { return false };
                shrinks
                    && (self.le(Some(x), b, c, at) && self.not_negative(x, at)
                        || halves && self.le(Some(x), b, more, at) && self.positive(x, at))
            }
            Op::SRem | Op::URem => {
                let Some(more) = c.checked_add(1) else { return false };
                self.le(Some(y), b, more, at) && self.positive(y, at)
                    || self.le(Some(x), b, c, at) && self.not_negative(x, at)
            }
            _ => false,
        }
    }

    /// A constant that a value is at most, from what stands directly at it.
    fn constant_above(&mut self, v: Value, at: At, depth: u32) -> Option<i64> {
        if let Some(k) = self.f.as_iconst(v) {
            return Some(k);
        }
        let mut least = range(self.f, v).1;
        let facts = self.facts;
        for fact in facts.above(v) {
            let k = match fact.b {
                None => Some(0),
                Some(b) => self.f.as_iconst(b),
            };
            if let Some(k) = k.and_then(|k| k.checked_add(fact.c))
                && k < least
                && facts.reaches(self.doms, fact.from, at)
                && self.given(fact)
            {
                least = k;
            }
        }
        let d = def(self.f, v).filter(|d| d.ty == Ty::I64 && depth > 0);
        if let Some(d) = d
            && let (Op::Mul, [x, k]) = (d.op, &d.args[..])
            && let Some(k) = self.f.as_iconst(*k).filter(|&k| k > 0)
        {
            let x = self.f.resolve(*x);
            let product = self.constant_above(x, at, depth - 1).and_then(|most| most.checked_mul(k));
            if let Some(product) = product.filter(|&p| p < least)
                && self.not_negative(x, at)
            {
                least = product;
            }
        }
        (least < i64::MAX).then_some(least)
    }

    /// `(x + y) >> 1 <= b + c` for x and y that are not negative: the middle is at most the greater.
    fn middle(&mut self, sum: Value, b: Term, c: i64, at: At) -> bool {
        let Some(d) = def(self.f, sum).filter(|d| d.op == Op::Add && d.ty == Ty::I64) else { return false };
        let (x, y) = (self.f.resolve(d.args[0]), self.f.resolve(d.args[1]));
        let Some(more) = c.checked_add(1) else { return false };
        if !(self.not_negative(x, at) && self.not_negative(y, at)) {
            return false;
        }
        self.le(Some(x), b, c, at) && self.le(Some(y), b, c, at)
            || [(x, y), (y, x)].into_iter().any(|(low, high)| {
                // Different from the greater, it is less than it.
                self.le(Some(high), b, more, at) && self.le(Some(low), Some(high), -1, at)
                    || self.le(Some(high), b, c, at) && self.le(Some(low), Some(high), 0, at)
            })
    }

    /// `a <= v + c` by how `v` is computed.
    fn lower(&mut self, a: Term, v: Value, c: i64, at: At) -> bool {
        let Some(d) = def(self.f, v) else { return self.param(v, a, c, false) };
        if d.ty != Ty::I64 {
            return false;
        }
        if let Some((x, k)) = self.sum_with_constant(d) {
            let Some(rest) = c.checked_add(k) else { return false };
            // A sum that wraps at the bottom is more than it should be; at the top it must not wrap.
            let wraps_not = k <= 0
                || self.le(Some(x), None, i64::MAX - k, at)
                // The sum of two that are not negative would be negative.
                || self.facts_say(None, Some(v), 0, at) && self.not_negative(x, at);
            return wraps_not && self.le(a, Some(x), rest, at);
        }
        let (x, y) = match d.args[..] {
            [x, y] => (self.f.resolve(x), self.f.resolve(y)),
            [s, x, y] if d.op == Op::Select => {
                let (s, x, y) = (self.f.resolve(s), self.f.resolve(x), self.f.resolve(y));
                let greatest = self.is_extreme(s, x, y, [Cond::Gt, Cond::Ge]);
                let first = self.le(a, Some(x), c, at);
                return if greatest {
                    first || self.le(a, Some(y), c, at)
                } else {
                    first && self.le(a, Some(y), c, at)
                };
            }
            _ => return false,
        };
        let at_least_zero = a.is_none() && c >= 0;
        let k = self.f.as_iconst(y);
        match d.op {
            // Of two that are not negative, the difference does not wrap.
            Op::Sub => {
                a.is_none()
                    && self.le(Some(y), Some(x), c, at)
                    && self.not_negative(x, at)
                    && self.not_negative(y, at)
            }
            Op::Add => {
                at_least_zero
                    && self.not_negative(x, at)
                    && self.not_negative(y, at)
                    && [x, y].into_iter().all(|v| self.le(Some(v), None, LARGE, at))
            }
            Op::Mul => {
                at_least_zero
                    && self.not_negative(x, at)
                    && match k {
                        Some(k) => k >= 0 && self.le(Some(x), None, i64::MAX / k.max(1), at),
                        None => {
                            self.not_negative(y, at)
                                && [x, y].into_iter().all(|v| self.le(Some(v), None, 1 << 31, at))
                        }
                    }
            }
            Op::And => at_least_zero && (self.not_negative(x, at) || self.not_negative(y, at)),
            Op::Or | Op::Xor => at_least_zero && self.not_negative(x, at) && self.not_negative(y, at),
            Op::AShr | Op::LShr | Op::SRem => at_least_zero && self.not_negative(x, at),
            Op::SDiv | Op::UDiv => at_least_zero && k.is_some_and(|k| k > 0) && self.not_negative(x, at),
            Op::URem => at_least_zero && self.not_negative(y, at),
            _ => false,
        }
    }

    /// `x + k`
    fn sum_with_constant(&self, d: &InstData) -> Option<(Value, i64)> {
        let k = match d.op {
            Op::Add => match self.f.as_iconst(d.args[0]) {
                Some(k) => return (-LARGE..LARGE).contains(&k).then(|| (self.f.resolve(d.args[1]), k)),
                None => self.f.as_iconst(d.args[1])?,
            },
            Op::Sub => self.f.as_iconst(d.args[1])?.checked_neg()?,
            _ => return None,
        };
        (-LARGE..LARGE).contains(&k).then(|| (self.f.resolve(d.args[0]), k))
    }

    /// Whether `select s, x, y` takes x where it compares to y by one of the conditions: the less or the greater of both.
    fn is_extreme(&self, s: Value, x: Value, y: Value, conds: [Cond; 2]) -> bool {
        let Some(d) = def(self.f, s) else { return false };
        let (Op::ICmp, Ty::I64, Imm::Cond(cond)) = (d.op, d.ty, d.imm) else { return false };
        let (p, q) = (self.f.resolve(d.args[0]), self.f.resolve(d.args[1]));
        (p, q) == (x, y) && conds.contains(&cond) || (q, p) == (x, y) && conds.contains(&cond.swapped())
    }

    /// A bound of a block's parameter: every argument must have it. On the way round a loop, the parameter of the
    /// iteration before may be assumed to have it; the other side must be the same in all iterations, so it has to be
    /// defined above the block.
    fn param(&mut self, v: Value, other: Term, c: i64, upper: bool) -> bool {
        let ValueDef::Param(block, n) = self.f.values[v].def else { return false };
        if self.f.blocks[block].params.get(n as usize) != Some(&v) {
            // A parameter that nobody used and that was taken away; only a fact about capacities still names it.
            return false;
        }
        if let Some(a) = self.assumed.iter().find(|a| (a.param, a.other, a.upper) == (v, other, upper)) {
            return c >= a.c;
        }
        if block == self.f.entry() || !other.is_none_or(|o| self.is_defined_above(o, block)) {
            return false;
        }
        self.assumed.push(Assumed { param: v, other, upper, c });
        let facts = self.facts;
        let result = !facts.edges[block].is_empty()
            && facts.edges[block].iter().all(|(edge, args)| {
                let arg = Some(args[n as usize]);
                if upper { self.le(arg, other, c, *edge) } else { self.le(other, arg, c, *edge) }
            });
        self.assumed.pop();
        result
    }

    fn is_defined_above(&self, v: Value, block: Block) -> bool {
        match self.f.values[v].def {
            ValueDef::Param(b, _) => b != block && self.doms.dominates(b, block),
            ValueDef::Result(inst, _) => self.facts.block_of[inst]
                .expand()
                .is_some_and(|b| b != block && self.doms.dominates(b, block)),
            ValueDef::Alias(_) => false,
        }
    }
}

/// Least and greatest value of a 64-bit integer as its instruction alone tells.
fn range(f: &Func, v: Value) -> (i64, i64) {
    let all = (i64::MIN, i64::MAX);
    let low = if f.lengths.contains(v) { 0 } else { i64::MIN };
    let high = if f.memory_lengths.contains(v) { ADDRESS_SPACE } else { i64::MAX };
    let Some(d) = def(f, v).filter(|d| d.ty == Ty::I64) else { return (low, high) };
    let k = |n: usize| d.args.get(n).and_then(|&v| f.as_iconst(v));
    match d.op {
        Op::ZExt => match f.ty(f.resolve(d.args[0])).size() {
            size @ (1 | 2 | 4) => (0, (1 << (8 * size)) - 1),
            _ => all,
        },
        Op::SExt => match f.ty(f.resolve(d.args[0])).size() {
            size @ (1 | 2 | 4) => (-1 << (8 * size - 1), (1 << (8 * size - 1)) - 1),
            _ => all,
        },
        Op::And => match (k(0), k(1)) {
            (Some(m), _) | (_, Some(m)) if m >= 0 => (0, m),
            _ => all,
        },
        Op::LShr => match k(1) {
            Some(s @ 1..64) => (0, (u64::MAX >> s) as i64),
            _ => all,
        },
        Op::PopCnt | Op::Clz | Op::Ctz => (0, 64),
        Op::URem => match k(1) {
            Some(n) if n > 0 => (0, n - 1),
            _ => all,
        },
        Op::UDiv => match k(1) {
            Some(n) if n > 1 => (0, (u64::MAX / n as u64) as i64),
            _ => all,
        },
        Op::SRem => match k(1) {
            Some(n) if n > 0 => (-(n - 1), n - 1),
            _ => all,
        },
        _ => (low, high),
    }
}
