// The names of a file's imports are not free in the package.
package main

import "errors" // ERROR `^"errors" imported and not used`
import "os" // ERROR `^"os" imported and not used`
import os2 "os"
import os2 "io" // ERROR `^os2 redeclared in this block` `^"io" imported as os2 and not used`

var errors = 1 // ERROR `^errors already declared through import of package errors \("errors"\)`

func os() {} // ERROR `^os already declared through import of package os \("os"\)`

func main() { _ = os2.Args }
