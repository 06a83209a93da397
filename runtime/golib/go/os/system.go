package os

import (
	"errors"
	"syscall"
)

// Hostname returns the name of the machine.
func Hostname() (name string, err error) {
	name, err = syscall.Nodename()
	return name, NewSyscallError("uname", err)
}

// Executable returns the path of the running program.
func Executable() (string, error) {
	path, err := Readlink("/proc/self/exe")
	const gone = " (deleted)"
	if n := len(path) - len(gone); n > 0 && path[n:] == gone {
		path = path[:n]
	}
	return path, err
}

// Getpid returns the number of the process.
func Getpid() int { return syscall.Getpid() }

// Getppid returns the number of the parent process.
func Getppid() int { return syscall.Getppid() }

// Getuid returns the user of the process.
func Getuid() int { return syscall.Getuid() }

// Geteuid returns the user whose rights the process has.
func Geteuid() int { return syscall.Geteuid() }

// Getgid returns the group of the process.
func Getgid() int { return syscall.Getgid() }

// Getegid returns the group whose rights the process has.
func Getegid() int { return syscall.Getegid() }

// Getgroups returns the groups that the user belongs to.
func Getgroups() ([]int, error) {
	groups, err := syscall.Getgroups()
	return groups, NewSyscallError("getgroups", err)
}

// UserHomeDir returns $HOME.
func UserHomeDir() (string, error) {
	if home := Getenv("HOME"); home != "" {
		return home, nil
	}
	return "", errors.New("$HOME is not defined")
}

// UserCacheDir returns $XDG_CACHE_HOME or $HOME/.cache.
func UserCacheDir() (string, error) { return userDir("XDG_CACHE_HOME", "/.cache") }

// UserConfigDir returns $XDG_CONFIG_HOME or $HOME/.config.
func UserConfigDir() (string, error) { return userDir("XDG_CONFIG_HOME", "/.config") }

func userDir(variable, below string) (string, error) {
	dir := Getenv(variable)
	if dir == "" {
		home := Getenv("HOME")
		if home == "" {
			return "", errors.New("neither $" + variable + " nor $HOME are defined")
		}
		return home + below, nil
	}
	if dir[0] != '/' {
		return "", errors.New("path in $" + variable + " is relative")
	}
	return dir, nil
}
