//go:build unix

package files

import (
	"os"
	"syscall"
)

// claim locks a file for as long as this process lives, or until release is called.
// The lock is on a descriptor of its own, so that the file can be closed before it is
// renamed. The error says that the file can't be opened; that a file system has no
// locks is none: then nobody takes the file for abandoned.
func claim(path string) (release func(), err error) {
	file, err := os.Open(path)
	if err != nil {
		return func() {}, err
	}
	_ = syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	return func() { _ = file.Close() }, nil
}

// isAbandoned tells whether no process has claimed a file.
func isAbandoned(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close() // which unlocks it
	return syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil
}
