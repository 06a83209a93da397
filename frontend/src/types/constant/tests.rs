//! Expected values were computed with gc's `go/constant`.

use super::ops::Division;
use super::*;
use crate::ast::{BinaryOp, LitKind, UnaryOp};

fn lit(kind: LitKind, text: &str) -> ConstValue {
    ConstValue::from_literal(kind, text).unwrap_or_else(|| panic!("{text} is a literal"))
}

fn shown(kind: LitKind, text: &str) -> String {
    lit(kind, text).to_string()
}

#[test]
fn integers() {
    let cases =
        [("42", "42"), ("0x_Ff", "255"), ("0b1_01", "5"), ("0o17", "15"), ("017", "15"), ("1_000", "1000")];
    for (text, want) in cases {
        assert_eq!(shown(LitKind::Int, text), want, "{text}");
    }
    assert_eq!(ConstValue::from_literal(LitKind::Int, "08"), None);
}

#[test]
fn floats_are_shown_with_six_digits() {
    let cases = [
        ("1.5", "1.5"),
        ("0.1", "0.1"),
        ("1e6", "1e+06"),
        ("100000.0", "100000"),
        ("1e-5", "1e-05"),
        ("1234567.0", "1.23457e+06"),
        ("3.14159265358979", "3.14159"),
        ("0x1p-2", "0.25"),
        ("2.0", "2"),
        ("1e1000", "1e+1000"),
        ("1e-1000", "1e-1000"),
        ("1e20000", "1e+20000"),
        ("123456.7", "123456.7"),
        ("0.00012345678", "0.000123457"),
    ];
    for (text, want) in cases {
        assert_eq!(shown(LitKind::Float, text), want, "{text}");
    }
}

#[test]
fn complex_and_strings_are_shown() {
    assert_eq!(shown(LitKind::Imag, "2i"), "(0 + 2i)");
    assert_eq!(shown(LitKind::Imag, "010i"), "(0 + 10i)");
    assert_eq!(shown(LitKind::String, r#""a\x80\u00e9\n\"\u200b""#), "\"a\\x80é\\n\\\"\\u200b\"");
    assert_eq!(shown(LitKind::String, "`a\r\nb`"), r#""a\nb""#);
    assert_eq!(shown(LitKind::Rune, r"'\''"), "39");
    assert_eq!(shown(LitKind::Rune, r"'\377'"), "255");
    assert_eq!(ConstValue::string(&[b'a'; 100]).to_string().len(), 72);
}

#[test]
fn rounding_to_floats() {
    let f64_of = |text| lit(LitKind::Float, text).to_f64().expect("a real number");
    assert_eq!(f64_of("0.1"), 0.1);
    assert_eq!(f64_of("1.7976931348623157e308"), f64::MAX);
    assert_eq!(f64_of("1.8e308"), f64::INFINITY);
    assert_eq!(f64_of("4.9e-324"), f64::from_bits(1));
    assert_eq!(f64_of("2.4e-324"), 0.0);
    assert_eq!(f64_of("2.2250738585072011e-308"), f64::from_bits(0x000f_ffff_ffff_ffff));
    assert_eq!(f64_of("9007199254740993.0"), 9007199254740992.0);
    let f32_of = |text| lit(LitKind::Float, text).to_f32().expect("a real number");
    // Rounded through f64 this would become 1.0000001.
    assert_eq!(f32_of("1.00000005960464477540"), 1.0000001);
    assert_eq!(f32_of("1.000000059604644775390625"), 1.0);
    assert_eq!(f32_of("1.4e-45"), f32::from_bits(1));
    assert_eq!(f32_of("3.5e38"), f32::INFINITY);
}

#[test]
fn representability() {
    let int = |i: i64| ConstValue::from(i);
    assert!(int(255).representable(Basic::Uint8).is_some());
    assert!(int(256).representable(Basic::Uint8).is_none());
    assert!(int(-128).representable(Basic::Int8).is_some());
    assert!(int(-129).representable(Basic::Int8).is_none());
    assert!(int(-1).representable(Basic::Uint64).is_none());
    assert_eq!(lit(LitKind::Float, "3.0").representable(Basic::Int), Some(int(3)));
    assert_eq!(lit(LitKind::Float, "3.5").representable(Basic::Int), None);
    assert_eq!(lit(LitKind::Float, "1e40").representable(Basic::Float32), None);
    assert_eq!(int(-1).to_bits64(), Some(u64::MAX));
}

#[test]
fn arithmetic() {
    let int = |i: i64| ConstValue::from(i);
    let op = |op, x: i64, y: i64, d| ConstValue::binary(op, &int(x), &int(y), d).map(|v| v.to_string());
    assert_eq!(op(BinaryOp::Div, -7, 2, Division::Integer).as_deref(), Some("-3"));
    assert_eq!(op(BinaryOp::Rem, -7, 2, Division::Integer).as_deref(), Some("-1"));
    assert_eq!(op(BinaryOp::Div, 7, 2, Division::Exact).as_deref(), Some("3.5"));
    assert_eq!(op(BinaryOp::AndNot, 7, 2, Division::Integer).as_deref(), Some("5"));
    assert_eq!(op(BinaryOp::Div, 1, 0, Division::Integer), None);
    assert_eq!(ConstValue::unary(UnaryOp::Xor, &int(1), Some(8)), Some(int(254)));
    assert_eq!(ConstValue::unary(UnaryOp::Xor, &int(1), None), Some(int(-2)));
    assert!(ConstValue::compare(BinaryOp::Lt, &int(1), &lit(LitKind::Float, "1.5")));
    assert!(ConstValue::compare(BinaryOp::Eq, &int(2), &lit(LitKind::Float, "2.0")));
    let i = lit(LitKind::Imag, "1i");
    let square =
        ConstValue::binary(BinaryOp::Mul, &i, &i, Division::Exact).expect("complex numbers multiply");
    assert_eq!(square.representable(Basic::Int), Some(int(-1)));
}

#[test]
fn huge_exponents_are_quick() {
    let huge = lit(LitKind::Float, "1e300000");
    let one = ConstValue::binary(BinaryOp::Div, &huge, &huge, Division::Exact).expect("quotient");
    assert_eq!(one.to_i64(), Some(1));
    assert!(ConstValue::from_literal(LitKind::Float, "1e99999999999").is_none());
}
