package syscall

// The system calls return their result, or the negated error number.

//go:noescape
func write(fd int, p *byte, n int) int

//go:noescape
func read(fd int, p *byte, n int) int

// open opens the file with the NUL-terminated path.
//
//go:noescape
func open(path *byte, flags int, mode int) int

func close(fd int) int

// exit ends the process.
func exit(code int)

// runtime_args stores the arguments of the process, the program's name first.
func runtime_args(out *[]string)

// runtime_envs stores the environment of the process, entries of the form "name=value".
func runtime_envs(out *[]string)

// syscall6 makes any system call. Pointers must be to memory that does not move and stays reachable.
func syscall6(number, a, b, c, d, e, f uintptr) int

// sleep lets other goroutines run for so many nanoseconds.
func sleep(ns int)
