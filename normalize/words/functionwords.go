package words

import "strings"

// languages is a set of languages, and of other things that a short word tells.
type languages uint16

const (
	german languages = 1 << iota
	english
	french
	latinTongue
	italian
	spanish
	dutch
	// citing words begin a reference if a number follows.
	citing
	// foreignTongues are all languages but German.
	foreignTongues = english | french | latinTongue | italian | spanish | dutch
)

// functionWords lists the words that tell the language of a sentence: frequent
// in it, and neither words of German nor what engines make of them. What two
// languages share counts for both; what German shares with another (in, was, so,
// du, des) tells nothing and is in no list. Words before an apostrophe end in one,
// those behind it begin with one.
var functionWords = map[languages]string{
	// As they are, and as they are often misread.
	german: `der die das den dem ein eine einen einem einer eines und oder aber auch nicht kein keine keinen ist sind
		waren wird werden wurde wurden worden hat haben hatte hatten sein seine seiner seinem seinen seines ihr ihre ihrer
		ihren ihrem ihm ihn ihnen er sie wir ich mich mir uns dich dir im am auf aus bei mit nach von vom vor zu zum zur
		für über unter durch gegen ohne bis als wie wenn weil dass daß noch nur schon mehr sehr kann können muss muß
		müssen soll sollen wollen wer dieser diese dieses diesem diesen jede jeder jedes jeden alle allen aller sich selbst
		hier dann nun jetzt immer doch welche welcher welches denn damit dabei dazu daran davon wieder zwischen ob zwei
		seit während sowie also um
		fir fiir fur ftir fär iiber tiber uber fiber dic dcr dcn dcm dle cin cine cinen ciner elne elnen unb uud nnd uub
		bie ber bas bem ben bes beu deu diefe diefer diefes diefem diefen ift fich fie feine feiner feinem feinen nidt nidht
		nad nadh aud anch auh daf daß dab daS iſt ſich ſie ſind ſein ſeine nicbt burch nnter ans anf vou bon find tvie ivie
		mie mit mlt bci fei wirb werben wurbe ill dah fehr fchon`,
	english: `the of and to that which with from this these those have has had been were their they them there you your
		yours would should could about into than when where what whose whom because through between every each other
		such only very must might upon after before again while without is are it its be by for if or on he she him we our
		ours my as at does did how can cannot not but some any no 't 're 'll 've`,
	french: `le la les de et un une en est que qui pour par sur avec dans ce cette ces il elle ils elles ne pas plus nous
		vous je tu leur leurs son ses sont été être mais où sans comme aux au tout tous toute même bien fait deux quand
		c'est l' qu' c' j' jusqu' lorsqu' puisqu' aujourd' n'est d'un d'une`,
	latinTongue: `et est non cum quod sunt esse ad ut quae qui quam sed vel atque ac enim hoc haec hic eius ejus nec
		neque autem ipse quid quis nihil si ita inter sub post ante apud propter per ex de a erat fuit omnes omnia suis suo
		eorum tamen etiam quoque igitur ergo aut tibi mihi nobis vobis noster`,
	italian: `il lo la gli di che non per con una uno della del dei delle degli dello nel nella nelle sono è e più ma si
		alla al agli come anche questo questa quello quella suo sua suoi essere stato stata dal dalla sul sulla tra fra
		perché quando l' dell' all' nell' dall' sull' un' c' quest'`,
	spanish: `el la los las de que y por con una un del se para como más pero su sus al lo este esta estos ha son fue
		muy sin sobre entre cuando también hay donde desde todo todos nos ni`,
	dutch: `het een van niet voor zijn ook met naar wordt aan de dat en maar om op te hij zij wij deze werd worden door
		over uit bij hebben heeft geen nog wel zich haar onze`,
	citing: `s seite bd bde bl nr no art abs satz § kap ziff rn rz anm fn taf abb tab jg heft aufl az ders ebd vgl
		isbn issn doi din iso bgbl rgbl abl gvbl gvobl banz bstbl bghz bghst bverfge bverwge njw nvwz`,
}

// longestFunctionWord is the most bytes of any of them.
const longestFunctionWord = 14

// tellers is what each function word tells.
var tellers = tellerTable()

func tellerTable() map[string]languages {
	table := make(map[string]languages)
	for language, list := range functionWords {
		for word := range strings.FieldsSeq(list) {
			table[word] |= language
		}
	}
	for word, set := range table {
		if set&german != 0 && set&foreignTongues != 0 {
			table[word] = set &^ (german | foreignTongues)
		}
	}
	return table
}

// tells returns what word tells, in whatever case.
func tells(word string) languages {
	if len(word) > longestFunctionWord {
		return 0
	}
	var buffer [longestFunctionWord]byte
	key := buffer[:copy(buffer[:], word)]
	for i, c := range key {
		if 'A' <= c && c <= 'Z' {
			key[i] = c - 'A' + 'a'
		}
	}
	return tellers[string(key)]
}

// tellsElided does the same for a word with an apostrophe inside (l'homme, don't).
func tellsElided(word string) languages {
	at := strings.IndexAny(word, "'’")
	if at < 0 {
		return tells(word)
	}
	rest := strings.TrimPrefix(strings.TrimPrefix(word[at:], "'"), "’")
	return tells(word[:at]+"'"+rest)&foreignTongues | tells(word[:at]+"'")&foreignTongues | tells("'"+rest)&foreignTongues
}
