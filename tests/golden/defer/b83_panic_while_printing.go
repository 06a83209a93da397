// A panic in Error while the crash is printed is a fatal error.
package main

type bad struct{}

func (bad) Error() string { panic("in Error") }

func main() {
	panic(bad{})
}
