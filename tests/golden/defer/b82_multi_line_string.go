// Later lines of a string value are indented by a tab.
package main

func main() {
	defer panic("also\nhere\n")
	panic("first line\nsecond line")
}
