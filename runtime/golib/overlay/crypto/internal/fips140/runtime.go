package fips140

import (
	_ "unsafe" // for linkname
)

//go:linkname fatal runtime.fatal

// gc has an indicator for each goroutine; whether a service was approved is asked only in FIPS mode, which needs the sums
// that gc's linker makes.

//go:linkname indicator crypto/internal/fips140.getIndicator
func indicator() uint8 { return 0 }

//go:linkname indicate crypto/internal/fips140.setIndicator
func indicate(uint8) {}
