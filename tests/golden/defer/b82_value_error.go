// A crash prints the text of an error value, not its type.
package main

import "errors"

func main() {
	panic(errors.New("plain text\nof two lines"))
}
