package os

import (
	"errors"
	"syscall"
	"time"
)

// A Signal is a signal of the operating system; those of package syscall are.
type Signal interface {
	String() string
	Signal() // tells signals from other Stringers
}

// The signals that every system has.
var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)

var (
	// ErrProcessDone says that a process has ended.
	ErrProcessDone = errors.New("os: process already finished")
	// ErrNoHandle says that there is no handle of a process.
	ErrNoHandle = errors.New("os: process handle unavailable")

	errReleased = errors.New("os: process already released")
)

// A Process is a process that StartProcess started or FindProcess found.
type Process struct {
	Pid  int
	done bool // it was waited for
}

// ProcAttr are the attributes of a new process.
type ProcAttr struct {
	Dir   string   // current directory; "" for the caller's
	Env   []string // environment; nil for the caller's
	Files []*File  // standard input, output and error, and more; nil for closed ones
	Sys   *syscall.SysProcAttr
}

// StartProcess starts a program with the arguments argv, the first of which is its name.
func StartProcess(name string, argv []string, attr *ProcAttr) (*Process, error) {
	sys := syscall.ProcAttr{}
	if attr != nil {
		if attr.Dir != "" {
			// The error is better understood than the new process's.
			if _, err := Stat(attr.Dir); err != nil && (attr.Sys == nil || attr.Sys.Chroot == "") {
				pe := err.(*PathError)
				pe.Op = "chdir"
				return nil, pe
			}
		}
		sys.Dir, sys.Env, sys.Sys = attr.Dir, attr.Env, attr.Sys
		for _, f := range attr.Files {
			if f != nil && f.kind == nonblocking {
				// The program expects to wait.
				syscall.SetNonblock(f.fd, false)
				f.kind = waitingKind
			}
			sys.Files = append(sys.Files, f.Fd())
		}
	}
	if sys.Env == nil {
		sys.Env = Environ()
	}
	pid, _, err := syscall.StartProcess(name, argv, &sys)
	if err != nil {
		return nil, &PathError{"fork/exec", name, err}
	}
	return &Process{Pid: pid}, nil
}

// FindProcess returns the process with a number. It always succeeds; whether there is one is seen when
// it is sent a signal.
func FindProcess(pid int) (*Process, error) { return &Process{Pid: pid}, nil }

// Release gives up p.
func (p *Process) Release() error {
	p.Pid = -1
	return nil
}

// Kill ends the process at once.
func (p *Process) Kill() error { return p.Signal(Kill) }

// Signal sends a signal to the process.
func (p *Process) Signal(sig Signal) error {
	switch {
	case p == nil || p.Pid == 0:
		return errors.New("os: process not initialized")
	case p.Pid == -1:
		return errReleased
	case p.done:
		return ErrProcessDone
	}
	s, ok := sig.(syscall.Signal)
	if !ok {
		return errors.New("os: unsupported signal type")
	}
	if err := syscall.Kill(p.Pid, s); err != nil {
		if err == syscall.ESRCH {
			return ErrProcessDone
		}
		return err
	}
	return nil
}

// WithHandle calls f with a handle of the process; there are none here.
func (p *Process) WithHandle(f func(handle uintptr)) error { return ErrNoHandle }

// Wait waits until the process, a child, ends.
func (p *Process) Wait() (*ProcessState, error) {
	switch {
	case p == nil || p.Pid == -1:
		return nil, syscall.EINVAL
	case p.done:
		return nil, NewSyscallError("wait", syscall.ECHILD)
	}
	s := new(ProcessState)
	// Other goroutines run meanwhile.
	for pause := 20_000; ; pause = min(2*pause, 1_000_000) {
		pid, err := syscall.Wait4(p.Pid, &s.status, syscall.WNOHANG, &s.usage)
		if err == syscall.EINTR {
			continue
		}
		if err != nil {
			return nil, NewSyscallError("waitid", err) // what gc waits with
		}
		if pid != 0 {
			p.done = true
			s.pid = pid
			return s, nil
		}
		syscall.Pause(pause)
	}
}

// A ProcessState tells how a process ended.
type ProcessState struct {
	pid    int
	status syscall.WaitStatus
	usage  syscall.Rusage
}

// Pid returns the number of the process.
func (p *ProcessState) Pid() int { return p.pid }

// Exited reports whether the program ended by itself.
func (p *ProcessState) Exited() bool { return p.status.Exited() }

// Success reports whether it ended with status 0.
func (p *ProcessState) Success() bool { return p.status.ExitStatus() == 0 }

// Sys returns the syscall.WaitStatus.
func (p *ProcessState) Sys() any { return p.status }

// SysUsage returns the *syscall.Rusage.
func (p *ProcessState) SysUsage() any { return &p.usage }

// UserTime returns the time that the process computed.
func (p *ProcessState) UserTime() time.Duration { return time.Duration(p.usage.Utime.Nano()) }

// SystemTime returns the time that the system computed for the process.
func (p *ProcessState) SystemTime() time.Duration { return time.Duration(p.usage.Stime.Nano()) }

// ExitCode returns the status, -1 if a signal ended the process or p is nil.
func (p *ProcessState) ExitCode() int {
	if p == nil {
		return -1
	}
	return p.status.ExitStatus()
}

func (p *ProcessState) String() string {
	if p == nil {
		return "<nil>"
	}
	text := ""
	switch status := p.status; {
	case status.Exited():
		text = "exit status " + decimal(status.ExitStatus())
	case status.Signaled():
		text = "signal: " + status.Signal().String()
	case status.Stopped():
		text = "stop signal: " + status.StopSignal().String()
		if status.StopSignal() == syscall.SIGTRAP && status.TrapCause() != 0 {
			text += " (trap " + decimal(status.TrapCause()) + ")"
		}
	case status.Continued():
		text = "continued"
	}
	if p.status.CoreDump() {
		text += " (core dumped)"
	}
	return text
}

func decimal(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return decimal(n/10) + string(rune('0'+n%10))
}
