package settings

import (
	"errors"
	"fmt"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

func glob(r *reader, n *node) (string, bool) { return checked(checkGlob)(r, n) }

func checkGlob(pattern string) error {
	if pattern == "" || !doublestar.ValidatePattern(pattern) {
		return fmt.Errorf("the pattern %q is malformed", pattern)
	}
	return nil
}

// overridePath is for files below the folder of the settings file, and for no others.
func overridePath(r *reader, n *node) (string, bool) {
	return checked(func(pattern string) error {
		switch {
		case strings.HasSuffix(pattern, "/"):
			return fmt.Errorf("the pattern %q matches no file; did you mean %q?", pattern, pattern+"**")
		case strings.HasPrefix(pattern, "/"), strings.HasPrefix(pattern, "./"), strings.HasPrefix(pattern, "../"):
			return errors.New("patterns are for paths below the folder of the settings file, without / or . or .. before them")
		}
		return checkGlob(pattern)
	})(r, n)
}

// matchesAny tells whether one of the patterns matches a path with slashes, or, if the
// pattern has none, the name at its end.
func matchesAny(patterns []string, path string) bool {
	for _, p := range patterns {
		subject := path
		if !strings.Contains(p, "/") {
			subject = path[strings.LastIndexByte(path, '/')+1:]
		}
		if matched, err := doublestar.Match(p, subject); err == nil && matched {
			return true
		}
	}
	return false
}
