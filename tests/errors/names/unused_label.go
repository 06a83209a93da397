// Labels that are not used, used twice, not defined.
package main

func main() {
unused: // ERROR `^label unused defined and not used$`
	for {
		break
	}
again:
again: // ERROR `^label again already defined at \./unused_label\.go:9:1$`
	goto again
	goto missing // ERROR `^label missing not defined$`
inner: // ERROR `^label inner defined and not used$`
	func() {
		goto inner // ERROR `^label inner not defined$`
	}()
}
