//! What a node holds besides its fixed part: lists, and what few kinds of nodes have, which would make the others larger.

use std::fmt;
use std::marker::PhantomData;
use std::num::NonZeroU32;
use std::ops::Index;

use super::{
    Ast, Block, CaseClause, CommClause, DeclId, ExprId, Field, Ident, InterfaceElem, LiteralValue, Signature,
    SliceBounds, StmtId,
};

/// A list of `T` in one of the pools of an [`Ast`]; read it with [`Ast::list`].
#[derive(Debug)]
pub struct List<T> {
    start: u32,
    len: u32,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for List<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for List<T> {}
impl<T> Default for List<T> {
    fn default() -> Self {
        List { start: 0, len: 0, of: PhantomData }
    }
}
impl<T> List<T> {
    /// Number of elements.
    pub fn len(self) -> usize {
        self.len as usize
    }
    /// Whether the list has no element.
    pub fn is_empty(self) -> bool {
        self.len == 0
    }
}

/// One `T` in a pool of an [`Ast`]; read it with `ast[one]`.
pub struct One<T> {
    /// One more than its index.
    number: NonZeroU32,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for One<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for One<T> {}
impl<T> fmt::Debug for One<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.number)
    }
}
impl<T> One<T> {
    fn index(self) -> usize {
        self.number.get() as usize - 1
    }
}

/// What can stand in a [`List`] or be [`One`].
pub trait Pooled: Copy {
    #[doc(hidden)]
    fn pool(ast: &Ast) -> &Vec<Self>;
    #[doc(hidden)]
    fn pool_mut(ast: &mut Ast) -> &mut Vec<Self>;
}

macro_rules! pools {
    ($($field:ident: $ty:ty),* $(,)?) => {
        /// The pools of a tree.
        #[derive(Default)]
        pub(crate) struct Pools { $($field: Vec<$ty>),* }

        impl Pools {
            pub(super) fn size(&self) -> usize {
                0 $(+ size_of_val(&*self.$field))*
            }

            /// Lets go of spare room, which is returned as empty pools.
            pub(super) fn pack(&mut self) -> Pools {
                let packed = Pools { $($field: self.$field.clone()),* };
                let mut spare = std::mem::replace(self, packed);
                $(spare.$field.clear();)*
                spare
            }
        }

        $(impl Pooled for $ty {
            fn pool(ast: &Ast) -> &Vec<Self> { &ast.pools.$field }
            fn pool_mut(ast: &mut Ast) -> &mut Vec<Self> { &mut ast.pools.$field }
        })*
    };
}

pools! {
    exprs: ExprId, stmts: StmtId, decls: DeclId, idents: Ident, fields: Field, elems: InterfaceElem,
    cases: CaseClause, comms: CommClause, literals: LiteralValue, bounds: SliceBounds, signatures: Signature,
    blocks: Block,
}

impl Ast {
    /// The elements of a list.
    pub fn list<T: Pooled>(&self, list: List<T>) -> &[T] {
        &T::pool(self)[list.start as usize..(list.start + list.len) as usize]
    }

    /// The elements of a list, to change them.
    pub(crate) fn list_mut<T: Pooled>(&mut self, list: List<T>) -> &mut [T] {
        &mut T::pool_mut(self)[list.start as usize..(list.start + list.len) as usize]
    }

    /// Stores a list.
    pub fn new_list<T: Pooled>(&mut self, items: &[T]) -> List<T> {
        let pool = T::pool_mut(self);
        let start = pool.len() as u32;
        pool.extend_from_slice(items);
        List { start, len: items.len() as u32, of: PhantomData }
    }

    /// Stores one value.
    pub(crate) fn new_one<T: Pooled>(&mut self, item: T) -> One<T> {
        let pool = T::pool_mut(self);
        pool.push(item);
        let number = NonZeroU32::new(pool.len() as u32).expect("the pool is not empty");
        One { number, of: PhantomData }
    }

    /// A list of one element, as that element.
    pub(crate) fn first<T: Pooled>(&self, list: List<T>) -> Option<One<T>> {
        let number = NonZeroU32::new(list.start + 1).filter(|_| !list.is_empty())?;
        Some(One { number, of: PhantomData })
    }
}

impl<T: Pooled> Index<One<T>> for Ast {
    type Output = T;

    fn index(&self, one: One<T>) -> &T {
        &T::pool(self)[one.index()]
    }
}
