// main and init can only be functions.
package main

var main = 1 // ERROR `^cannot declare main - must be func`
type init int // ERROR `^cannot declare init - must be func`
const init2 = 1
