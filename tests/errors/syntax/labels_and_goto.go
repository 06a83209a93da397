// Labels and branch statements in wrong forms.
package main

func main() {
	goto
	goto 1 // ERROR `^syntax error: unexpected keyword goto, expected name$`
	break 2 // ERROR `^syntax error: unexpected literal 2 at end of statement$`
L:
}

func g() {
	L: M: x := 1
	1: // ERROR `^syntax error: unexpected : at end of statement$`
}
