// Duplicate constants, types and defaults in switches.
package main

func main() {
	x, s := 1, "s"
	switch x {
	case 1, 2, 1: // ERROR `^duplicate case 1 \(constant of type int\) in expression switch\n\t\./switch_duplicates\.go:7:7: previous case$`
	case 2: // ERROR `^duplicate case 2 \(constant of type int\) in expression switch\n\t\./switch_duplicates\.go:7:10: previous case$`
	case 'a', 97: // ERROR `^duplicate case 97 \(constant of type int\) in expression switch\n\t\./switch_duplicates\.go:9:7: previous case$`
	default:
	}
	switch s {
	case "a", "b":
	case "a": // ERROR `^duplicate case "a" \(constant of type string\) in expression switch\n\t\./switch_duplicates\.go:13:7: previous case$`
	}
	switch {
	case true:
	case false, true:
	}
	switch x {
	default:
	case 1:
	default: // ERROR `^multiple defaults \(first at \./switch_duplicates\.go:21:2\)$`
	}
	switch any(x).(type) {
	case int, string:
	case int: // ERROR `^duplicate case int in type switch\n\t\./switch_duplicates\.go:26:7: previous case$`
	case nil, error:
	case nil: // ERROR `^duplicate case nil in type switch\n\t\./switch_duplicates\.go:28:7: previous case$`
	}
	switch 1.0 {
	case 1, 1.0: // ERROR `^duplicate case 1\.0 \(constant 1 of type float64\) in expression switch\n\t\./switch_duplicates\.go:32:7: previous case$`
	}
	switch any(1) {
	case 1, "1", int8(1), 1: // ERROR `^duplicate case 1 \(constant of type int\) in expression switch\n\t\./switch_duplicates\.go:35:7: previous case$`
	}
	select {
	default:
	default: // ERROR `^multiple defaults \(first at \./switch_duplicates\.go:38:2\)$`
	}
}
