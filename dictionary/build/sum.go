package main

import (
	"fmt"
	"os"
	"path/filepath"

	"klartext/dictionary"
)

// writeSum notes the sum of the compiled files beside them.
func (b *builder) writeSum() error {
	var files dictionary.Files
	for name, data := range map[string]*[]byte{
		"words.bin": &files.Words, "forms.bin": &files.Forms,
		"parts.bin": &files.Parts, "modifiers.bin": &files.Modifiers, "heads.bin": &files.Heads,
		"model.bin": &files.Model, "letters.bin": &files.Letters,
		"bilinear.bin": &files.Bilinear,
	} {
		var err error
		if *data, err = os.ReadFile(filepath.Join(b.out, name)); err != nil {
			return fmt.Errorf("summing up the data: %w", err)
		}
	}
	return b.write(dictionary.SumFile, []byte(files.Sum()+"\n"))
}
