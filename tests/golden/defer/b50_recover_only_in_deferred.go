// recover is nil when its caller was not deferred, in a panic or not.
package main

import "fmt"

func show(where string) { fmt.Println(where, recover()) }

func main() {
	show("plain call")
	func() { fmt.Println("literal", recover()) }()
	defer func() {
		show("helper of the deferred function")
		fmt.Println("deferred function", recover())
	}()
	defer show("deferred directly")
	defer func() { panic("second") }()
	panic("first")
}
