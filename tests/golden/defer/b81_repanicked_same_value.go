// Panicking again with the recovered value prints one line.
package main

func main() {
	defer func() {
		if v := recover(); v != nil {
			panic(v)
		}
	}()
	panic("same value")
}
