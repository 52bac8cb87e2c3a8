package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"klartext/internal/batch"
)

func newVerifyCommand(files *replacer) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "verify [flags] DIR",
		Short: "Prove that an output folder is as it was written",
		Long: `verify compares the files in DIR with the manifest that fix has left there
(` + batch.ManifestName + `), and the inputs, where they still are, with what was
read. It lists what is missing, what has changed, inputs that have changed since,
inputs that failed, and files that the manifest does not know.

Exit codes: 0 all that was written is intact, 1 something is missing or changed.`,
		Example: `  klartext verify clean/
  klartext verify --json clean/ | jq -r 'select(.state == "changed").path'`,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: oneFolder,
		RunE: func(cmd *cobra.Command, args []string) error {
			findings, intact, err := batch.Verify(files.files(), args[0])
			if err != nil {
				return failure{err}
			}
			if err := printFindings(cmd.OutOrStdout(), findings, asJSON); err != nil {
				return err
			}
			fmt.Fprintf(cmd.ErrOrStderr(), "%s intact\n", count(intact, "file"))
			for _, f := range findings {
				if f.State != batch.Extra && f.State != batch.Failed {
					return errReported
				}
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print each finding as a line of JSON")
	return cmd
}

func printFindings(out io.Writer, findings []batch.Finding, asJSON bool) error {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for _, f := range findings {
		var err error
		if asJSON {
			err = encoder.Encode(f)
		} else {
			_, err = fmt.Fprintln(out, f)
		}
		if err != nil {
			return printed(err)
		}
	}
	return nil
}
