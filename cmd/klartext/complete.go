package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"klartext/normalize"
)

// completeWith has the shell complete a flag of cmd by what complete offers.
func completeWith(cmd *cobra.Command, flag string, complete cobra.CompletionFunc) {
	if err := cmd.RegisterFlagCompletionFunc(flag, complete); err != nil {
		panic(err) // the flag has just been added
	}
}

// completeValues has the shell complete a flag of cmd by values. Without any, nothing
// is offered, whereas names of files are if a flag is not completed at all.
func completeValues(cmd *cobra.Command, flag string, values ...string) {
	completeWith(cmd, flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

// completeFolders has the shell complete flags of cmd by names of folders.
func completeFolders(cmd *cobra.Command, flags ...string) {
	for _, flag := range flags {
		completeWith(cmd, flag, folders)
	}
}

// folders completes by names of folders.
func folders(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// oneFolder completes the only argument by names of folders.
func oneFolder(cmd *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return folders(cmd, args, begun)
}

// fixerNames completes a list of fixers, separated by commas, by those that are not in
// it yet.
func fixerNames(_ *cobra.Command, _ []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	pipeline, err := normalize.New()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	list := begun[:strings.LastIndex(begun, ",")+1]
	given := strings.Split(list, ",")
	var offered []cobra.Completion
	for _, f := range pipeline.Fixers() {
		if slices.Contains(given, f.Name()) {
			continue
		}
		if list == "" {
			offered = append(offered, cobra.CompletionWithDesc(f.Name(), f.Doc()))
			continue
		}
		// Bash takes no descriptions where there is a comma: Cobra's script escapes it,
		// and what is escaped does not begin like what the user has typed.
		offered = append(offered, list+f.Name())
	}
	return offered, cobra.ShellCompDirectiveNoFileComp
}
