package abi

// Calls through reflection lay out arguments and results in memory; package reflect's own file abi.go says how they get from
// there to registers and back.
const (
	IntArgRegs            = 0
	FloatArgRegs          = 0
	EffectiveFloatRegSize = 0
)
