// Sends, receives and select.
package main

func main() {
	var c chan int
	var r <-chan int
	var w chan<- int
	var n int
	var s string // ERROR "declared and not used: s"
	var ok bool // ERROR "declared and not used: ok"
	c <- 1
	c <- "s" // ERROR `cannot use "s" \(untyped string constant\) as int value in send`
	r <- 1 // ERROR `invalid operation: cannot send to receive-only channel <-chan int r \(variable of type <-chan int\)`
	w <- 1.5 // ERROR `cannot use 1\.5 \(untyped float constant\) as int value in send \(truncated\)`
	n <- 1 // ERROR `invalid operation: cannot send to non-channel int n \(variable of type int\)`
	<-c
	<-w // ERROR `invalid operation: cannot receive from send-only channel chan<- int w \(variable of type chan<- int\)`
	<-n // ERROR `invalid operation: cannot receive from non-channel int n \(variable of type int\)`
	n = <-r
	s = <-r // ERROR `cannot use <-r \(comma, ok expression of type int\) as string value in assignment`
	n, ok = <-r
	n, ok, s = <-r // ERROR "assignment mismatch: 3 variables but 1 value"
	_ = <-w // ERROR `invalid operation: cannot receive from send-only channel chan<- int w \(variable of type chan<- int\)`
	select {
	case c <- 1:
	case w <- "s": // ERROR `cannot use "s" \(untyped string constant\) as int value in send`
	case <-c:
	case n = <-c:
	case n, ok = <-r:
	case s, ok = <-r: // ERROR `cannot use <-r \(comma, ok expression of type int\) as string value in multiple assignment`
	case v := <-c:
		_ = v
	case v, ok := <-c:
		_, _ = v, ok
	case v := <-c: // ERROR "declared and not used: v"
	case n := 1: // ERROR `select case must be send or receive \(possibly with assignment\)`
	case n: // ERROR `select case must be send or receive \(possibly with assignment\)`
	case n = 1: // ERROR `select case must be send or receive \(possibly with assignment\)`
	case (<-c):
	case n = (<-c):
	case <-w: // ERROR `invalid operation: cannot receive from send-only channel chan<- int w \(variable of type chan<- int\)`
	case n++: // ERROR `select case must be send or receive \(possibly with assignment\)`
	default:
	default: // ERROR `multiple defaults \(first at \./stmt_select_send\.go:43:2\)`
	}
	r = c
	w = c
	c = r // ERROR `cannot use r \(variable of type <-chan int\) as chan int value in assignment`
	r = w // ERROR `cannot use w \(variable of type chan<- int\) as <-chan int value in assignment`
}
