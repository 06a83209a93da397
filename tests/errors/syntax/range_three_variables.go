// range has at most two variables.
package main

func main() {
	for i, j, k := range []int{} { // ERROR `^declared and not used: i$` `^declared and not used: j$` `^range clause permits at most two iteration variables$`
	}
}
