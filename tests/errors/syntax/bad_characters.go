// Characters that do not belong to the language.
package main

func main() {
	x := 1 # 2 // ERROR `^invalid character U\+0023 '#'$` `^syntax error: unexpected literal 2 at end of statement$`
	y := a@b // ERROR `^invalid character U\+0040 '@'$` `^syntax error: unexpected name b at end of statement$`
	z := $x // ERROR `^invalid character U\+0024 '\$'$`
	"a"? // ERROR `^invalid character U\+003F '\?'$`
}
