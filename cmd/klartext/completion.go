package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

// newCompletionCommand takes the place of Cobra's own, so that one page tells how to
// set up completion in each shell.
func newCompletionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "completion bash|zsh|fish|powershell",
		Short: "Print the script that completes commands in a shell",
		Long: `completion prints a script that lets a shell complete the commands of klartext, its
flags, their values, and names of files. It is installed once, for

  bash, with the package bash-completion:
    mkdir -p ~/.local/share/bash-completion/completions
    klartext completion bash > ~/.local/share/bash-completion/completions/klartext

  zsh, with "autoload -U compinit; compinit" in ~/.zshrc:
    klartext completion zsh > "${fpath[1]}/_klartext"

  fish:
    klartext completion fish > ~/.config/fish/completions/klartext.fish

  PowerShell:
    klartext completion powershell >> $PROFILE

and works in shells that are started from then on.`,
		Example: `  source <(klartext completion bash)     # in this shell only
  klartext completion fish | source      # the same in fish`,
		Args:                  cobra.MatchAll(cobra.ExactArgs(1), cobra.OnlyValidArgs),
		ValidArgs:             []string{"bash", "zsh", "fish", "powershell"},
		DisableFlagsInUseLine: true,
		RunE:                  func(cmd *cobra.Command, args []string) error { return printed(printCompletion(cmd, args[0])) },
	}
}

// printCompletion prints the script for a shell, with descriptions of what it offers.
func printCompletion(cmd *cobra.Command, shell string) error {
	out := cmd.OutOrStdout()
	switch root := cmd.Root(); shell {
	case "bash":
		return root.GenBashCompletionV2(out, true)
	case "zsh":
		return root.GenZshCompletion(out)
	case "fish":
		return root.GenFishCompletion(out, true)
	case "powershell":
		return root.GenPowerShellCompletionWithDesc(out)
	}
	return fmt.Errorf("there is no script for %q", shell)
}
