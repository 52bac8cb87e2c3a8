package wordlist_test

import (
	"fmt"

	"klartext/dictionary/wordlist"
)

func Example() {
	var b wordlist.Builder
	for _, err := range []error{
		b.Add("Rechenpfennig", 12),
		b.AddReplacement("Thiir", "Thür", ""),
		b.AddReplacement("Maler", "Mahler", "der Komponist?"),
	} {
		if err != nil {
			fmt.Println(err)
			return
		}
	}
	list, err := b.Build()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(list.Count("Rechenpfennig"))
	r, _ := list.Replacement("Maler")
	fmt.Println(r.Right, r.Suggested())
	// Output:
	// 12 true
	// Mahler true
}

func ExampleProtection_Protect() {
	p, err := wordlist.Patterns([]string{`[A-Z]+-\d+`, `\d+/\d+`})
	if err != nil {
		fmt.Println(err)
		return
	}
	text := "Bestand NL-12/7, Blatt 3"
	for _, s := range p.Protect(text) {
		fmt.Println(text[s.Start:s.End])
	}
	// Output:
	// NL-12/7
}
