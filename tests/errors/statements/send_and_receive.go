// Sends and receives of wrong types and directions.
package main

func main() {
	var ch chan int
	var in <-chan int
	var out chan<- int
	n := 1
	ch <- "s" // ERROR `^cannot use "s" \(untyped string constant\) as int value in send$`
	ch <- 1.5 // ERROR `^cannot use 1\.5 \(untyped float constant\) as int value in send \(truncated\)$`
	n <- 1 // ERROR `^invalid operation: cannot send to non-channel int n \(variable of type int\)$`
	in <- 1 // ERROR `^invalid operation: cannot send to receive-only channel <-chan int in \(variable of type <-chan int\)$`
	<-out // ERROR `^invalid operation: cannot receive from send-only channel chan<- int out \(variable of type chan<- int\)$`
	_ = <-out // ERROR `^invalid operation: cannot receive from send-only channel chan<- int out \(variable of type chan<- int\)$`
	out = in // ERROR `^cannot use in \(variable of type <-chan int\) as chan<- int value in assignment$`
	in = ch
	out = ch
	ch = in // ERROR `^cannot use in \(variable of type <-chan int\) as chan int value in assignment$`
	close(in) // ERROR `^invalid operation: cannot close receive-only channel in \(variable of type <-chan int\)$`
	close(n) // ERROR `^invalid operation: cannot close non-channel n \(variable of type int\)$`
	close(ch, ch) // ERROR `^invalid operation: too many arguments for close\(ch, ch\) \(expected 1, found 2\)$`
	close() // ERROR `^invalid operation: not enough arguments for close\(\) \(expected 1, found 0\)$`
	var s string = <-ch // ERROR `^cannot use <-ch \(comma, ok expression of type int\) as string value in variable declaration$`
	v, ok, x := <-ch // ERROR `^assignment mismatch: 3 variables but 1 value$`
	_, _, _, _ = s, v, ok, x
	_ = len(n) // ERROR `^invalid argument: n \(variable of type int\) for built-in len$`
	_ = cap(out)
	select {
	case n <- 1: // ERROR `^invalid operation: cannot send to non-channel int n \(variable of type int\)$`
	case s := <-out: // ERROR `^invalid operation: cannot receive from send-only channel chan<- int out \(variable of type chan<- int\)$`
		_ = s
	case ch <- "x": // ERROR `^cannot use "x" \(untyped string constant\) as int value in send$`
	case x, ok := <-in: // ERROR `^declared and not used: x$` `^declared and not used: ok$`
	}
}
