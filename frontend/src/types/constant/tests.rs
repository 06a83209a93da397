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
        ("1e64645", "1e+64645"),
        ("1e646456992", "1e+646456992"),
        ("1.23456789e10000000", "1.23457e+10000000"),
        ("1e-600000000", "1e-600000000"),
        ("0x1p-2147483600", "1.59783e-646456979"),
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
    let float = |text: &str| lit(LitKind::Float, text);
    let op = |op, x: &str, y: &str| ConstValue::binary(op, &float(x), &float(y), Division::Exact);
    let quotient = op(BinaryOp::Div, "1e300000", "1e300000").expect("quotient");
    assert_eq!(quotient.to_i64(), Some(1));
    let shown = |v: Option<ConstValue>| v.expect("a number").to_string();
    assert_eq!(shown(op(BinaryOp::Div, "1e646456992", "1e646456991")), "10");
    assert_eq!(shown(op(BinaryOp::Mul, "1e-300000000", "1e300000001")), "10");
    assert_eq!(shown(op(BinaryOp::Add, "1e300000000", "-1e299999999")), "9e+299999999");
    assert_eq!(shown(op(BinaryOp::Sub, "1e300000000", "1")), "1e+300000000");
    assert_eq!(shown(op(BinaryOp::Mul, "1e-400000000", "1e-400000000")), "0");
    assert_eq!(op(BinaryOp::Mul, "1e400000000", "1e400000000"), None);
    assert_eq!(shown(Some(float("1e-1000000000"))), "0");
    assert_eq!(ConstValue::from_literal(LitKind::Float, "1e1000000000"), None);
    assert_eq!(ConstValue::from_literal(LitKind::Float, "1e99999999999"), None);
    assert_eq!(ConstValue::from_literal(LitKind::Float, "1e-99999999999"), None);
    assert_eq!(ConstValue::from_literal(LitKind::Float, "0x1p2147483647"), None);
    assert_eq!(shown(Some(float("0x1p2147483646"))), "4.40403e+646456992");
    assert_eq!(shown(Some(float("0x1p-2147483649"))), "2.83831e-646456994");
    assert_eq!(float("1e-1000000000").representable(Basic::Int), Some(ConstValue::from(0i64)));
    let less = |x: &str, y: &str| ConstValue::compare(BinaryOp::Lt, &float(x), &float(y));
    assert!(less("1e300000", "1.1e300000") && less("1", "1e300000") && less("1e-300000", "1"));
    assert!(!less("1e300000", "1e300000") && !less("1e300000", "1"));
    assert_eq!(float("1e300000").to_f64(), Some(f64::INFINITY));
    assert_eq!(float("1e300000").to_int(), None);
    assert_eq!(float("1e-300000").to_f32(), Some(0.0));
}

#[test]
fn rounding_errors_do_not_make_integers_fractions() {
    // 3 * (1e3000/3) / 1e3000, where the division rounds.
    let float = |text: &str| lit(LitKind::Float, text);
    let op =
        |op, x: &ConstValue, y: &ConstValue| ConstValue::binary(op, x, y, Division::Exact).expect("a number");
    let third = op(BinaryOp::Div, &float("1e3000"), &float("3"));
    let sum = op(BinaryOp::Mul, &third, &float("3"));
    assert_eq!(
        op(BinaryOp::Div, &sum, &float("1e2999")).representable(Basic::Int),
        Some(ConstValue::from(10i64))
    );
}
