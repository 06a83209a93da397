// Package oserror holds the portable system errors that io/fs, os and syscall share.
package oserror

import "errors"

// The errors of a file system; see io/fs.
var (
	ErrInvalid    = errors.New("invalid argument")
	ErrPermission = errors.New("permission denied")
	ErrExist      = errors.New("file already exists")
	ErrNotExist   = errors.New("file does not exist")
	ErrClosed     = errors.New("file already closed")
)
