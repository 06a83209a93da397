// Values that cannot be assigned to a variable of another type.
package main

type Celsius float64
type Fahrenheit float64

func main() {
	var i int = "s" // ERROR `^cannot use "s" \(untyped string constant\) as int value in variable declaration$`
	var s string = 1 // ERROR `^cannot use 1 \(untyped int constant\) as string value in variable declaration$`
	var f float64 = 'x'
	var b bool = 0 // ERROR `^cannot use 0 \(untyped int constant\) as bool value in variable declaration$`
	var i8 int8 = 1.5 // ERROR `^cannot use 1\.5 \(untyped float constant\) as int8 value in variable declaration \(truncated\)$`
	var p *int = &f // ERROR `^cannot use &f \(value of type \*float64\) as \*int value in variable declaration$`
	var c Celsius = Fahrenheit(1) // ERROR `^cannot use Fahrenheit\(1\) \(constant 1 of float64 type Fahrenheit\) as Celsius value in variable declaration$`
	var u uint = -1 // ERROR `^cannot use -1 \(untyped int constant\) as uint value in variable declaration \(overflows\)$`
	var sl []int = [3]int{} // ERROR `^cannot use \[3\]int\{\} \(value of type \[3\]int\) as \[\]int value in variable declaration$`
	var m map[string]int = map[int]string{} // ERROR `^cannot use map\[int\]string\{\} \(value of type map\[int\]string\) as map\[string\]int value in variable declaration$`
	var fn func(int) = func(string) {} // ERROR `^cannot use func\(string\) \{\} \(value of type func\(string\)\) as func\(int\) value in variable declaration$`
	var ch chan<- int = make(<-chan int) // ERROR `^cannot use make\(<-chan int\) \(value of type <-chan int\) as chan<- int value in variable declaration$`
	var e error = "text" // ERROR `^cannot use "text" \(constant of type string\) as error value in variable declaration: string does not implement error \(missing method Error\)$`
	i = s // ERROR `^cannot use s \(variable of type string\) as int value in assignment$`
	s = nil // ERROR `^cannot use nil as string value in assignment$`
	i = nil // ERROR `^cannot use nil as int value in assignment$`
	p = 0 // ERROR `^cannot use 0 \(untyped int constant\) as \*int value in assignment$`
	c = 3
	var r rune = "x" // ERROR `^cannot use "x" \(untyped string constant\) as rune value in variable declaration$`
	_, _, _, _, _, _, _, _, _, _, _, _, _, _, _ = i, s, f, b, i8, p, c, u, sl, m, fn, ch, e, r, c
}
