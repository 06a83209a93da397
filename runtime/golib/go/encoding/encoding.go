// Package encoding declares interfaces of values that have a text or a binary form.
package encoding

// A BinaryMarshaler returns its binary form.
type BinaryMarshaler interface {
	MarshalBinary() (data []byte, err error)
}

// A BinaryUnmarshaler is set from a binary form, which it must copy if it keeps it.
type BinaryUnmarshaler interface {
	UnmarshalBinary(data []byte) error
}

// A BinaryAppender appends its binary form to b.
type BinaryAppender interface {
	AppendBinary(b []byte) ([]byte, error)
}

// A TextMarshaler returns its text form in UTF-8.
type TextMarshaler interface {
	MarshalText() (text []byte, err error)
}

// A TextUnmarshaler is set from a text form, which it must copy if it keeps it.
type TextUnmarshaler interface {
	UnmarshalText(text []byte) error
}

// A TextAppender appends its text form to b.
type TextAppender interface {
	AppendText(b []byte) ([]byte, error)
}
