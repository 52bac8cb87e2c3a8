package findings

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// sarif is one log in the format SARIF 2.1.0, errata 01. The rules come before the
// results and are known only at the end, so that the results wait in memory.
type sarif struct {
	output
	options  Options
	cursor   cursor
	seen     occurrences
	results  []sarifResult
	failures []sarifNotification
}

func newSARIF(w io.Writer, o Options) Writer {
	return &sarif{output: output{w}, options: o, results: []sarifResult{}, failures: []sarifNotification{}}
}

func (s *sarif) Write(f Finding) error {
	at := s.cursor.locate(f)
	s.results = append(s.results, sarifResultOf(f, at, s.seen.fingerprint(f, at)))
	return nil
}

func (s *sarif) File(string, int, int) error { return nil }

func (s *sarif) Fail(path string, err error) error {
	s.failures = append(s.failures, sarifNotification{
		Level: "error", Message: sarifText(visible(err.Error())),
		Locations: []sarifLocation{{sarifPhysical{ArtifactLocation: sarifArtifactOf(path)}}},
	})
	return nil
}

func (s *sarif) Close() error {
	rules := s.rules()
	for i := range s.results {
		r := &s.results[i]
		r.RuleIndex, _ = slices.BinarySearchFunc(rules, r.RuleID, sarifRule.compare)
	}
	encoder := json.NewEncoder(s.w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(s.log(rules)); err != nil {
		return fmt.Errorf("writing the findings: %w", err)
	}
	return nil
}

// rules are those that found something, by their id.
func (s *sarif) rules() []sarifRule {
	ids := make(map[string]bool)
	for _, r := range s.results {
		ids[r.RuleID] = true
	}
	rules := []sarifRule{}
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		text := s.options.Rules[id]
		if text == "" {
			text = "found by the rule " + id
		}
		r := sarifRule{ID: id, ShortDescription: sarifText(text)}
		r.DefaultConfiguration.Level = sarifLevel
		rules = append(rules, r)
	}
	return rules
}

// compare is for rules sorted by id.
func (r sarifRule) compare(id string) int { return strings.Compare(r.ID, id) }

func (s *sarif) log(rules []sarifRule) sarifLog {
	driver := sarifDriver{Name: "klartext", Version: s.options.Version, InformationURI: s.options.URL, Rules: rules}
	return sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs: []sarifRun{{
			Tool: sarifTool{driver}, ColumnKind: "utf16CodeUnits", Results: s.results,
			Invocations: []sarifInvocation{{ExecutionSuccessful: len(s.failures) == 0, ToolExecutionNotifications: s.failures}},
		}},
	}
}
