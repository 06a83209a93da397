//! Exact constants (Go spec, Constants; gc: `go/constant`).

use std::sync::Arc;

use num_bigint::BigInt;
use num_rational::BigRational;

/// The value of a constant expression. Numbers are exact; the kind is that of the *value* (an untyped float
/// constant with an integral value may be held as `Int`).
#[derive(Clone, PartialEq, Debug)]
pub enum ConstValue {
    /// A boolean.
    Bool(bool),
    /// A string; Go strings may hold any bytes.
    String(Arc<[u8]>),
    /// An integer.
    Int(BigInt),
    /// A rational number.
    Float(BigRational),
    /// A complex number.
    Complex(BigRational, BigRational),
}
