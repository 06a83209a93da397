package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

func resident() int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		panic(err)
	}
	for _, line := range strings.Split(string(status), "\n") {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kb, _ := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(rest), "kB")))
			return kb * 1024
		}
	}
	return 0
}

func main() {
	const n = 1_000_000
	before := resident()
	gate, ready := make(chan bool), make(chan bool)
	start := time.Now()
	for range n {
		go func() {
			ready <- true
			<-gate
		}()
		<-ready
	}
	fmt.Printf("start a goroutine that parks\t%.2f\n", float64(time.Since(start).Nanoseconds())/n)
	fmt.Printf("bytes of a parked goroutine\t%.0f\n", float64(resident()-before)/n)
	close(gate)
}
