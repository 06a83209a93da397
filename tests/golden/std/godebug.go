// Settings of GODEBUG that the program changes.
package main

import (
	"fmt"
	"math/rand"
	"os"
)

func try() (r any) {
	defer func() { r = recover() }()
	panic(nil)
}

func main() {
	fmt.Println(try())
	os.Setenv("GODEBUG", "gctrace=0,panicnil=1,randseednop=0")
	fmt.Println(try())
	rand.Seed(7)
	a := rand.Int63()
	rand.Seed(7)
	fmt.Println(a == rand.Int63(), a)
	os.Setenv("GODEBUG", "panicnil=1,randseednop=1,panicnil=0")
	fmt.Println(try())
	rand.Seed(7)
	fmt.Println(a == rand.Int63())
	os.Setenv("GODEBUG", "panicnil=1,panicnil")
	fmt.Println(try())
	os.Unsetenv("GODEBUG")
	fmt.Println(try())
	os.Setenv("GODEBUG", "panicnil=1")
	fmt.Println(try())
	os.Clearenv()
	fmt.Println(try())
}
