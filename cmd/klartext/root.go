package main

import "github.com/spf13/cobra"

func newRootCommand(files *replacer) *cobra.Command {
	root := &cobra.Command{
		Use:   "klartext",
		Short: "Turn raw OCR text into clean German",
		Long: `klartext turns raw OCR text into clean UTF-8 German: it restores lost umlauts,
repairs misread letters, rejoins words divided at line ends and sets German
quotation marks. It works offline, keeps the lines as they are, leaves historic
spelling alone, and can list every change it makes.

Exit codes: 0 done, 1 a file failed (the others were done), 2 wrong usage,
130 interrupted.`,
		Example: `  klartext fix scan.txt > clean.txt
  pdftotext scan.pdf - | klartext fix
  klartext fix --write --changes changes.jsonl *.txt
  klartext fix --output-dir clean/ scans/
  klartext verify clean/
  klartext text page.alto.xml
  klartext explain scan.txt:12
  klartext eval --gt truth/ clean/
  klartext learn --gt truth/ --ocr scans/ -o profile.tsv`,
		Version:       version(),
		Args:          cobra.NoArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetVersionTemplate("{{.Version}}\n")
	root.AddCommand(newFixCommand(files), newCheckCommand(files), newTextCommand(), newVerifyCommand(), newExplainCommand(), newEvalCommand(), newLearnCommand(files), newVersionCommand())
	return root
}
