package main

import (
	"os"
	"runtime/debug"
)

// garbagePercent is how much memory may be garbage, in per cent of what is in use,
// before it is collected. What is in use is mostly caches, which hardly change, so
// that collecting twice as often as usual costs nothing that can be measured, and
// the most that is taken for a long stream falls by a third.
const garbagePercent = 50

// collectGarbage sets when garbage is collected, unless the user has by GOGC.
func collectGarbage() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbagePercent)
	}
}
