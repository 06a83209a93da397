// Labels are used and unique; jumps stay in their blocks.
package main

func f(x int) {
L1:
	for {
		break L1
	}
L2:
	x = 1
L3:
L3: // ERROR `^label L3 already defined at \./decl_labels\.go:11:1`
	for {
		continue L3 // ERROR `^invalid continue label L3`
		break L4 // ERROR `^break label not defined: L4`
		continue L2 // ERROR `^invalid continue label L2`
		goto L5 // ERROR `^label L5 not defined`
	}
	break // ERROR `^break is not in a loop, switch, or select`
	continue // ERROR `^continue is not in a loop`
	fallthrough // ERROR `^fallthrough statement out of place`
	goto L6 // ERROR `^goto L6 jumps over declaration of y at \./decl_labels\.go:23:4`
	y := 1
	_ = y
L6:
	goto L7 // ERROR `^goto L7 jumps into block starting at \./decl_labels\.go:27:2`
	{
	L7:
		x = 2
	}
	switch x {
	case 1:
		fallthrough
	case 2:
		x = 3
		fallthrough // ERROR `^cannot fallthrough final case in switch`
	}
	if x > 0 {
		goto L8
	}
	for {
		func() {
			break // ERROR `^break is not in a loop, switch, or select`
			goto L8 // ERROR `^label L8 not defined`
		}()
	}
L8:
	{
		break L8 // ERROR `^invalid break label L8`
	}
}

func main() {}
