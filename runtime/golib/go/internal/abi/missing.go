package abi

import "unsafe"

// MissingMethod returns the name of the first method of the interface type inter that the type t
// lacks, "" if t implements inter. Both method lists are sorted by name, so one walk suffices.
func MissingMethod(inter *InterfaceType, t *Type) string {
	if t.Kind_ == Interface {
		return missingFromInterface(inter, (*InterfaceType)(unsafe.Pointer(t)))
	}
	methods := t.Methods()
	j := 0
	for i := range inter.Methods {
		want := &inter.Methods[i]
		name := inter.MethodName(want.Name)
		for j < len(methods) && !sameMethod(inter, name, want.Typ, t, methods[j].Name, methods[j].Mtyp) {
			j++
		}
		if j == len(methods) {
			return name.Name()
		}
		j++
	}
	return ""
}

func missingFromInterface(inter, have *InterfaceType) string {
	j := 0
	for i := range inter.Methods {
		want := &inter.Methods[i]
		name := inter.MethodName(want.Name)
		for j < len(have.Methods) && !sameMethod(inter, name, want.Typ, &have.Type, have.Methods[j].Name, have.Methods[j].Typ) {
			j++
		}
		if j == len(have.Methods) {
			return name.Name()
		}
		j++
	}
	return ""
}

// sameMethod reports whether the method of t with haveName and haveType is the method name of
// inter: names, types and for unexported names the packages must agree.
func sameMethod(inter *InterfaceType, name Name, typ TypeOff, t *Type, haveName NameOff, haveType TypeOff) bool {
	have := t.MethodName(haveName)
	if have.Name() != name.Name() || t.MethodType(haveType) != inter.MethodType(typ) {
		return false
	}
	return have.IsExported() || methodPackage(have, t) == methodPackage(name, &inter.Type)
}

func methodPackage(n Name, t *Type) string {
	if p := n.PkgPath(t); p != "" {
		return p
	}
	if t.Kind_ == Interface {
		return (*InterfaceType)(unsafe.Pointer(t)).PkgPath.Name()
	}
	if u := t.Uncommon(); u != nil {
		return resolveName(t, u.PkgPath).Name()
	}
	return ""
}
