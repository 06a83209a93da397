// Wrong numbers and types of arguments, with the have and want lines.
package main

func none()                      {}
func one(a int)                  {}
func two(a int, b string)        {}
func variadic(a int, b ...string) {}
func pair() (int, string)        { return 1, "" }
func triple() (int, int, int)    { return 1, 2, 3 }

type T struct{}

func (T) m(a, b float64) {}

func main() {
	none(1) // ERROR `^too many arguments in call to none\n\thave \(number\)\n\twant \(\)$`
	one() // ERROR `^not enough arguments in call to one\n\thave \(\)\n\twant \(int\)$`
	one(1, 2) // ERROR `^too many arguments in call to one\n\thave \(number, number\)\n\twant \(int\)$`
	one("s") // ERROR `^cannot use "s" \(untyped string constant\) as int value in argument to one$`
	two(1) // ERROR `^not enough arguments in call to two\n\thave \(number\)\n\twant \(int, string\)$`
	two("a", 1) // ERROR `^cannot use "a" \(untyped string constant\) as int value in argument to two$` `^cannot use 1 \(untyped int constant\) as string value in argument to two$`
	two(pair())
	two(triple()) // ERROR `^too many arguments in call to two\n\thave \(int, int, int\)\n\twant \(int, string\)$`
	one(pair()) // ERROR `^too many arguments in call to one\n\thave \(int, string\)\n\twant \(int\)$`
	variadic() // ERROR `^not enough arguments in call to variadic\n\thave \(\)\n\twant \(int, \.\.\.string\)$`
	variadic(1, 2) // ERROR `^cannot use 2 \(untyped int constant\) as string value in argument to variadic$`
	variadic(1, "a", 3) // ERROR `^cannot use 3 \(untyped int constant\) as string value in argument to variadic$`
	variadic(1, []string{}...)
	variadic(1, "x", []string{}...) // ERROR `^too many arguments in call to variadic\n\thave \(number, string, \[\]string\.\.\.\)\n\twant \(int, \.\.\.string\)$`
	variadic(1, []int{}...) // ERROR `^cannot use \[\]int\{\} \(value of type \[\]int\) as \[\]string value in argument to variadic$`
	two(1, []string{}...) // ERROR `^cannot use \.\.\. in call to non-variadic two$`
	T{}.m(1) // ERROR `^not enough arguments in call to T\{\}\.m\n\thave \(number\)\n\twant \(float64, float64\)$`
	T{}.m(1, 2, 3) // ERROR `^too many arguments in call to T\{\}\.m\n\thave \(number, number, number\)\n\twant \(float64, float64\)$`
	T.m(1, 2) // ERROR `^not enough arguments in call to T\.m\n\thave \(number, number\)\n\twant \(T, float64, float64\)$`
	one(none()) // ERROR `^none\(\) \(no value\) used as value$`
	func(a, b int) {}(1) // ERROR `^not enough arguments in call to func\(a, b int\) \{\}\n\thave \(number\)\n\twant \(int, int\)$`
}
