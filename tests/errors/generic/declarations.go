// Declarations with type parameters.
package main

type List[T any] struct {
	next *List[T]
	val  T
}

func (l List) bad()             {} // ERROR `^cannot use generic type List\[T any\] without instantiation`
func (l List[A, B]) bad2()      {} // ERROR `^receiver declares 2 type parameters, but receiver base type declares 1`
func (l *List[T]) ok() T        { return l.val }
func (l *List[T]) ok() T        { return l.val } // ERROR `^method List\.ok already declared at \./declarations\.go:11:19`
func (l List[_]) blank()        {}
func (l *List[T]) gen[U any](U) {}

type Rec[T any] struct{ f Rec[T] } // ERROR `^invalid recursive type: Rec\[T\] refers to itself`
type Loop[T any] struct{ f *Loop[*T] }
type Rhs[T any] T // ERROR `^cannot use a type parameter as RHS in type declaration`
type AliasRhs[T any] = T // ERROR `^cannot use type parameter declared in alias declaration as RHS`
type Set[T comparable] = map[T]bool
type Cons[T List] int // ERROR `^cannot use generic type List\[T any\] without instantiation`
type Cons2[T, U T] int // ERROR `^cannot use a type parameter as constraint`
type Emb[T any] struct{ T } // ERROR `^embedded field type cannot be a \(pointer to a\) type parameter`
type Union[T any] interface{ int | T } // ERROR `^term cannot be a type parameter`
type Key[T any] map[T]int // ERROR `^invalid map key type T \(missing comparable constraint\)`

type Iface interface {
	~int
	comparable
}

var v Iface // ERROR `^cannot use type Iface outside a type constraint: interface contains type constraints`
var w comparable // ERROR `^cannot use type comparable outside a type constraint: interface is \(or embeds\) comparable`

func dup[T, T any]()    {} // ERROR `^T redeclared in this block`
func endless[T any]()   { endless[*T]() }
func method[T any](T)   {}
func main[T any]()      {} // ERROR `^func main must have no type parameters`
func unused[T any](t T) { x := t } // ERROR `^declared and not used: x`

type I interface{ gen(int) }

var _ I = &List[int]{} // ERROR `^cannot use &List\[int\]\{\} \(value of type \*List\[int\]\) as I value in variable declaration: \*List\[int\] does not implement I \(wrong type for method gen\)`

var _ Set[[]int] // ERROR `^\[\]int does not satisfy comparable`
