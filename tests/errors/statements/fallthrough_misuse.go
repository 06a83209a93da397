// fallthrough must end a case of an expression switch, not the last one.
package main

func main() {
	fallthrough // ERROR `^fallthrough statement out of place$`
	switch 1 {
	case 1:
		fallthrough
	case 2:
		if true {
			fallthrough // ERROR `^fallthrough statement out of place$`
		}
	case 3:
		fallthrough // ERROR `^fallthrough statement out of place$`
		println()
	case 4:
		for {
			fallthrough // ERROR `^fallthrough statement out of place$`
		}
	default:
		fallthrough // ERROR `^cannot fallthrough final case in switch$`
	}
	switch any(1).(type) {
	case int:
		fallthrough // ERROR `^cannot fallthrough in type switch$`
	case string:
	}
	select {
	default:
		fallthrough // ERROR `^fallthrough statement out of place$`
	}
	switch 1 {
	case 1:
		{
			fallthrough // ERROR `^fallthrough statement out of place$`
		}
	case 2:
		func() { fallthrough }() // ERROR `^fallthrough statement out of place$`
	case 5:
	}
}
