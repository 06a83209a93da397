// Type arguments: how many, and whether they satisfy the constraints.
package main

type Number interface{ ~int | ~float64 }

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

type Vec[T Number] []T

type Stringer interface{ String() string }

func sum[T Number](xs ...T) T {
	var s T
	for _, x := range xs {
		s += x
	}
	return s
}

func show[T Stringer](x T) string { return x.String() }

func first[T interface{ int | string }](x T) T { return x }

type MyInt int

func (m *MyInt) String() string { return "" }

func main() {
	var _ Pair // ERROR `^cannot use generic type Pair\[K comparable, V any\] without instantiation`
	var _ Pair[int] // ERROR `^not enough type arguments for type Pair: have 1, want 2`
	var _ Pair[int, string, bool] // ERROR `^too many type arguments for type Pair: have 3, want 2`
	var _ Pair[[]int, int] // ERROR `^\[\]int does not satisfy comparable`
	var _ Vec[string] // ERROR `^string does not satisfy Number \(string missing in ~int \| ~float64\)`
	var _ int[string] // ERROR `^invalid operation: int\[string\] \(int is not a generic type\)`
	_ = sum[string] // ERROR `^string does not satisfy Number \(string missing in ~int \| ~float64\)`
	_ = sum[int, int] // ERROR `^got 2 type arguments but want 1`
	_ = sum("a", "b") // ERROR `^string does not satisfy Number \(string missing in ~int \| ~float64\)`
	_ = show(1) // ERROR `^int does not satisfy Stringer \(missing method String\)`
	_ = show(MyInt(1)) // ERROR `^in call to show, T \(type MyInt\) does not satisfy Stringer \(method String has pointer receiver\)`
	_ = first(MyInt(1)) // ERROR `^MyInt does not satisfy interface\{int \| string\} \(possibly missing ~ for int in interface\{int \| string\}\)`
	_ = first[MyInt](1) // ERROR `^MyInt does not satisfy interface\{int \| string\} \(possibly missing ~ for int in interface\{int \| string\}\)`
	_ = sum // ERROR `^cannot use generic function sum without instantiation`
	_ = sum() // ERROR `^in call to sum, cannot infer T \(declared at \./instantiation\.go:15:10\)`
	var f func(string) = sum // ERROR `^type func\(string\) of f does not match func\(xs \.\.\.T\) T \(cannot infer T\)`
	_ = f
	_ = sum(1, 2.5)
	_ = sum(1, "x") // ERROR `^in call to sum, mismatched types untyped int and untyped string \(cannot infer T\)`
	_ = sum[int](1, 2.5) // ERROR `^cannot use 2\.5 \(untyped float constant\) as int value in argument to sum\[int\] \(truncated\)`
	Pair{1, 2} // ERROR `^cannot use generic type Pair\[K comparable, V any\] without instantiation`
}
