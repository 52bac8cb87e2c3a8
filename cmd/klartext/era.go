package main

import (
	"github.com/spf13/cobra"

	"klartext/normalize/words"
)

// eraFlag is a flag whose value is one of the eras.
type eraFlag struct{ era *words.Era }

func (f eraFlag) String() string { return f.era.String() }

func (f eraFlag) Set(name string) (err error) {
	*f.era, err = words.ParseEra(name)
	return err
}

// Type names the value in the help.
func (eraFlag) Type() string { return "ERA" }

// addEraFlag adds --era, which is completed in the shell.
func addEraFlag(cmd *cobra.Command, era *words.Era) {
	const usage = "the spelling of the text: modern (dass), 1901 (daß), historic (Thür, giebt), or auto to have its words tell; none is modernised"
	cmd.Flags().Var(eraFlag{era}, "era", usage)
	completeValues(cmd, "era", words.EraNames()...)
}
