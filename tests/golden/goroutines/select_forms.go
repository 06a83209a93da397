// select with default, several ready cases, nil channels, assignment forms, send and receive expressions evaluated once.
package main

import "fmt"

func val(s string, n int) int { fmt.Print(s, " "); return n }

func ch(s string, c chan int) chan int { fmt.Print(s, " "); return c }

func main() {
	var none chan int
	a, b := make(chan int, 1), make(chan int, 1)
	select {
	case v := <-a:
		fmt.Println("never", v)
	case <-none:
		fmt.Println("never")
	case none <- 1:
		fmt.Println("never")
	default:
		fmt.Println("default")
	}
	a <- 5
	select {
	case v, ok := <-a:
		fmt.Println(v, ok)
	case v := <-b:
		fmt.Println("never", v)
	}
	select {
	case ch("c1", a) <- val("v1", 7):
		fmt.Println("sent")
	case <-ch("c2", none):
		fmt.Println("never")
	}
	var arr [2]int
	var ok bool
	select {
	case arr[val("i", 1)], ok = <-a:
		fmt.Println(arr, ok)
	}
	close(b)
	counts := [3]int{}
	for range 2000 {
		a <- 1
		select {
		case <-a:
			counts[0]++
		case _, ok := <-b:
			if !ok {
				counts[1]++
			}
			<-a
		}
	}
	fmt.Println(counts[0] > 200, counts[1] > 200, counts[0]+counts[1])
}
