package main

import (
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"

	"klartext/internal/manual"
)

// TestManualIsTheSameEverywhere, whatever the defaults of flags are made of.
func TestManualIsTheSameEverywhere(t *testing.T) {
	t.Setenv("LC_ALL", "C")
	here := manual.Pages(newRootCommand(&replacer{}), manual.Options{})
	cores := runtime.GOMAXPROCS(0)
	runtime.GOMAXPROCS(cores + 1)
	defer runtime.GOMAXPROCS(cores)
	t.Setenv("LC_ALL", "de_DE.UTF-8")
	assert.Equal(t, here, manual.Pages(newRootCommand(&replacer{}), manual.Options{}))
}
