// A dot import brings exported names into the file.
package main

import . "fmt"
import . "errors"

func Sprint() {} // ERROR `^Sprint already declared through dot-import of package fmt \("fmt"\)`

func main() {
	Println("x")
	var err error = New("e")
	_ = err
	println2() // ERROR `^undefined: println2$`
}
