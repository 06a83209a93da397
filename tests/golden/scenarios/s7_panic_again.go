// A deferred function recovers and panics anew: both panics are reported.
package main

func again() {
	defer func() {
		if r := recover(); r != nil {
			panic("re-panic in defer")
		}
	}()
	panic("first panic")
}

func main() {
	again()
}
