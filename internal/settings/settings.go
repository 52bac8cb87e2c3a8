// Package settings reads klartext.toml: which settings there are, which file holds
// those for an input, and where each value in force comes from.
package settings

import (
	"regexp"
	"runtime"

	"klartext/normalize/words"
)

// Settings are the values in force for one input, each with its origin. A value that
// nobody has set is the default, see [Value.IsSet].
type Settings struct {
	// Mode says how sure to be of a change.
	Mode Value[words.Mode]
	// Era is the spelling of the text.
	Era Value[words.Era]
	// Encoding is that of the input; "" has it detected.
	Encoding Value[string]
	// Only and Skip are names of fixers: those to run, if any, and those to leave out.
	Only, Skip Value[[]string]
	// FoldLongS writes s for the long s.
	FoldLongS Value[bool]
	// KeepOriginal stores the former reading of a word in ALTO, PAGE and hOCR.
	KeepOriginal Value[bool]
	// Provenance records in ALTO, PAGE and hOCR that klartext changed the file.
	Provenance Value[bool]
	// Include and Exclude are patterns for the files of a folder, as of batch.Walk.
	Include, Exclude Value[[]string]
	// Jobs is how many files are cleaned at a time, 1 to 1024.
	Jobs Value[int]
	// Profiles are paths of profiles.
	Profiles Value[[]string]
	// Model is the path of a language model of the domain, or "".
	Model Value[string]
	// Dictionary is the table [dictionary].
	Dictionary Dictionary
	// Check is the table [check].
	Check Check
}

// Dictionary says which words are right, and what stands for what. Overrides add to
// its lists.
type Dictionary struct {
	// Files are paths of lists of words.
	Files Values[string]
	// Words are right as they are.
	Words Values[string]
	// Protect are expressions; what they match is not changed. None of them matches
	// the empty text.
	Protect Values[*regexp.Regexp]
	// Replace are replacements to make or to suggest.
	Replace Values[Replacement]
}

// Replacement writes After for Before.
type Replacement struct {
	// Before is not empty and differs from After.
	Before, After string
	// Reason, if there is one, has the replacement suggested only.
	Reason string
}

// Check is about what klartext check finds.
type Check struct {
	// Output is the name of the format of the findings.
	Output Value[string]
	// MinConfidence is from what confidence, 0 to 1, something is a finding.
	MinConfidence Value[float64]
	// MaxFindings is up to how many findings a check passes, at least 0.
	MaxFindings Value[int]
	// FailRate is up to what share of findings a check passes.
	FailRate Value[Percent]
	// Baseline is the path of the findings that are known already, or "".
	Baseline Value[string]
	// Disable are rules (typography/quotes), or fixers with all of their rules.
	Disable Value[[]string]
}

// Percent is a share in hundredths, 0 to 100.
type Percent float64

// Defaults are the settings where nobody sets any. Jobs is the number of processors.
func Defaults() Settings {
	return Settings{
		Mode:       Value[words.Mode]{Value: words.Balanced},
		Era:        Value[words.Era]{Value: words.EraAuto},
		Provenance: Value[bool]{Value: true},
		Jobs:       Value[int]{Value: min(runtime.GOMAXPROCS(0), mostJobs)},
		Check: Check{
			Output:        Value[string]{Value: "human"},
			MinConfidence: Value[float64]{Value: 0.45},
		},
	}
}
