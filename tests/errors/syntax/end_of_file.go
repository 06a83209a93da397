// What is missing at the end of the file is not said after another error.
package main

func main() {
	_ = 'ab' // ERROR `^more than one character in rune literal$`
