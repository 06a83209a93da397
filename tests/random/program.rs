//! Random programs of nested functions that defer, panic, recover and exit.
//!
//! A file holds many programs. Program `n` is the functions `pN_f0`, `pN_f1`, …; each calls only later ones, and a
//! supply of fuel bounds the calls. Run without argument the executable runs all of them, each in a goroutine that
//! recovers what comes out; with a number it runs one, which may crash.

use std::fmt::Write;

/// A generator of random numbers: the same ones everywhere (splitmix64).
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Below `n`.
    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn pick<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[self.below(of.len())]
    }
}

/// What programs share.
const PRELUDE: &str = include_str!("prelude.go");

/// A file with `count` programs, made from `seed`.
pub fn file(seed: u64, count: usize) -> String {
    let mut out = String::from(PRELUDE);
    out.push_str("\nvar programs = []func(){\n");
    for n in 0..count {
        let _ = writeln!(out, "\tp{n},");
    }
    out.push_str("}\n");
    for n in 0..count {
        let random = Random::new(seed.wrapping_mul(1_000_003).wrapping_add(n as u64));
        out.push_str(&Program::new(random, n).text());
    }
    out
}

/// How a function is declared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// `func f(d int) (r int)`
    Named,
    /// `func f(d int) int`
    Unnamed,
    /// `func f(d int) (r int, s string)`
    Two,
    /// `func (t *T) f(d int) (r int)`
    Pointer,
    /// `func (t T) f(d int) (r int)`
    Value,
    /// `func f(d int)`
    Nothing,
    /// `func f(d int) (r [5]int)`: a result in memory
    Array,
}

const SHAPES: [Shape; 7] =
    [Shape::Named, Shape::Unnamed, Shape::Two, Shape::Pointer, Shape::Value, Shape::Nothing, Shape::Array];

/// Where a statement stands.
#[derive(Clone, Copy)]
struct Place {
    /// Number of the function.
    func: usize,
    /// The function that a `return` leaves: the declared one or a literal.
    literal: bool,
    /// In a literal that is deferred, directly.
    deferred: bool,
    /// Nesting of literals.
    literals: usize,
    /// Nesting of blocks.
    blocks: usize,
    /// Nesting of loops in the innermost function.
    loops: usize,
    /// Indentation.
    indent: usize,
}

struct Program {
    random: Random,
    number: usize,
    shapes: Vec<Shape>,
    /// Numbers for events and labels.
    next: usize,
    out: String,
}

impl Program {
    fn new(mut random: Random, number: usize) -> Program {
        let count = 2 + random.below(4);
        let mut shapes: Vec<Shape> = (0..count).map(|_| SHAPES[random.below(SHAPES.len())]).collect();
        shapes[0] = Shape::Named;
        Program { random, number, shapes, next: 0, out: String::new() }
    }

    fn text(mut self) -> String {
        let n = self.number;
        let _ = writeln!(self.out, "\nfunc p{n}() {{ println(\"result\", p{n}_f0(1)) }}");
        for i in 0..self.shapes.len() {
            self.function(i);
        }
        self.out
    }

    fn id(&mut self) -> usize {
        self.next += 1;
        self.next
    }

    fn line(&mut self, at: Place, text: impl AsRef<str>) {
        for _ in 0..at.indent {
            self.out.push('\t');
        }
        self.out.push_str(text.as_ref());
        self.out.push('\n');
    }

    fn function(&mut self, i: usize) {
        let name = format!("p{}_f{i}", self.number);
        let shape = self.shapes[i];
        self.out.push('\n');
        if self.random.chance(15) {
            self.out.push_str("//go:noinline\n");
        }
        let head = match shape {
            Shape::Named => format!("func {name}(d int) (r int) {{"),
            Shape::Unnamed => format!("func {name}(d int) int {{"),
            Shape::Two => format!("func {name}(d int) (r int, s string) {{"),
            Shape::Pointer => format!("func (t *T) {name}(d int) (r int) {{"),
            Shape::Value => format!("func (t T) {name}(d int) (r int) {{"),
            Shape::Nothing => format!("func {name}(d int) {{"),
            Shape::Array => format!("func {name}(d int) (r [5]int) {{"),
        };
        let at =
            Place { func: i, literal: false, deferred: false, literals: 0, blocks: 0, loops: 0, indent: 1 };
        self.line(Place { indent: 0, ..at }, head);
        if self.random.chance(25) {
            // A small function, which may be inlined.
            self.small(at);
        } else {
            let zero = self.value_of(shape, "0");
            self.line(at, "if fuel--; fuel < 0 {");
            self.line(Place { indent: 2, ..at }, format!("return{zero}"));
            self.line(at, "}");
            self.line(at, "x, y := d, d*3");
            if !matches!(shape, Shape::Pointer | Shape::Value) {
                self.line(at, "t := &T{d}");
            }
            self.line(at, "_, _, _ = x, y, t");
            let n = 3 + self.random.below(5);
            self.statements(at, n);
            let result = self.value_of(shape, "x + y");
            self.line(at, format!("return{result}"));
        }
        self.line(Place { indent: 0, ..at }, "}");
    }

    /// The operands of a `return`.
    fn value_of(&mut self, shape: Shape, v: &str) -> String {
        match shape {
            Shape::Nothing => String::new(),
            Shape::Two => format!(" {v}, \"s{}\"", self.random.below(9)),
            Shape::Array => format!(" [5]int{{1, {v}, 3}}"),
            Shape::Unnamed => format!(" {v}"),
            _ if v != "0" && self.random.chance(25) => String::new(),
            _ => format!(" {v}"),
        }
    }

    /// A body that an inliner likes.
    fn small(&mut self, at: Place) {
        let shape = self.shapes[at.func];
        self.line(at, "x, y := d, 2");
        self.line(at, "_, _ = x, y");
        if !matches!(shape, Shape::Pointer | Shape::Value) {
            self.line(at, "t := &T{d}");
            self.line(at, "_ = t");
        }
        match self.random.below(5) {
            0 => self.trouble(at),
            1 => self.event(at),
            2 => self.call(at),
            3 => self.line(at, "if d > 3 { panic(d) }"),
            _ => self.change(at),
        }
        let result = self.value_of(shape, "x + y");
        self.line(at, format!("return{result}"));
    }

    fn statements(&mut self, at: Place, n: usize) {
        for _ in 0..n {
            self.statement(at);
        }
    }

    fn statement(&mut self, at: Place) {
        let nested = at.blocks < 3;
        match self.random.below(100) {
            0..=9 => self.event(at),
            10..=17 => self.change(at),
            18..=47 => self.defer(at),
            48..=54 if nested => self.branch(at),
            55..=62 if nested && at.loops < 2 => self.for_loop(at),
            63..=65 if nested => self.switch(at),
            66..=69 => self.trouble_if(at),
            70..=72 => self.trouble(at),
            73..=82 => self.call(at),
            83..=86 if at.literals < 3 => self.literal_call(at),
            87..=89 => self.early_return(at),
            90..=91 if nested && at.loops < 2 => self.goto_loop(at),
            92..=96 => self.recover(at),
            97 if self.random.chance(40) => self.line(at, "runtime.Goexit()"),
            _ => self.event(at),
        }
    }

    fn event(&mut self, at: Place) {
        let k = self.id();
        let text = match self.random.below(5) {
            0 => format!("println(\"x\", x, y, {k})"),
            1 => format!("t.P({k})"),
            2 if self.random.chance(50) => "where()".to_string(),
            _ => format!("ev({k})"),
        };
        self.line(at, text);
    }

    fn change(&mut self, at: Place) {
        let k = self.random.below(7) + 1;
        let shape = self.shapes[at.func];
        let text = match self.random.below(5) {
            0 => format!("x += {k}"),
            1 => "y = x*2 - y".to_string(),
            2 => format!("t.n += {k}"),
            _ => match shape {
                Shape::Named | Shape::Two | Shape::Pointer | Shape::Value => format!("r += {k} + x"),
                Shape::Array => format!("r[{}] += x", k % 5),
                _ => format!("x ^= {k}"),
            },
        };
        self.line(at, text);
    }

    fn defer(&mut self, at: Place) {
        let k = self.id();
        let literal = at.literals < 3;
        let text = match self.random.below(26) {
            0 => format!("defer ev({k})"),
            1 => format!("defer ev(x + {k})"),
            2 => format!("defer t.V({k})"),
            3 => format!("defer t.P(x + {k})"),
            4 => format!("defer I(&T{{x}}).P({k})"),
            5 => format!("defer T.V(T{{{k}}}, y)"),
            6 => format!("defer rec({k})"),
            7 => "defer recAt(&x)".to_string(),
            8 => format!("defer helper({k})"),
            9 => format!("defer viaHelper({k})"),
            10 => "defer recover()".to_string(),
            11 => format!("defer t.R({k})"),
            12 => format!("defer println(\"deferred\", {k}, x)"),
            13 if self.random.chance(30) => format!("defer panic({k})"),
            14 if at.func + 1 < self.shapes.len() => {
                let callee = self.callee(at);
                format!("defer {}", callee.0)
            }
            15 => format!("defer pick(x, {k})()"),
            16 if self.random.chance(20) => "defer nilFunc()".to_string(),
            17 if literal => return self.deferred_literal(at, "a int", "x"),
            18 => "defer quiet()".to_string(),
            _ if literal => return self.deferred_literal(at, "", ""),
            _ => format!("defer ev({k})"),
        };
        self.line(at, text);
    }

    fn deferred_literal(&mut self, at: Place, params: &str, args: &str) {
        self.line(at, format!("defer func({params}) {{"));
        let inner = Place {
            literal: true,
            deferred: true,
            literals: at.literals + 1,
            blocks: at.blocks + 1,
            loops: 0,
            indent: at.indent + 1,
            ..at
        };
        if self.random.chance(45) {
            self.recover(inner);
        }
        let n = 1 + self.random.below(3);
        self.statements(inner, n);
        self.line(at, format!("}}({args})"));
    }

    fn literal_call(&mut self, at: Place) {
        self.line(at, "func() {");
        let inner = Place {
            literal: true,
            deferred: false,
            literals: at.literals + 1,
            blocks: at.blocks + 1,
            loops: 0,
            indent: at.indent + 1,
            ..at
        };
        let n = 1 + self.random.below(4);
        self.statements(inner, n);
        self.line(at, "}()");
    }

    fn recover(&mut self, at: Place) {
        let k = self.id();
        match self.random.below(if at.deferred { 8 } else { 3 }) {
            0 => self.line(at, format!("rec({k})")),
            1 => self.line(at, format!("println(\"got\", {k}, text(recover()))")),
            2 => self.line(at, format!("func() {{ println(\"inner\", {k}, text(recover())) }}()")),
            _ => {
                self.line(at, "if e := recover(); e != nil {");
                let inner = Place { indent: at.indent + 1, blocks: at.blocks + 1, ..at };
                self.line(inner, format!("println(\"recovered\", {k}, text(e))"));
                match self.random.below(8) {
                    0 => self.line(inner, "panic(e)"),
                    1 => self.trouble(inner),
                    2 => self.line(inner, "panic(\"again \" + text(e))"),
                    3 => self.statement(inner),
                    _ => self.change(inner),
                }
                self.line(at, "}");
            }
        }
    }

    fn block(&mut self, at: Place, loops: usize) {
        let inner = Place { blocks: at.blocks + 1, indent: at.indent + 1, loops, ..at };
        let n = 1 + self.random.below(3);
        self.statements(inner, n);
    }

    fn condition(&mut self) -> String {
        let k = self.random.below(4);
        match self.random.below(4) {
            0 => "x%2 == 0".to_string(),
            1 => format!("x > {k}"),
            2 => format!("y&{} != 0", k + 1),
            _ => format!("d < {k}"),
        }
    }

    fn branch(&mut self, at: Place) {
        let condition = self.condition();
        self.line(at, format!("if {condition} {{"));
        self.block(at, at.loops);
        if self.random.chance(40) {
            self.line(at, "} else {");
            self.block(at, at.loops);
        }
        self.line(at, "}");
    }

    fn for_loop(&mut self, at: Place) {
        let head = self.random.pick(&[
            "for i := 0; i < 3; i++ {",
            "for i := range 2 {",
            "for _, i := range []int{4, 5, 6} {",
            "for i := 0; i < 1; i++ {",
            "for i := range upTo(2) {",
            "for i := range announced(3) {",
        ]);
        self.line(at, head);
        let inner = Place { indent: at.indent + 1, ..at };
        let k = self.id();
        match self.random.below(4) {
            0 => self.line(inner, format!("defer ev(i*100 + {k})")),
            1 => self.line(inner, format!("defer func() {{ println(\"loop\", i, x, {k}); i++ }}()")),
            2 => self.line(inner, "defer rec(i)"),
            _ => self.line(inner, "x += i"),
        }
        self.block(at, at.loops + 1);
        if self.random.chance(40) {
            let condition = self.condition();
            let word = self.random.pick(&["break", "continue"]);
            self.line(inner, format!("if {condition} {{ {word} }}"));
            self.line(inner, format!("ev({k})"));
        }
        self.line(at, "}");
    }

    fn goto_loop(&mut self, at: Place) {
        let k = self.id();
        self.line(at, "{");
        let inner = Place { indent: at.indent + 1, ..at };
        self.line(inner, format!("n{k} := 0"));
        self.line(at, format!("L{k}:"));
        self.line(inner, format!("n{k}++"));
        // In a block of its own: no jump may pass a declaration.
        self.line(inner, "{");
        self.block(inner, at.loops + 1);
        self.line(inner, "}");
        self.line(inner, format!("if n{k} < 3 {{ goto L{k} }}"));
        self.line(at, "}");
    }

    fn switch(&mut self, at: Place) {
        self.line(at, "switch x % 3 {");
        for case in ["case 0:", "case 1:", "default:"] {
            self.line(at, case);
            self.block(at, at.loops);
        }
        self.line(at, "}");
    }

    fn trouble_if(&mut self, at: Place) {
        let condition = self.condition();
        self.line(at, format!("if {condition} {{"));
        self.trouble(Place { indent: at.indent + 1, ..at });
        self.line(at, "}");
    }

    /// Raises a panic, mostly.
    fn trouble(&mut self, at: Place) {
        let k = self.id();
        let text = match self.random.below(14) {
            0 => "nilT.n++".to_string(),
            1 => "x = table[x+len(table)]".to_string(),
            2 => "x /= zero".to_string(),
            3 => "nilMap[x] = 1".to_string(),
            4 => "x += len(any(x).(string))".to_string(),
            5 => format!("panic(E{{{k}}})"),
            6 => format!("panic(&E{{{k}}})"),
            7 => format!("panic(\"s{k}\")"),
            8 if self.random.chance(30) => "panic(nil)".to_string(),
            9 => "nilFunc()".to_string(),
            10 => "nilI.V(x)".to_string(),
            11 => format!("panic(N({k}))"),
            _ => format!("panic({k})"),
        };
        self.line(at, text);
    }

    /// A call of a later function, and its shape.
    fn callee(&mut self, at: Place) -> (String, Shape) {
        let later = self.shapes.len() - at.func - 1;
        let i = at.func + 1 + self.random.below(later);
        let name = format!("p{}_f{i}", self.number);
        let call = match self.shapes[i] {
            Shape::Pointer if self.random.chance(50) => format!("t.{name}(x)"),
            Shape::Pointer => format!("(*T).{name}(&T{{y}}, x)"),
            Shape::Value => format!("T{{x}}.{name}(y)"),
            _ => format!("{name}({})", self.random.pick(&["x", "d+1", "y"])),
        };
        (call, self.shapes[i])
    }

    fn call(&mut self, at: Place) {
        if at.func + 1 >= self.shapes.len() {
            return self.event(at);
        }
        let (call, shape) = self.callee(at);
        let text = match shape {
            Shape::Nothing => call,
            Shape::Two => format!("{{ a, b := {call}; x += a + len(b) }}"),
            Shape::Array => format!("x += {call}[{}]", self.random.below(5)),
            _ => format!("x += {call}"),
        };
        self.line(at, text);
    }

    fn early_return(&mut self, at: Place) {
        let condition = self.condition();
        let value = if at.literal {
            String::new()
        } else {
            let v = self.random.pick(&["x", "x * 2", "y + d"]);
            self.value_of(self.shapes[at.func], v)
        };
        self.line(at, format!("if {condition} {{ return{value} }}"));
    }
}
