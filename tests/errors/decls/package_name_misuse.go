// A package name is not a value, type or variable.
package main

import "fmt"

var x = fmt // ERROR `^use of package fmt not in selector$`
var y fmt // ERROR `^fmt \(package name\) is not a type$`

func main() {
	fmt := fmt.Sprint
	fmt = nil
	fmt.Println() // ERROR `^fmt\.Println undefined \(type func\(a \.\.\.any\) string has no field or method Println\)$`
	_ = os.Args // ERROR `^undefined: os$`
	strings.Join(nil, "") // ERROR `^undefined: strings$`
}
