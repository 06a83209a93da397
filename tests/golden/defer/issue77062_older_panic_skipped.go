// go.dev/issue/77062: a newer panic goes through the frames of an older one, whose deferred calls have been run.
package main

func older(depth int) {
	defer func() { println("older", depth) }()
	if depth > 0 {
		older(depth - 1)
		return
	}
	panic("older")
}

func newer(depth int) {
	defer func() { println("newer", depth) }()
	if depth > 0 {
		newer(depth - 1)
		return
	}
	panic("newer")
}

func both() {
	defer func() { println("both recovers", recover().(string)) }()
	defer func() {
		newer(2)
	}()
	older(2)
}

func main() {
	for range 2 {
		both()
	}
}
