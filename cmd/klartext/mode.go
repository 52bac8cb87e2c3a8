package main

import (
	"github.com/spf13/cobra"

	"klartext/normalize/words"
)

// modeFlag is a flag whose value is one of the modes.
type modeFlag struct{ mode *words.Mode }

func (f modeFlag) String() string { return f.mode.String() }

func (f modeFlag) Set(name string) (err error) {
	*f.mode, err = words.ParseMode(name)
	return err
}

// Type names the value in the help.
func (modeFlag) Type() string { return "MODE" }

// addModeFlag adds --mode, which is completed in the shell.
func addModeFlag(cmd *cobra.Command, mode *words.Mode) {
	const usage = "how sure to be of a word's change: conservative, balanced or aggressive (docs/evaluation.md has figures)"
	cmd.Flags().Var(modeFlag{mode}, "mode", usage)
	completeValues(cmd, "mode", words.ModeNames()...)
}
