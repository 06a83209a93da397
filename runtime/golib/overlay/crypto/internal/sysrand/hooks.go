package sysrand

import (
	_ "unsafe" // for linkname
)

//go:linkname fatal runtime.fatal
