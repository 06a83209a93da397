// init can only be declared as a function.
package main

var init = 1 // ERROR `^cannot declare init - must be func$`

type main int // ERROR `^cannot declare main - must be func$`
