package normalize_test

import (
	"fmt"
	"log"
	"os"
	"strings"

	"klartext/normalize"
)

func Example() {
	pipeline, err := normalize.New()
	if err != nil {
		log.Fatal(err)
	}
	result, err := pipeline.Clean("die Verwal-\ntung kann fir alle sorgen")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(result.Text)
	for _, c := range result.Changes {
		fmt.Printf("%d:%d %q → %q (%s)\n", c.Line, c.Column, c.Before, c.After, c.Rule)
	}
	// Output:
	// die Verwaltung
	// kann für alle sorgen
	// 1:11 "-\ntung " → "tung\n" (line-ends/joined)
	// 2:11 "fir" → "für" (words/confusion)
}

// Changes can be looked through, and some of them made.
func ExampleApply() {
	const input = "Er sagt ,,nein'' -- und gibt fir heute auf."
	pipeline, err := normalize.New()
	if err != nil {
		log.Fatal(err)
	}
	result, err := pipeline.Clean(input)
	if err != nil {
		log.Fatal(err)
	}
	var chosen []normalize.Change
	for _, c := range result.Changes {
		if strings.HasPrefix(c.Rule, "words") {
			chosen = append(chosen, c)
		}
	}
	text, err := normalize.Apply(input, chosen)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(text)
	fmt.Println(result.Text)
	// Output:
	// Er sagt ,,nein'' -- und gibt für heute auf.
	// Er sagt „nein“ – und gibt für heute auf.
}

func ExamplePipeline_Stream() {
	pipeline, err := normalize.New(normalize.Only("characters", "line-ends"), normalize.Encoding("cp1252"))
	if err != nil {
		log.Fatal(err)
	}
	input := strings.NewReader("Die Gr\xfcn-\nfl\xe4che bleibt.\n")
	if err := pipeline.Stream(input, os.Stdout, nil); err != nil {
		log.Fatal(err)
	}
	// Output:
	// Die Grünfläche
	// bleibt.
}
