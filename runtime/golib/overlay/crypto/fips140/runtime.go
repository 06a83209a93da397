package fips140

import (
	_ "unsafe" // for linkname
)

// Enforcement is never on, since FIPS mode needs the sums that gc's linker makes; so it is never bypassed either.

//go:linkname startBypass crypto/fips140.setBypass
func startBypass() {}

//go:linkname bypassing crypto/fips140.isBypassed
func bypassing() bool { return false }

//go:linkname endBypass crypto/fips140.unsetBypass
func endBypass() {}
