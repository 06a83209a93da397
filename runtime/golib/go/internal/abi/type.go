// Package abi declares the layout of type descriptors, interface tables and interface values.
//
// The layout is that of gc 1.27's package of the same name, so that code written against gc's
// descriptors reads ours. The compiler emits the descriptors as read-only data.
package abi

import "unsafe"

// A Kind says which family of types a descriptor belongs to. The zero Kind is not valid.
type Kind uint8

// The kinds, numbered as in gc.
const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

// TFlag holds extra facts about a type.
type TFlag uint8

// The bits of a TFlag.
const (
	TFlagUncommon       TFlag = 1 << iota // an UncommonType follows the descriptor
	TFlagExtraStar                        // the name string has a leading '*' that is not part of it
	TFlagNamed                            // the type has a name
	TFlagRegularMemory                    // equal values have equal bytes
	TFlagGCMaskOnDemand                   // GCData points to a pointer to the mask
	TFlagDirectIface                      // an interface's data word holds the value itself
)

// NameOff, TypeOff and TextOff are 32-bit references to a name, a type and a function.
type (
	NameOff int32
	TypeOff int32
	TextOff int32
)

// Type is the common head of every type descriptor.
type Type struct {
	Size_       uintptr
	PtrBytes    uintptr // length of the prefix that holds pointers
	Hash        uint32
	TFlag       TFlag
	Align_      uint8
	FieldAlign_ uint8
	Kind_       Kind
	Equal       func(unsafe.Pointer, unsafe.Pointer) bool // nil: not comparable
	GCData      *byte
	Str         NameOff
	PtrToThis   TypeOff // may be zero
}

// ArrayType describes [Len]Elem.
type ArrayType struct {
	Type
	Elem  *Type
	Slice *Type
	Len   uintptr
}

// ChanDir is a channel direction.
type ChanDir int

// The channel directions.
const (
	RecvDir ChanDir = 1 << iota
	SendDir
	BothDir = RecvDir | SendDir
)

// ChanType describes a channel type.
type ChanType struct {
	Type
	Elem *Type
	Dir  ChanDir
}

// FuncType describes a function type; the parameter and result types follow it (and its
// UncommonType) as an array of *Type.
type FuncType struct {
	Type
	InCount  uint16
	OutCount uint16 // the top bit says that the last parameter is variadic
}

// Imethod is a method of an interface type.
type Imethod struct {
	Name NameOff
	Typ  TypeOff
}

// InterfaceType describes an interface type; Methods is sorted by name.
type InterfaceType struct {
	Type
	PkgPath Name
	Methods []Imethod
}

// MapType describes a map type.
type MapType struct {
	Type
	Key        *Type
	Elem       *Type
	Group      *Type
	Hasher     func(unsafe.Pointer, uintptr) uintptr
	GroupSize  uintptr
	KeysOff    uintptr
	KeyStride  uintptr
	ElemsOff   uintptr
	ElemStride uintptr
	ElemOff    uintptr
	Flags      uint32
}

// PtrType describes *Elem.
type PtrType struct {
	Type
	Elem *Type
}

// SliceType describes []Elem.
type SliceType struct {
	Type
	Elem *Type
}

// StructField describes one field of a struct.
type StructField struct {
	Name   Name
	Typ    *Type
	Offset uintptr
}

// StructType describes a struct type.
type StructType struct {
	Type
	PkgPath Name
	Fields  []StructField
}

// Method describes a method of a type that is not an interface.
type Method struct {
	Name NameOff
	Mtyp TypeOff // type without the receiver
	Ifn  TextOff // called through an interface: the receiver is one word
	Tfn  TextOff // called directly
}

// UncommonType follows the descriptor of a type that has a name or methods.
type UncommonType struct {
	PkgPath NameOff
	Mcount  uint16 // number of methods
	Xcount  uint16 // number of exported methods
	Moff    uint32 // offset from here to [Mcount]Method, sorted by name
	_       uint32
}

// ITab is the method table of a pair of an interface type and a concrete type.
type ITab struct {
	Inter *InterfaceType
	Type  *Type
	Hash  uint32
	Fun   [1]uintptr // as many entries as Inter has methods
}

// EmptyInterface is the layout of a value of an interface type without methods.
type EmptyInterface struct {
	Type *Type
	Data unsafe.Pointer
}

// NonEmptyInterface is the layout of a value of an interface type with methods.
type NonEmptyInterface struct {
	ITab *ITab
	Data unsafe.Pointer
}

// TypeOf returns the descriptor of the dynamic type of a, nil for a nil interface.
func TypeOf(a any) *Type {
	return (*EmptyInterface)(unsafe.Pointer(&a)).Type
}

// Kind returns the kind of t.
func (t *Type) Kind() Kind { return t.Kind_ }

// HasName reports whether t is a defined or predeclared type.
func (t *Type) HasName() bool { return t.TFlag&TFlagNamed != 0 }

// IsDirectIface reports whether an interface's data word holds the value itself.
func (t *Type) IsDirectIface() bool { return t.TFlag&TFlagDirectIface != 0 }

// String returns the type as gc prints it: package names without path, `struct { X int }`.
func (t *Type) String() string {
	s := resolveName(t, t.Str).Name()
	if t.TFlag&TFlagExtraStar != 0 {
		return s[1:]
	}
	return s
}

// PkgPath returns the import path of a named type's package, "" for other types.
func (t *Type) PkgPath() string {
	if t.TFlag&TFlagNamed == 0 {
		return ""
	}
	u := t.Uncommon()
	if u == nil {
		return ""
	}
	return resolveName(t, u.PkgPath).Name()
}

// Elem returns the element type of an array, channel, map, pointer or slice type, else nil.
func (t *Type) Elem() *Type {
	switch t.Kind_ {
	case Array:
		return (*ArrayType)(unsafe.Pointer(t)).Elem
	case Chan:
		return (*ChanType)(unsafe.Pointer(t)).Elem
	case Map:
		return (*MapType)(unsafe.Pointer(t)).Elem
	case Pointer:
		return (*PtrType)(unsafe.Pointer(t)).Elem
	case Slice:
		return (*SliceType)(unsafe.Pointer(t)).Elem
	}
	return nil
}

// IsVariadic reports whether the last parameter is variadic.
func (t *FuncType) IsVariadic() bool { return t.OutCount&(1<<15) != 0 }

// InSlice returns the parameter types.
func (t *FuncType) InSlice() []*Type { return t.parameters()[:t.InCount] }

// OutSlice returns the result types.
func (t *FuncType) OutSlice() []*Type { return t.parameters()[t.InCount:] }

func (t *FuncType) parameters() []*Type {
	behind := unsafe.Sizeof(*t)
	if t.TFlag&TFlagUncommon != 0 {
		behind += unsafe.Sizeof(UncommonType{})
	}
	n := int(t.InCount) + int(t.OutCount&(1<<15-1))
	if n == 0 {
		return nil
	}
	return unsafe.Slice((**Type)(unsafe.Add(unsafe.Pointer(t), behind)), n)
}

// size returns the size of the descriptor of t itself, without what follows it.
func (t *Type) size() uintptr {
	switch t.Kind_ {
	case Array:
		return unsafe.Sizeof(ArrayType{})
	case Chan:
		return unsafe.Sizeof(ChanType{})
	case Func:
		return unsafe.Sizeof(FuncType{})
	case Interface:
		return unsafe.Sizeof(InterfaceType{})
	case Map:
		return unsafe.Sizeof(MapType{})
	case Pointer:
		return unsafe.Sizeof(PtrType{})
	case Slice:
		return unsafe.Sizeof(SliceType{})
	case Struct:
		return unsafe.Sizeof(StructType{})
	}
	return unsafe.Sizeof(Type{})
}

// Uncommon returns the UncommonType behind the descriptor of t, or nil.
func (t *Type) Uncommon() *UncommonType {
	if t.TFlag&TFlagUncommon == 0 {
		return nil
	}
	return (*UncommonType)(unsafe.Add(unsafe.Pointer(t), t.size()))
}

// Methods returns the methods of a type that is not an interface, sorted by name.
func (t *Type) Methods() []Method {
	u := t.Uncommon()
	if u == nil || u.Mcount == 0 {
		return nil
	}
	return unsafe.Slice((*Method)(unsafe.Add(unsafe.Pointer(u), u.Moff)), int(u.Mcount))
}

// MethodName returns the name of a method of t.
func (t *Type) MethodName(off NameOff) Name { return resolveName(t, off) }

// MethodType returns the function type of a method of t.
func (t *Type) MethodType(off TypeOff) *Type { return resolveType(t, off) }
