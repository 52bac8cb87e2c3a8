// Command calibrate estimates how far the word fixer's proposals can be trusted:
//
//	go run ./internal/calibrate -eval ../shared/eval
//
// It labels the proposals on the development sets as right or wrong, and prints
// how reliable the confidence is: as shipped, and cross-validated. With -out
// normalize/words/trees.go it fits the trees anew.
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
	out := flag.String("out", "", "write the trees fitted on all documents to this file")
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
	fmt.Print("As shipped, all documents: fixed/broken/moved\n", reliability(rows))
	fmt.Print("\nFitted on three quarters of the documents, measured on the rest\n", reliability(crossValidate(rows)))
	if *out != "" {
		if err := writeForest(*out, boost(rows)); err != nil {
			log.Fatal("calibrate: ", err)
		}
	}
}
