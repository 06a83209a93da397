// Values of other types print their type and address, here nil.
package main

type T struct{ x int }

func main() {
	defer panic((func())(nil))
	defer panic(map[string]int(nil))
	panic((*T)(nil))
}
