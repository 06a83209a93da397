// Strings in switch statements and as map keys, built at run time.
package main

import "fmt"

func classify(s string) string {
	switch s {
	case "":
		return "empty"
	case "a", "e", "i", "o", "u":
		return "vowel"
	case "y" + "es", "no":
		return "answer"
	}
	switch {
	case s > "m":
		return "late"
	case len(s) > 3:
		return "long"
	}
	return "other"
}

func main() {
	for _, w := range []string{"", "a", "u", "yes", "no", "zebra", "lion", "cat", "b"} {
		fmt.Print(w, "=", classify(w), " ")
	}
	fmt.Println()
	counts := map[string]int{}
	text := "the cat the dog the end"
	word := ""
	for _, r := range text + " " {
		if r == ' ' {
			counts[word]++
			word = ""
			continue
		}
		word += string(r)
	}
	fmt.Println(counts, counts["the"], counts["none"])
}
