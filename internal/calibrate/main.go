// Command calibrate estimates how far the word fixer's proposals can be trusted:
//
//	go run ./internal/calibrate -eval ../shared/eval
//
// It labels the proposals on the development sets as right or wrong, fits a
// logistic regression on every other document, and prints the weights for
// normalize/words with the reliability on the other half.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"runtime/pprof"
)

func main() {
	log.SetFlags(0)
	eval := flag.String("eval", "../shared/eval", "folder with the development sets")
	only := flag.String("only", "", "only sets whose name contains this")
	dump := flag.String("dump", "", "write the labelled proposals to this file")
	every := flag.Int("every", 1, "take one document in so many")
	profile := flag.String("cpuprofile", "", "write a CPU profile to this file")
	flag.Parse()
	if *profile != "" {
		f, err := os.Create(*profile)
		if err != nil {
			log.Fatal("calibrate: ", err)
		}
		if err := pprof.StartCPUProfile(f); err != nil {
			log.Fatal("calibrate: ", err)
		}
		defer pprof.StopCPUProfile()
	}
	rows, err := label(*eval, *only, *every)
	if err != nil {
		log.Fatal("calibrate: ", err)
	}
	if *dump != "" {
		if err := os.WriteFile(*dump, []byte(dumpRows(rows)), 0o644); err != nil {
			log.Fatal("calibrate: ", err)
		}
	}
	fmt.Print("As shipped, all documents\n", reliability(rows, shipped))
	train, test := split(rows)
	m := fitBoth(train)
	fmt.Print("\nFitted on one half, measured on the other\n", reliability(test, m.confidence))
	fmt.Print("\nWeights of a fit on all\n", fitBoth(rows))
}
