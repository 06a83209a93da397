// goto may not jump over declarations or into blocks.
package main

func a() {
	goto end // ERROR `^goto end jumps over declaration of x at \./goto_jumps\.go:6:4$`
	x := 1
	_ = x
end:
}

func b() {
	goto in // ERROR `^goto in jumps into block starting at \./goto_jumps\.go:13:2$`
	{
	in:
		println()
	}
}

func c() {
	for {
	loop:
		println()
	}
	goto loop // ERROR `^goto loop jumps into block starting at \./goto_jumps\.go:20:6$`
}

func d() {
back:
	x := 1
	_ = x
	goto back
}

func e() {
	if true {
		goto out
		var y int
		_ = y
	}
out:
	var z int
	_ = z
}

func f() {
	goto L // ERROR `^goto L jumps over declaration of v at \./goto_jumps\.go:47:6$`
	var v int = 3
L:
	_ = v
}

func main() {}
