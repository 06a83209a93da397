package os

import (
	"sync"
	"syscall"
)

// environment is the process's environment; it is read when it is first asked for.
var environment struct {
	mu     sync.Mutex
	loaded bool
	list   []string // "name=value"
}

// lockEnv locks the environment and makes sure that it is loaded.
func lockEnv() {
	environment.mu.Lock()
	if !environment.loaded {
		environment.list = syscall.Environ()
		environment.loaded = true
	}
}

// findEnv returns the index of the variable key, -1 if it is not set.
func findEnv(key string) int {
	for i, entry := range environment.list {
		if len(entry) > len(key) && entry[len(key)] == '=' && entry[:len(key)] == key {
			return i
		}
	}
	return -1
}

// LookupEnv returns the value of the environment variable key and whether it is set.
func LookupEnv(key string) (string, bool) {
	if key == "" {
		return "", false
	}
	lockEnv()
	defer environment.mu.Unlock()
	if i := findEnv(key); i >= 0 {
		return environment.list[i][len(key)+1:], true
	}
	return "", false
}

// Getenv returns the value of the environment variable key, "" if it is not set.
func Getenv(key string) string {
	value, _ := LookupEnv(key)
	return value
}

// Setenv sets an environment variable.
func Setenv(key, value string) error {
	if !validEnv(key, value) {
		return &SyscallError{"setenv", syscall.EINVAL}
	}
	lockEnv()
	defer environment.mu.Unlock()
	entry := key + "=" + value
	if i := findEnv(key); i >= 0 {
		environment.list[i] = entry
	} else {
		environment.list = append(environment.list, entry)
	}
	return nil
}

func validEnv(key, value string) bool {
	for i := 0; i < len(key); i++ {
		if key[i] == '=' || key[i] == 0 {
			return false
		}
	}
	for i := 0; i < len(value); i++ {
		if value[i] == 0 {
			return false
		}
	}
	return key != ""
}

// Unsetenv removes an environment variable.
func Unsetenv(key string) error {
	lockEnv()
	defer environment.mu.Unlock()
	if i := findEnv(key); i >= 0 {
		environment.list = append(environment.list[:i:i], environment.list[i+1:]...)
	}
	return nil
}

// Environ returns a copy of the environment, entries of the form "name=value".
func Environ() []string {
	lockEnv()
	defer environment.mu.Unlock()
	return append([]string(nil), environment.list...)
}
