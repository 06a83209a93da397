package os

import "syscall"

// Args are the arguments of the process, the program's name first.
var Args = syscall.Args()

// Exit ends the process with the given status. Deferred calls do not run.
func Exit(code int) { syscall.Exit(code) }

// Getpagesize returns the size of a memory page.
func Getpagesize() int { return 4096 }
