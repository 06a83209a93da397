package os

import (
	"internal/settings"
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
	changed(key, value)
	return nil
}

// changed tells of the new value of a variable who follows it.
func changed(key, value string) {
	if key == "GODEBUG" {
		settings.Set(value)
	}
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
	changed(key, "")
	return nil
}

// Environ returns a copy of the environment, entries of the form "name=value".
func Environ() []string {
	lockEnv()
	defer environment.mu.Unlock()
	return append([]string(nil), environment.list...)
}

// Clearenv removes all environment variables.
func Clearenv() {
	lockEnv()
	defer environment.mu.Unlock()
	environment.list = nil
	settings.Set("")
}

// ExpandEnv replaces ${var} and $var by the values of environment variables.
func ExpandEnv(s string) string { return Expand(s, Getenv) }

// Expand replaces ${var} and $var by what mapping returns for the name. A dollar without a name stays;
// what cannot be a reference, such as "${", is dropped.
func Expand(s string, mapping func(string) string) string {
	var out []byte
	done, found := 0, false
	for i := 0; i+1 < len(s); i++ {
		if s[i] != '$' {
			continue
		}
		found = true
		out = append(out, s[done:i]...)
		name, n := variableName(s[i+1:])
		switch {
		case name != "":
			out = append(out, mapping(name)...)
		case n == 0:
			out = append(out, '$')
		}
		i += n
		done = i + 1
	}
	if !found {
		return s
	}
	return string(out) + s[done:]
}

// variableName returns the name that s, behind a dollar, begins with, and the bytes that belong to it.
func variableName(s string) (name string, n int) {
	if s[0] == '{' {
		if len(s) > 2 && isSpecial(s[1]) && s[2] == '}' {
			return s[1:2], 3
		}
		for i := 1; i < len(s); i++ {
			if s[i] == '}' {
				if i == 1 {
					return "", 2
				}
				return s[1:i], i + 1
			}
		}
		return "", 1
	}
	if isSpecial(s[0]) {
		return s[:1], 1
	}
	for n < len(s) && isWord(s[n]) {
		n++
	}
	return s[:n], n
}

// isSpecial reports whether c is a variable of the shell such as $*.
func isSpecial(c byte) bool {
	switch c {
	case '*', '#', '$', '@', '!', '?', '-':
		return true
	}
	return '0' <= c && c <= '9'
}

func isWord(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}
