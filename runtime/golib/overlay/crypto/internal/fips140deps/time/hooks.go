package time

import (
	_ "unsafe" // for linkname
)

//go:linkname monoTime sync.runtime_nanotime
