// case and default belong to a switch or select.
package main

func main() {
	case 1: // ERROR `^syntax error: unexpected keyword case, expected \}$`
		println()
	default:
	}
}
