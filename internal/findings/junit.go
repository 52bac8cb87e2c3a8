package findings

import (
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// junit is a test suite for each file, with a failed test for each rule that found
// something there. Readers show one failure of a test, so that it lists all places.
type junit struct {
	output
	begun bool
	path  string // of the findings that wait
	rules map[string][]string
}

func newJUnit(w io.Writer, _ Options) Writer {
	return &junit{output: output{w}, rules: make(map[string][]string)}
}

// testSuite is what was found in a file.
type testSuite struct {
	XMLName  xml.Name `xml:"testsuite"`
	Name     string   `xml:"name,attr"`
	Tests    int      `xml:"tests,attr"`
	Failures int      `xml:"failures,attr"`
	Errors   int      `xml:"errors,attr"`
	Cases    []testCase
}

type testCase struct {
	XMLName xml.Name `xml:"testcase"`
	Name    string   `xml:"name,attr"`
	Class   string   `xml:"classname,attr"`
	Failure *failure `xml:"failure"`
	Error   *failure `xml:"error"`
}

type failure struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	// Places were made visible, so that nothing is in them that XML forbids.
	Places string `xml:",cdata"`
}

func (j *junit) Write(f Finding) error {
	if err := j.turnTo(f.Path); err != nil {
		return err
	}
	j.rules[f.Rule] = append(j.rules[f.Rule], briefLine(f))
	return nil
}

func (j *junit) File(path string, _, _ int) error {
	if err := j.turnTo(path); err != nil {
		return err
	}
	return j.suite(nil)
}

func (j *junit) Fail(path string, err error) error {
	text := visible(err.Error())
	if err := j.turnTo(path); err != nil {
		return err
	}
	return j.suite(&failure{Message: text, Type: "error", Places: text})
}

// turnTo begins a path. Findings of another one, whose end was not told, are written.
func (j *junit) turnTo(path string) error {
	if path != j.path && len(j.rules) > 0 {
		if err := j.suite(nil); err != nil {
			return err
		}
	}
	j.path = path
	return nil
}

// suite writes what waits, with how the check failed, if it did.
func (j *junit) suite(failed *failure) error {
	s := testSuite{Name: j.path}
	for _, rule := range slices.Sorted(maps.Keys(j.rules)) {
		s.Cases = append(s.Cases, testCase{Name: visible(rule), Class: j.path, Failure: failureOf(rule, j.rules[rule])})
		s.Failures++
	}
	if failed != nil {
		s.Cases = append(s.Cases, testCase{Name: "check", Class: j.path, Error: failed})
		s.Errors++
	}
	if len(s.Cases) == 0 {
		s.Cases = []testCase{{Name: "check", Class: j.path}}
	}
	s.Tests = len(s.Cases)
	j.path = ""
	clear(j.rules)
	return j.element(s)
}

func failureOf(rule string, places []string) *failure {
	text := strings.Join(places, "\n")
	return &failure{Message: count(len(places), "suspected error"), Type: visible(rule), Places: text}
}

func (j *junit) element(s testSuite) error {
	b, err := xml.MarshalIndent(s, "  ", "  ")
	if err != nil {
		return fmt.Errorf("writing the findings: %w", err)
	}
	if err := j.begin(); err != nil {
		return err
	}
	return j.print(string(b) + "\n")
}

func (j *junit) begin() error {
	if j.begun {
		return nil
	}
	j.begun = true
	return j.print(xml.Header + "<testsuites name=\"klartext\">\n")
}

func (j *junit) Close() error {
	if len(j.rules) > 0 {
		if err := j.suite(nil); err != nil {
			return err
		}
	}
	if err := j.begin(); err != nil {
		return err
	}
	return j.print("</testsuites>\n")
}
