// Package evaluate measures cleaned OCR text against ground truth: error rates
// (CER, WER) and the fate of every token of the truth, from the OCR text to the
// cleaned output.
//
// All texts are compared in normalisation form C with every run of white space
// taken as one blank, so line breaks never count.
package evaluate
