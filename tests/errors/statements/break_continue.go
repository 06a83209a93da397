// break and continue outside of what they leave, and with labels of other statements.
package main

func f() {
	break // ERROR `^break is not in a loop, switch, or select$`
	continue // ERROR `^continue is not in a loop$`
	if true {
		break // ERROR `^break is not in a loop, switch, or select$`
	}
	switch {
	case true:
		continue // ERROR `^continue is not in a loop$`
	}
	for {
		func() {
			break // ERROR `^break is not in a loop, switch, or select$`
			continue // ERROR `^continue is not in a loop$`
		}()
	}
	select {
	default:
		continue // ERROR `^continue is not in a loop$`
	}
L:
	if true {
		for {
			break L // ERROR `^invalid break label L$`
			continue L // ERROR `^invalid continue label L$`
		}
	}
M:
	switch {
	default:
		for {
			continue M // ERROR `^invalid continue label M$`
		}
	}
N:
	for {
	}
	for {
		break N // ERROR `^invalid break label N$`
	}
block:
	{
		break block // ERROR `^invalid break label block$`
	}
}

func main() {}
