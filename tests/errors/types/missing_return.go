// Functions with results that do not end in a terminating statement.
package main

func a() int {} // ERROR `^missing return$`
func b(x int) int {
	if x > 0 {
		return 1
	}
} // ERROR `^missing return$`
func c(x int) int {
	for x > 0 {
		return 1
	}
} // ERROR `^missing return$`
func d(x int) int {
	switch x {
	case 1:
		return 1
	}
} // ERROR `^missing return$`
func e(x int) int {
	for {
		if x > 0 {
			break
		}
	}
} // ERROR `^missing return$`
func f(x int) int {
	if x > 0 {
		return 1
	} else if x < 0 {
		return 2
	}
} // ERROR `^missing return$`
func g() int {
loop:
	for {
		for {
			break loop
		}
	}
} // ERROR `^missing return$`
func h(ch chan int) int {
	select {
	case <-ch:
		return 1
	case ch <- 1:
	}
} // ERROR `^missing return$`
var i = func() string { println() } // ERROR `^missing return$`
func j(x any) int {
	switch x.(type) {
	case int:
		return 1
	default:
		break
	}
} // ERROR `^missing return$`

func main() {}
