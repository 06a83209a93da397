// time.Duration prints in units and has methods.
package main

import (
	"fmt"
	"time"
)

func main() {
	for _, d := range []time.Duration{0, 1, 999, 1000, 1500, 1e6, 1234567, 1e9, 90 * time.Second, 61 * time.Minute, 100*time.Hour + 3*time.Millisecond, -5 * time.Second, 1<<63 - 1, -1 << 63} {
		fmt.Print(d, " ")
	}
	fmt.Println()
	d := 2*time.Hour + 30*time.Minute + 1500*time.Millisecond
	fmt.Println(d.Hours(), d.Minutes(), d.Seconds(), d.Milliseconds(), d.Microseconds(), d.Nanoseconds())
	fmt.Println(d.Round(time.Minute), d.Truncate(time.Hour), (-d).Abs(), d.String() == fmt.Sprint(d))
	fmt.Printf("%v %d %s %T %5.1f\n", d, time.Millisecond, time.Second, d, d.Hours())
	n := 3
	fmt.Println(time.Duration(n)*time.Second, d/2, d%time.Minute, d > time.Hour)
	start := time.Now()
	fmt.Println(time.Since(start) >= 0, time.Since(start) < time.Hour, time.Now().After(start), start.Sub(start))
}
