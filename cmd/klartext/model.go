package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"klartext/dictionary/domain"
	"klartext/internal/files"
)

func newModelCommand(files *replacer) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "model",
		Short: "Make a model of a domain from your own clean texts",
		Long: `model makes, of clean texts that are like those to be cleaned, a model of what is
special about them: words that the dictionary lacks, and how words follow each
other. With --model, fix, text and explain use it beside what they know of German.`,
		Example: `  klartext model build -o minutes.ktm transcribed/
  klartext fix --model minutes.ktm scan.txt
  klartext model show minutes.ktm`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newModelBuildCommand(files), newModelShowCommand(files))
	return cmd
}

func newModelShowCommand(files *replacer) *cobra.Command {
	return &cobra.Command{
		Use:     "show FILE...",
		Short:   "Tell what a model was made of",
		Long:    `show checks that models are whole and tells what they were made of.`,
		Example: `  klartext model show minutes.ktm`,
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, names []string) error {
			for _, name := range names {
				m, err := openModel(files.files(), name)
				if err != nil {
					return failure{err}
				}
				info, err := files.files().Stat(name)
				if err != nil {
					return failure{fmt.Errorf("reading %s: %w", name, reason(err))}
				}
				if err := printed(describeModel(cmd.OutOrStdout(), name, m, info.Size())); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// openModel reads the model of a domain.
func openModel(source files.Source, name string) (*domain.Model, error) {
	file, err := openNamed(source, name)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, reason(err))
	}
	defer file.Close()
	m, err := domain.Read(file)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, reason(err))
	}
	return m, nil
}
