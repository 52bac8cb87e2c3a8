package words

// The weights of two logistic regressions of "the change is right" on the
// features, for strings that are no words and for words that may be misread
// others. Estimated on the development sets by internal/calibrate.
var (
	unknownWeights = [NumFeatures]float64{
		2.077,  // bias
		0.889,  // margin over the word as it stands
		0.949,  // margin over the next candidate
		0.177,  // noise of the document
		1.104,  // channel
		0.049,  // plain edit
		-0.959, // variant spelling
		1.498,  // repeated unknown
		0.574,  // candidate in the document
		0.103,  // length
		0.785,  // may be a name
		0.000,  // known word
		0.899,  // compound
		-0.533, // weak word
		1.070,  // prior
		-0.546, // signs inside
		0.321,  // spelling of the unknown
		-1.307, // unknown words around
		-0.598, // short
		0.137,  // confusions seen elsewhere
		0.329,  // number of confusions
		0.105,  // umlaut regained
		1.489,  // joined
		-0.396, // split
		-0.372, // sign for a blank
		-1.267, // guessed
		1.081,  // votes for the guess
		1.455,  // section sign
	}
	knownWeights = [NumFeatures]float64{
		0.642,  // bias
		1.911,  // margin over the word as it stands
		0.421,  // margin over the next candidate
		-0.034, // noise of the document
		0.326,  // channel
		-0.774, // plain edit
		-0.393, // variant spelling
		0.000,  // repeated unknown
		0.124,  // candidate in the document
		-0.367, // length
		0.000,  // may be a name
		0.642,  // known word
		0.000,  // compound
		-1.200, // weak word
		1.367,  // prior
		-0.648, // signs inside
		0.000,  // spelling of the unknown
		-0.179, // unknown words around
		-0.665, // short
		0.163,  // confusions seen elsewhere
		0.621,  // number of confusions
		0.018,  // umlaut regained
		0.000,  // joined
		0.000,  // split
		0.000,  // sign for a blank
		0.000,  // guessed
		0.000,  // votes for the guess
		0.000,  // section sign
	}
)
