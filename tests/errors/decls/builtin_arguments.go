// Builtins with wrong numbers and kinds of arguments.
package main

func main() {
	var n int
	var s []int
	var m map[string]int
	var ch chan int
	_ = len() // ERROR `^invalid operation: not enough arguments for len\(\) \(expected 1, found 0\)$`
	_ = len(s, s) // ERROR `^invalid operation: too many arguments for len\(s, s\) \(expected 1, found 2\)$`
	_ = len(5) // ERROR `^invalid argument: 5 \(untyped int constant\) for built-in len$`
	_ = cap(m) // ERROR `^invalid argument: m \(variable of type map\[string\]int\) for built-in cap$`
	_ = cap("x") // ERROR `^invalid argument: "x" \(untyped string constant\) for built-in cap$`
	_ = append() // ERROR `^invalid operation: not enough arguments for append\(\) \(expected 1, found 0\)$`
	_ = append(n, 1) // ERROR `^invalid append: argument must be a slice; have n \(variable of type int\)$`
	_ = append(s, "x") // ERROR `^cannot use "x" \(untyped string constant\) as int value in argument to append$`
	_ = append(s, s) // ERROR `^cannot use s \(variable of type \[\]int\) as int value in argument to append$`
	_ = append(s, m...) // ERROR `^cannot use m \(variable of type map\[string\]int\) as \[\]int value in argument to append$`
	_ = append([]byte{}, "x"...)
	_ = append(s, 1, s...) // ERROR `^too many arguments in call to append\n\thave \(\[\]int, number, \[\]int\.\.\.\)\n\twant \(\[\]int, \.\.\.int\)$`
	_ = make(int) // ERROR `^invalid argument: cannot make int: type must be slice, map, or channel$`
	_ = make([]int) // ERROR `^invalid operation: make\(\[\]int\) expects 2 or 3 arguments; found 1$`
	_ = make([]int, -1) // ERROR `^invalid argument: index -1 \(constant of type int\) must not be negative$`
	_ = make([]int, 5, 2) // ERROR `^invalid argument: length and capacity swapped$`
	_ = make([]int, "x") // ERROR `^cannot convert "x" \(untyped string constant\) to type int$`
	_ = make([]int, 1.5) // ERROR `^1\.5 \(untyped float constant\) truncated to int$`
	_ = make(map[string]int, 1, 2) // ERROR `^invalid operation: make\(map\[string\]int, 1, 2\) expects 1 or 2 arguments; found 3$`
	_ = make(chan int, 1, 2) // ERROR `^invalid operation: make\(chan int, 1, 2\) expects 1 or 2 arguments; found 3$`
	_ = make([3]int, 3) // ERROR `^invalid argument: cannot make \[3\]int: type must be slice, map, or channel$`
	_ = make() // ERROR `^invalid operation: not enough arguments for make\(\) \(expected 1, found 0\)$`
	_ = make(5) // ERROR `^5 is not a type$`
	_ = new() // ERROR `^invalid operation: not enough arguments for new\(\) \(expected 1, found 0\)$`
	_ = new(int, int) // ERROR `^invalid operation: too many arguments for new\(int, int\) \(expected 1, found 2\)$`
	delete(m) // ERROR `^invalid operation: not enough arguments for delete\(m\) \(expected 2, found 1\)$`
	delete(m, 5) // ERROR `^cannot use 5 \(untyped int constant\) as string value in argument to delete$`
	delete(s, 1) // ERROR `^invalid argument: s \(variable of type \[\]int\) is not a map$`
	delete(m, "x", "y") // ERROR `^invalid operation: too many arguments for delete\(m, "x", "y"\) \(expected 2, found 3\)$`
	_ = copy(s) // ERROR `^invalid operation: not enough arguments for copy\(s\) \(expected 2, found 1\)$`
	copy(s, "x") // ERROR `^invalid copy: arguments s \(variable of type \[\]int\) and "x" \(untyped string constant\) have different element types int and byte$`
	copy(n, s) // ERROR `^invalid copy: argument must be a slice; have n \(variable of type int\)$`
	copy(s, []string{}) // ERROR `^invalid copy: arguments s \(variable of type \[\]int\) and \[\]string\{\} \(value of type \[\]string\) have different element types int and string$`
	copy([]byte{}, "x")
	clear(n) // ERROR `^invalid argument: cannot clear n \(variable of type int\): argument must be \(or constrained by\) map or slice$`
	clear() // ERROR `^invalid operation: not enough arguments for clear\(\) \(expected 1, found 0\)$`
	clear(s, s) // ERROR `^invalid operation: too many arguments for clear\(s, s\) \(expected 1, found 2\)$`
	_ = min() // ERROR `^invalid operation: not enough arguments for min\(\) \(expected 1, found 0\)$`
	_ = min(1, "x") // ERROR `^invalid argument: mismatched types untyped int \(previous argument\) and untyped string \(type of "x"\)$`
	_ = max(s) // ERROR `^invalid argument: s \(variable of type \[\]int\) cannot be ordered$`
	_ = max(n, 1.5) // ERROR `^1\.5 \(untyped float constant\) truncated to int$`
	_ = min("a", 'b') // ERROR `^invalid argument: mismatched types untyped string \(previous argument\) and untyped rune \(type of 'b'\)$`
	_ = complex(1) // ERROR `^invalid operation: not enough arguments for complex\(1\) \(expected 2, found 1\)$`
	_ = complex(n, 1) // ERROR `^invalid argument: arguments have type int, expected floating-point$`
	_ = complex(1.5, "x") // ERROR `^invalid operation: complex\(1\.5, "x"\) \(mismatched types untyped float and untyped string\)$`
	_ = complex(float32(1), 1.5)
	_ = complex(float32(1), float64(2)) // ERROR `^invalid operation: complex\(float32\(1\), float64\(2\)\) \(mismatched types float32 and float64\)$`
	_ = real(n) // ERROR `^invalid argument: argument has type int, expected complex type$`
	_ = imag("x") // ERROR `^invalid argument: argument has type untyped string, expected complex type$`
	panic() // ERROR `^invalid operation: not enough arguments for panic\(\) \(expected 1, found 0\)$`
	panic(1, 2) // ERROR `^invalid operation: too many arguments for panic\(1, 2\) \(expected 1, found 2\)$`
	recover(1) // ERROR `^invalid operation: too many arguments for recover\(1\) \(expected 0, found 1\)$`
	close(s) // ERROR `^invalid operation: cannot close non-channel s \(variable of type \[\]int\)$`
	close(<-ch) // ERROR `^invalid operation: cannot close non-channel <-ch \(comma, ok expression of type int\)$`
	x := print("x") // ERROR `^print\("x"\) \(no value\) used as value$`
	y := panic("x") // ERROR `^panic\("x"\) \(no value\) used as value$`
	z := delete(m, "x") // ERROR `^delete\(m, "x"\) \(no value\) used as value$`
	len := len // ERROR `^len \(built-in\) must be called$`
	_ = append // ERROR `^append \(built-in\) must be called$`
	f := println // ERROR `^println \(built-in\) must be called$`
	_, _, _, _, _ = x, y, z, len, f
}
