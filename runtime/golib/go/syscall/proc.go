package syscall

import "unsafe"

// A Signal is a number of a signal.
type Signal int

// The signals.
const (
	SIGHUP    = Signal(1)
	SIGINT    = Signal(2)
	SIGQUIT   = Signal(3)
	SIGILL    = Signal(4)
	SIGTRAP   = Signal(5)
	SIGABRT   = Signal(6)
	SIGIOT    = SIGABRT
	SIGBUS    = Signal(7)
	SIGFPE    = Signal(8)
	SIGKILL   = Signal(9)
	SIGUSR1   = Signal(10)
	SIGSEGV   = Signal(11)
	SIGUSR2   = Signal(12)
	SIGPIPE   = Signal(13)
	SIGALRM   = Signal(14)
	SIGTERM   = Signal(15)
	SIGSTKFLT = Signal(16)
	SIGCHLD   = Signal(17)
	SIGCLD    = SIGCHLD
	SIGCONT   = Signal(18)
	SIGSTOP   = Signal(19)
	SIGTSTP   = Signal(20)
	SIGTTIN   = Signal(21)
	SIGTTOU   = Signal(22)
	SIGURG    = Signal(23)
	SIGXCPU   = Signal(24)
	SIGXFSZ   = Signal(25)
	SIGVTALRM = Signal(26)
	SIGPROF   = Signal(27)
	SIGWINCH  = Signal(28)
	SIGIO     = Signal(29)
	SIGPOLL   = SIGIO
	SIGPWR    = Signal(30)
	SIGSYS    = Signal(31)
	SIGUNUSED = SIGSYS
)

var signalTexts = [...]string{
	SIGHUP:    "hangup",
	SIGINT:    "interrupt",
	SIGQUIT:   "quit",
	SIGILL:    "illegal instruction",
	SIGTRAP:   "trace/breakpoint trap",
	SIGABRT:   "aborted",
	SIGBUS:    "bus error",
	SIGFPE:    "floating point exception",
	SIGKILL:   "killed",
	SIGUSR1:   "user defined signal 1",
	SIGSEGV:   "segmentation fault",
	SIGUSR2:   "user defined signal 2",
	SIGPIPE:   "broken pipe",
	SIGALRM:   "alarm clock",
	SIGTERM:   "terminated",
	SIGSTKFLT: "stack fault",
	SIGCHLD:   "child exited",
	SIGCONT:   "continued",
	SIGSTOP:   "stopped (signal)",
	SIGTSTP:   "stopped",
	SIGTTIN:   "stopped (tty input)",
	SIGTTOU:   "stopped (tty output)",
	SIGURG:    "urgent I/O condition",
	SIGXCPU:   "CPU time limit exceeded",
	SIGXFSZ:   "file size limit exceeded",
	SIGVTALRM: "virtual timer expired",
	SIGPROF:   "profiling timer expired",
	SIGWINCH:  "window changed",
	SIGIO:     "I/O possible",
	SIGPWR:    "power failure",
	SIGSYS:    "bad system call",
}

// Signal does nothing but tell signals from other types.
func (s Signal) Signal() {}

func (s Signal) String() string {
	if 0 < s && int(s) < len(signalTexts) {
		return signalTexts[s]
	}
	return "signal " + itoa(int(s))
}

// A WaitStatus tells how a process ended or stopped.
type WaitStatus uint32

func (w WaitStatus) Exited() bool    { return w&0x7f == 0 }
func (w WaitStatus) Signaled() bool  { return w&0x7f != 0x7f && w&0x7f != 0 }
func (w WaitStatus) Stopped() bool   { return w&0xff == 0x7f }
func (w WaitStatus) Continued() bool { return w == 0xffff }
func (w WaitStatus) CoreDump() bool  { return w.Signaled() && w&0x80 != 0 }

// ExitStatus returns the status of a process that exited, else -1.
func (w WaitStatus) ExitStatus() int {
	if !w.Exited() {
		return -1
	}
	return int(w>>8) & 0xff
}

// Signal returns the signal that ended the process, else -1.
func (w WaitStatus) Signal() Signal {
	if !w.Signaled() {
		return -1
	}
	return Signal(w & 0x7f)
}

// StopSignal returns the signal that stopped the process, else -1.
func (w WaitStatus) StopSignal() Signal {
	if !w.Stopped() {
		return -1
	}
	return Signal(w>>8) & 0xff
}

// TrapCause returns why a traced process trapped, else -1.
func (w WaitStatus) TrapCause() int {
	if w.StopSignal() != SIGTRAP {
		return -1
	}
	return int(w>>8) >> 8
}

// A Rusage has the resources that a process used.
type Rusage struct {
	Utime    Timeval
	Stime    Timeval
	Maxrss   int64
	Ixrss    int64
	Idrss    int64
	Isrss    int64
	Minflt   int64
	Majflt   int64
	Nswap    int64
	Inblock  int64
	Oublock  int64
	Msgsnd   int64
	Msgrcv   int64
	Nsignals int64
	Nvcsw    int64
	Nivcsw   int64
}

// WNOHANG makes Wait4 return at once.
const WNOHANG = 1

// Wait4 waits for a child to end.
func Wait4(pid int, status *WaitStatus, options int, usage *Rusage) (int, error) {
	var w uint32
	n, err := call(sysWait4, uintptr(pid), uintptr(unsafe.Pointer(&w)), uintptr(options),
		uintptr(unsafe.Pointer(usage)), 0, 0)
	*status = WaitStatus(w)
	return n, err
}

// Kill sends a signal to a process.
func Kill(pid int, sig Signal) error {
	_, err := call(sysKill, uintptr(pid), uintptr(sig), 0, 0, 0, 0)
	return err
}

// SysProcAttr are attributes of a new process that depend on the system.
type SysProcAttr struct {
	Chroot  string // root directory
	Setsid  bool   // a session of its own
	Setpgid bool   // a process group: Pgid, or one of its own
	Pgid    int
}

// ProcAttr are attributes of a new process.
type ProcAttr struct {
	Dir   string    // current directory
	Env   []string  // environment
	Files []uintptr // descriptors 0, 1, …
	Sys   *SysProcAttr
}

func pointers(list []string) ([]*byte, error) {
	out := make([]*byte, len(list)+1)
	for i, s := range list {
		p, err := BytePtrFromString(s)
		if err != nil {
			return nil, err
		}
		out[i] = p
	}
	return out, nil
}

// child is what the new process needs; all is prepared before it begins.
type child struct {
	path, dir, root *byte
	argv, envv      []*byte
	files           []uintptr
	sys             SysProcAttr
	report          uintptr // the descriptor that an error is written to
}

// StartProcess starts a process and returns its number. If the program cannot be executed, the
// process ends and the error is returned.
func StartProcess(argv0 string, argv []string, attr *ProcAttr) (pid int, handle uintptr, err error) {
	var c child
	if attr == nil {
		attr = new(ProcAttr)
	}
	if c.path, err = BytePtrFromString(argv0); err != nil {
		return 0, 0, err
	}
	if c.argv, err = pointers(argv); err != nil {
		return 0, 0, err
	}
	env := attr.Env
	if env == nil {
		env = Environ()
	}
	if c.envv, err = pointers(env); err != nil {
		return 0, 0, err
	}
	if attr.Dir != "" {
		if c.dir, err = BytePtrFromString(attr.Dir); err != nil {
			return 0, 0, err
		}
	}
	if attr.Sys != nil {
		c.sys = *attr.Sys
		if c.sys.Chroot != "" {
			if c.root, err = BytePtrFromString(c.sys.Chroot); err != nil {
				return 0, 0, err
			}
		}
	}
	c.files = append([]uintptr(nil), attr.Files...)
	var pipe [2]int32
	if err := Pipe2(&pipe, O_CLOEXEC); err != nil {
		return 0, 0, err
	}
	c.report = uintptr(pipe[1])
	pid = syscall6(sysFork, 0, 0, 0, 0, 0, 0)
	if pid == 0 {
		c.run()
	}
	Close(int(pipe[1]))
	if pid < 0 {
		Close(int(pipe[0]))
		return 0, 0, Errno(-pid)
	}
	var number [8]byte
	n, _ := Read(int(pipe[0]), number[:])
	Close(int(pipe[0]))
	if n != len(number) {
		return pid, 0, nil
	}
	var status WaitStatus
	for {
		if _, err := Wait4(pid, &status, 0, nil); err != EINTR {
			break
		}
	}
	return 0, 0, *(*Errno)(unsafe.Pointer(&number))
}

// run is the new process, a copy of the old one that has this goroutine only. It executes the program
// or reports why it cannot.
func (c *child) run() {
	e := c.prepare()
	if e >= 0 {
		e = syscall6(sysExecve, uintptr(unsafe.Pointer(c.path)), uintptr(unsafe.Pointer(&c.argv[0])),
			uintptr(unsafe.Pointer(&c.envv[0])), 0, 0, 0)
	}
	number := Errno(-e)
	syscall6(1, c.report, uintptr(unsafe.Pointer(&number)), unsafe.Sizeof(number), 0, 0, 0)
	for {
		syscall6(sysExit, 253, 0, 0, 0, 0, 0)
	}
}

// prepare sets the attributes and returns a negated error number if it fails.
func (c *child) prepare() int {
	if c.sys.Setsid {
		if e := syscall6(sysSetsid, 0, 0, 0, 0, 0, 0); e < 0 {
			return e
		}
	}
	if c.sys.Setpgid {
		if e := syscall6(sysSetpgid, 0, uintptr(c.sys.Pgid), 0, 0, 0, 0); e < 0 {
			return e
		}
	}
	if c.root != nil {
		if e := syscall6(sysChroot, uintptr(unsafe.Pointer(c.root)), 0, 0, 0, 0, 0); e < 0 {
			return e
		}
	}
	if c.dir != nil {
		if e := syscall6(sysChdir, uintptr(unsafe.Pointer(c.dir)), 0, 0, 0, 0, 0); e < 0 {
			return e
		}
	}
	// Files, and the one for the report, are moved above all numbers that they will get.
	n := uintptr(len(c.files))
	e := syscall6(sysFcntl, c.report, F_DUPFD_CLOEXEC, n, 0, 0, 0)
	if e < 0 {
		return e
	}
	c.report = uintptr(e)
	for i, file := range c.files {
		if file < n && int(file) >= 0 {
			if e = syscall6(sysFcntl, file, F_DUPFD_CLOEXEC, n, 0, 0, 0); e < 0 {
				return e
			}
			c.files[i] = uintptr(e)
		}
	}
	for i, file := range c.files {
		if int(file) < 0 {
			Close(i)
			continue
		}
		if e = syscall6(sysDup3, file, uintptr(i), 0, 0, 0, 0); e < 0 {
			return e
		}
	}
	return 0
}

// Exec replaces the program of the process.
func Exec(argv0 string, argv []string, envv []string) error {
	path, err := BytePtrFromString(argv0)
	if err != nil {
		return err
	}
	args, err := pointers(argv)
	if err != nil {
		return err
	}
	env, err := pointers(envv)
	if err != nil {
		return err
	}
	_, err = call(sysExecve, uintptr(unsafe.Pointer(path)), uintptr(unsafe.Pointer(&args[0])),
		uintptr(unsafe.Pointer(&env[0])), 0, 0, 0)
	return err
}
