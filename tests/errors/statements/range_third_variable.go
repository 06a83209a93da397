// A third variable is reported where two are allowed.
package main

func f(s []int, c chan int, n struct{}) {
	var i, j, k int
	_, _, _ = i, j, k
	for i, j, k = range s { // ERROR `^range clause permits at most two iteration variables$`
	}
	for i, j, k = range c { // ERROR `^range over c \(variable of type chan int\) permits only one iteration variable$`
	}
	for i, j, k = range n { // ERROR `^cannot range over n \(variable of type struct\{\}\)$`
	}
}

func main() {}
