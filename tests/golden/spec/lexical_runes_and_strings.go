package main

import "fmt"

func main() {
	runes := []rune{'a', 'ä', '本', '\t', '\000', '\007', '\377', '\x07', '\xff', '\u12e4', '\U00101234', '\'', '"', '\\', '\a', '\b', '\f', '\n', '\r', '\v'}
	for _, r := range runes {
		fmt.Print(r, " ")
	}
	fmt.Println()
	strs := []string{`abc`, `\n
\n`, "\n", "\"", "Hello, world!\n", "日本語", "\u65e5本\U00008a9e", "\xff\u00FF", "\000\x00", ""}
	for _, s := range strs {
		fmt.Printf("%q %d % x\n", s, len(s), s)
	}
	fmt.Println("日本語" == `日本語`, "日本語" == "\u65e5\u672c\u8a9e", "日本語" == "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e")
	raw := `first
	second "quoted" 'single' \t
last`
	fmt.Println(len(raw), raw)
	const mixed = "a" + `b` + "\x63"
	fmt.Println(mixed, len(mixed), mixed[2], 'x'-'a')
	fmt.Printf("%T %T %T %T\n", 'a', "a", 'a'+1.0, 'a'+1i)
}
