// A value receiver is copied at the statement, a pointer receiver is not.
package main

import "fmt"

type T struct{ n int }

func (t T) Inc()     { t.n++; fmt.Println("Inc", t.n) }
func (t *T) IncPtr() { t.n++; fmt.Println("IncPtr", t.n) }

func receivers() {
	x := T{10}
	defer x.Inc()
	defer x.IncPtr()
	fmt.Println(x.n)
	x.n = 100
}

func main() {
	receivers()
}
