package words

// The weights of two logistic regressions of "the change is right" on the
// features, for strings that are no words and for words that may be misread
// others. Estimated on the development sets by internal/calibrate.
var (
	unknownWeights = [NumFeatures]float64{
		2.682,  // bias
		0.737,  // margin over the word as it stands
		0.789,  // margin over the next candidate
		0.154,  // noise of the document
		0.904,  // channel
		-0.173, // plain edits
		-0.851, // variant spelling
		1.113,  // repeated unknown
		0.413,  // candidate in the document
		0.265,  // length
		0.521,  // may be a name
		0.000,  // known word
		0.671,  // compound
		-0.570, // weak word
		1.191,  // prior
		-0.092, // signs inside
		0.326,  // spelling of the unknown
		-0.960, // unknown words around
		-0.616, // short
		0.119,  // confusions seen elsewhere
		0.226,  // number of confusions
		0.294,  // umlaut regained
		0.891,  // joined
		-0.775, // split
		-0.884, // sign for a blank
	}
	knownWeights = [NumFeatures]float64{
		1.147,  // bias
		1.971,  // margin over the word as it stands
		0.106,  // margin over the next candidate
		-0.435, // noise of the document
		0.877,  // channel
		0.000,  // plain edits
		-0.879, // variant spelling
		0.000,  // repeated unknown
		0.106,  // candidate in the document
		0.267,  // length
		0.000,  // may be a name
		1.147,  // known word
		0.000,  // compound
		-0.427, // weak word
		1.755,  // prior
		-0.435, // signs inside
		0.000,  // spelling of the unknown
		-0.726, // unknown words around
		-1.072, // short
		-0.052, // confusions seen elsewhere
		1.068,  // number of confusions
		-0.189, // umlaut regained
		0.000,  // joined
		0.000,  // split
		0.000,  // sign for a blank
	}
)
