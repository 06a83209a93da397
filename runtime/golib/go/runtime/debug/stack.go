package debug

import (
	"os"
	"runtime"
)

// PrintStack prints to standard error the stack trace that Stack returns.
func PrintStack() { os.Stderr.Write(Stack()) }

// Stack returns a stack trace of the calling goroutine.
func Stack() []byte {
	buf := make([]byte, 1024)
	for {
		n := runtime.Stack(buf, false)
		if n < len(buf) {
			return buf[:n]
		}
		buf = make([]byte, 2*len(buf))
	}
}
