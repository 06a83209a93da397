package settings

import _ "unsafe" // for linkname

// setPanicNil tells whether panic(nil) has the value nil: not if allowed is 0.
func setPanicNil(allowed int)

// environment stores the environment of the process.
//
//go:linkname environment syscall.runtime_envs
func environment(out *[]string)
