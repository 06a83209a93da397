// A helper, a nested literal or a method's helper called by the deferred function cannot recover.
package main

import "fmt"

type T struct{ name string }

func (t T) Close()   { t.helper() }
func (t T) helper()  { fmt.Println("method helper", recover()) }
func (t *T) Direct() { fmt.Println("method directly", recover()) }
func helper()        { fmt.Println("helper", recover()) }

func main() {
	t := &T{"t"}
	defer t.Direct()
	defer t.Close()
	defer func() { helper() }()
	defer func() {
		func() { fmt.Println("nested literal", recover()) }()
	}()
	panic("up")
}
