package words

// The weights of two logistic regressions of "the change is right" on the
// features, for strings that are no words and for words that may be misread
// others. Estimated on the development sets by internal/calibrate.
var (
	unknownWeights = [NumFeatures]float64{
		2.085,  // bias
		0.893,  // margin over the word as it stands
		0.949,  // margin over the next candidate
		0.176,  // noise of the document
		1.108,  // channel
		0.055,  // plain edit
		-0.958, // variant spelling
		1.444,  // repeated unknown
		0.578,  // candidate in the document
		0.093,  // length
		0.789,  // may be a name
		0.000,  // known word
		0.890,  // compound
		-0.539, // weak word
		1.062,  // prior
		-0.536, // signs inside
		0.326,  // spelling of the unknown
		-1.305, // unknown words around
		-0.603, // short
		0.131,  // confusions seen elsewhere
		0.331,  // number of confusions
		0.102,  // umlaut regained
		1.480,  // joined
		-0.389, // split
		-0.389, // sign for a blank
		-1.270, // guessed
		1.077,  // votes for the guess
		1.431,  // section sign
	}
	knownWeights = [NumFeatures]float64{
		0.630,  // bias
		1.921,  // margin over the word as it stands
		0.426,  // margin over the next candidate
		-0.047, // noise of the document
		0.337,  // channel
		-0.748, // plain edit
		-0.379, // variant spelling
		0.000,  // repeated unknown
		0.120,  // candidate in the document
		-0.367, // length
		0.000,  // may be a name
		0.630,  // known word
		0.000,  // compound
		-1.202, // weak word
		1.377,  // prior
		-0.658, // signs inside
		0.000,  // spelling of the unknown
		-0.154, // unknown words around
		-0.673, // short
		0.174,  // confusions seen elsewhere
		0.650,  // number of confusions
		0.008,  // umlaut regained
		0.000,  // joined
		0.000,  // split
		0.000,  // sign for a blank
		0.000,  // guessed
		0.000,  // votes for the guess
		0.000,  // section sign
	}
)
