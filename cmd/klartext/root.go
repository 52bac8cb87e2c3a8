package main

import "github.com/spf13/cobra"

func newRootCommand(files *replacer) *cobra.Command {
	var showVersion bool
	root := &cobra.Command{
		Use:   "klartext",
		Short: "Turn raw OCR text into clean German",
		Long: `klartext turns raw OCR text into clean UTF-8 German: it restores lost umlauts,
repairs misread letters, rejoins words divided at line ends and sets German
quotation marks. It works offline, keeps the lines as they are, leaves historic
spelling alone, and can list every change it makes.

Exit codes: 0 done, 1 a file failed (the others were done), 2 wrong usage or, of
check, findings, 130 interrupted.`,
		Example: `  klartext fix scan.txt > clean.txt
  pdftotext scan.pdf - | klartext fix
  klartext fix --write --changes changes.jsonl *.txt
  klartext fix --output-dir clean/ scans/
  klartext check --output brief scans/
  klartext verify clean/
  klartext text page.alto.xml
  klartext explain scan.txt:12
  klartext eval --gt truth/ clean/
  klartext learn --gt truth/ scans/ -o profile.tsv
  klartext model build -o domain.ktm texts/`,
		Args:          cobra.NoArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if showVersion {
				return printVersion(cmd.OutOrStdout(), false)
			}
			return cmd.Help()
		},
	}
	// Not Cobra's own flag, which would have the version made at each start.
	root.Flags().BoolVarP(&showVersion, "version", "v", false, "print the versions of the program and of its data")
	root.AddCommand(
		newFixCommand(files), newCheckCommand(files), newTextCommand(files), newVerifyCommand(files), newExplainCommand(files), newEvalCommand(files),
		newLearnCommand(files), newModelCommand(files), newDictCommand(files), newConfigCommand(files), newCompletionCommand(), newManCommand(files), newVersionCommand(),
	)
	return root
}
