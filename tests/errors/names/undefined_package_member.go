// Members that a package does not have, or does not export.
package main

import (
	"fmt"
	"os"
	"strings"
)

func main() {
	fmt.Printn("x") // ERROR `^undefined: fmt\.Printn$`
	fmt.println("x") // ERROR `^undefined: fmt\.println \(but have Println\)$`
	_ = os.Arg // ERROR `^undefined: os\.Arg$`
	var b strings.builder // ERROR `^undefined: strings\.builder \(but have Builder\)$`
	_ = b
	fmt.Println(strings.Builder{})
	os.Exit(0).x() // ERROR `^os\.Exit\(0\) \(no value\) used as value or type$`
}
