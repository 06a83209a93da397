// goto forward and backward, out of blocks, building a loop and a small automaton.
package main

import "fmt"

func sum(n int) (s int) {
	i := 1
loop:
	if i > n {
		goto done
	}
	s += i
	i++
	goto loop
done:
	return
}

func scan(s string) string {
	i, words, in := 0, 0, ""
space:
	if i == len(s) {
		goto end
	}
	if s[i] != ' ' {
		words++
		goto word
	}
	i++
	goto space
word:
	for i < len(s) {
		if s[i] == ' ' {
			goto space
		}
		in += string(s[i])
		i++
	}
end:
	return fmt.Sprint(words, in)
}

func main() {
	fmt.Println(sum(10), scan("  the quick  fox "), scan(""))
	var fs []func() int
	n := 0
again:
	x := n
	fs = append(fs, func() int { x++; return x })
	if n++; n < 3 {
		goto again
	}
	fmt.Println(fs[0](), fs[0](), fs[1](), fs[2]())
}
