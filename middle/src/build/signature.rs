//! Signatures of Go functions at machine level.
//!
//! ```text
//! hidden result pointers…, receiver, parameters…, context of a closure  →  scalar results
//! ```
//!
//! Each result that lives in memory is written through a pointer to memory of the caller. If the scalar results
//! would not fit in registers, all results go through one pointer to a tuple laid out like a struct. Parameters
//! that live in memory are passed as the address of a copy that the callee does not write.

use std::ops::Range;
use std::sync::Arc;

use frontend::types::{FuncTy, Ty as GoTy, TyId};

use super::{Cx, Shape};
use crate::ir::{Signature, Ty};

/// Results in registers, of each class (integers and pointers; floats).
const MAX_REGISTER_RESULTS: usize = 8;

/// How one parameter arrives.
#[derive(Clone, Debug)]
pub struct ParamAbi {
    /// Its type.
    pub ty: TyId,
    /// Its machine-level parameters: the scalars, or one pointer.
    pub values: Range<usize>,
    /// Its shape.
    pub shape: Arc<Shape>,
}

/// How one result is returned.
#[derive(Clone, Debug)]
pub struct ResultAbi {
    /// Its type.
    pub ty: TyId,
    /// Its shape.
    pub shape: Arc<Shape>,
    /// Where it goes.
    pub place: ResultPlace,
}

/// Where a result goes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ResultPlace {
    /// These machine-level results.
    Values(Range<usize>),
    /// Through the machine-level parameter of this number, at this offset.
    Memory {
        /// Parameter with the address.
        param: usize,
        /// Byte offset.
        offset: u64,
    },
}

/// The signature of a function, method or closure.
#[derive(Clone, Debug)]
pub struct FnAbi {
    /// Machine-level signature.
    pub sig: Signature,
    /// The receiver, if any, and the parameters.
    pub params: Vec<ParamAbi>,
    /// The results.
    pub results: Vec<ResultAbi>,
    /// Size and alignment of the memory behind each hidden result pointer, which are the first parameters.
    pub hidden: Vec<(u64, u32)>,
    /// The parameter with the context, if the function takes one.
    pub context: Option<usize>,
}

/// Whether a function takes the address of its function value as last parameter.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Context {
    /// A declared function or method called directly.
    No,
    /// A function literal, or a call through a function value.
    Yes,
}

impl Cx<'_> {
    /// The signature of a function of type `func` (a [`GoTy::Func`] or a type with that underlying type) with a
    /// receiver of type `recv`.
    pub fn fn_abi(&self, func: TyId, recv: Option<TyId>, context: Context) -> Arc<FnAbi> {
        let key = (self.canon(func), recv.map(|r| self.canon(r)), context);
        if let Some(abi) = self.abis.read().expect("signature table lock").get(&key) {
            return abi.clone();
        }
        let abi = Arc::new(self.compute_abi(key.0, key.1, context));
        self.abis.write().expect("signature table lock").entry(key).or_insert(abi).clone()
    }

    /// The parts of a function type.
    pub fn func_ty(&self, ty: TyId) -> &FuncTy {
        match self.types().under(self.canon(ty)) {
            GoTy::Func(f) => f,
            _ => unreachable!("a function has a function type"),
        }
    }

    fn compute_abi(&self, func: TyId, recv: Option<TyId>, context: Context) -> FnAbi {
        let f = self.func_ty(func);
        let mut abi = FnAbi {
            sig: Signature::default(),
            params: Vec::new(),
            results: Vec::new(),
            hidden: Vec::new(),
            context: None,
        };
        self.result_abi(&mut abi, f);
        for ty in recv.into_iter().chain(f.params.iter().map(|p| p.ty)) {
            let shape = self.shape(ty);
            let start = abi.sig.params.len();
            match shape.scalars() {
                Some(scalars) => abi.sig.params.extend(scalars.iter().map(|s| s.ty)),
                None => abi.sig.params.push(Ty::Ptr),
            }
            abi.params.push(ParamAbi { ty, values: start..abi.sig.params.len(), shape });
        }
        if context == Context::Yes {
            abi.context = Some(abi.sig.params.len());
            abi.sig.params.push(Ty::Ptr);
        }
        abi
    }

    fn result_abi(&self, abi: &mut FnAbi, f: &FuncTy) {
        let shapes: Vec<_> = f.results.iter().map(|r| (r.ty, self.shape(r.ty))).collect();
        let scalars = || shapes.iter().filter_map(|(_, s)| s.scalars()).flatten();
        let floats = scalars().filter(|s| s.ty.is_float()).count();
        let ints = scalars().count() - floats;
        if ints > MAX_REGISTER_RESULTS || floats > MAX_REGISTER_RESULTS {
            let types: Vec<TyId> = f.results.iter().map(|r| r.ty).collect();
            let tuple = self.shape(self.struct_of(&types));
            abi.sig.params.push(Ty::Ptr);
            abi.hidden.push((tuple.size, tuple.align));
            for ((ty, shape), &offset) in shapes.into_iter().zip(&tuple.offsets) {
                abi.results.push(ResultAbi { ty, shape, place: ResultPlace::Memory { param: 0, offset } });
            }
            return;
        }
        for (ty, shape) in shapes {
            let place = match shape.scalars() {
                Some(s) => {
                    let start = abi.sig.results.len();
                    abi.sig.results.extend(s.iter().map(|s| s.ty));
                    ResultPlace::Values(start..abi.sig.results.len())
                }
                None => {
                    let param = abi.sig.params.len();
                    abi.sig.params.push(Ty::Ptr);
                    abi.hidden.push((shape.size, shape.align));
                    ResultPlace::Memory { param, offset: 0 }
                }
            };
            abi.results.push(ResultAbi { ty, shape, place });
        }
    }
}
