// A crash prefers Error over String.
package main

type T struct{ n int }

func (T) String() string { return "from String" }
func (T) Error() string  { return "from Error" }

func main() {
	defer panic(T{1})
	panic(S{2})
}

type S struct{ n int }

func (S) String() string { return "a Stringer" }
