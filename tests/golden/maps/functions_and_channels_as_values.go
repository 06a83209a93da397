// Maps of functions, of channels, of maps and of interfaces.
package main

import "fmt"

func main() {
	ops := map[string]func(int, int) int{
		"+": func(a, b int) int { return a + b },
		"-": func(a, b int) int { return a - b },
		"*": func(a, b int) int { return a * b },
	}
	fmt.Println(ops["+"](1, 2), ops["-"](1, 2), ops["*"](3, 4), ops["/"] == nil)
	chs := map[int]chan string{1: make(chan string, 1)}
	chs[1] <- "sent"
	fmt.Println(<-chs[1])
	graph := map[string]map[string]bool{}
	for _, e := range [][2]string{{"a", "b"}, {"a", "c"}, {"b", "c"}} {
		if graph[e[0]] == nil {
			graph[e[0]] = map[string]bool{}
		}
		graph[e[0]][e[1]] = true
	}
	fmt.Println(graph, graph["a"]["c"], graph["c"]["a"])
	anyv := map[string]any{"n": 1, "s": "x", "m": map[int]int{1: 2}}
	inner := anyv["m"].(map[int]int)
	inner[1]++
	_, isInt := anyv["s"].(int)
	fmt.Println(anyv, isInt)
}
