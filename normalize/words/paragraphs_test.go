package words

// cleanParagraphs are right as they stand, whatever a spell checker says of them:
// nothing may be changed in any of them.
var cleanParagraphs = []struct{ name, text string }{
	{"administration", `Der Stadtrat hat in seiner Sitzung am Dienstag beschlossen, die Gebühren für das
Abwasser um drei Prozent zu erhöhen. Die Verwaltung begründet dies mit gestiegenen
Kosten für Strom und Personal. Bürgerinnen und Bürger können bis zum 30. Juni
schriftlich Einwände erheben; über sie entscheidet der Ausschuss für öffentliche Ordnung.
`},
	{"dialect", `„I mog di“, hot d’Vroni gsagt, „aber heit hob i koa Zeit ned.“ Da is der Sepp
aufgstandn und hat sich beim Wirt no a Maß bestellt. „Wat willste denn“, fragte der
Berliner am Nebentisch, „ick versteh nur Bahnhof!“ Und die Kölnerin lachte: „Et kütt wie
et kütt, un et hät noch immer jot jejange.“
`},
	{"names", `An dem Kongress nahmen Agnieszka Wiśniewska aus Łódź, Nguyễn Văn Thành, Søren Kjærgaard,
José Ignacio Fernández, Çağla Yıldırım, Jiří Dvořák, Siobhán Ó Briain, Oluwaseun Adeyemi,
Björk Guðmundsdóttir und Mihály Szűcs teil. Den Vorsitz führten Prof. Hans-Günther Schürmann
und Frau Dr. Ute Brückner-Möhl. Auch Meyer, Meier, Mayr, Schwarz und Schwartz waren da.
`},
	{"technical", `Der Drehstrom-Asynchronmotor hat einen Kurzschlussläufer mit 28 Nuten; der Schlupf beträgt
bei Nennlast 2,4 %. Die Wicklungstemperatur wird mit einem Pt100-Fühler gemessen und über
einen Messumformer (4–20 mA) an die SPS gemeldet. Das Spektrum zeigt Oberschwingungen bei
150 Hz, 250 Hz und 350 Hz. Eine Fourieranalyse bestätigt die Intermodulation.
`},
	{"nineteenth century", `Der größte Theil der Einwohner giebt an, daß die Thür des Rathhauses seit dem Jahre 1823
verschlossen gewesen seyn soll. Man that, was man konnte, und bey der Noth der Zeit war es
gewiß kein leichtes Werk. Die Gränze ward alsdann bis an den Fluß verlegt, wo ehedem die
Mühle gestanden, deren Räder im Wasser standen und noch giengen.
`},
	{"spelling of 1910", `Liebe Mutter, Deine Zeilen habe ich gestern abend erhalten und danke Dir herzlich. Wir müssen
nun wissen, ob der Paß rechtzeitig kommt; im Büro sagte man, es sei ungewiß. Bei uns ist es
heiß und naß zugleich, so daß man sich kaum auf die Straße wagt. Grüße den Vater und küsse
die Schwestern von mir.
`},
	{"real pairs", `Er konnte nicht kommen, obwohl er gern gekommen wäre. Wir konnten es schon sehen, und es war
schön. Sie wurde gefragt, ob sie singen würde. Die Gäste fordern Ruhe, die Schulen fördern
die Kinder. Wir hatten Zeit; hätten wir mehr gehabt, so hätten wir länger gewartet. Die Zahlen
stimmen, doch wer will sie zählen? Der Vogel saß im Garten, die Vögel in den Gärten.
`},
	{"English titles", `Zum Repertoire der Gruppe gehören „Yesterday“, „Bridge over Troubled Water“ und „Smoke on the
Water“. Im Kino lief „The Silence of the Lambs“, im Radio „Highway to Hell“. Das Startup bietet
Cloud-Computing, Streaming und Coworking an; der Chief Executive Officer twittert regelmäßig.
Den Workshop leitete der Head of Sales.
`},
	{"numbers", `Am 14. März 2019 um 17:30 Uhr lag der Kurs bei 12.345,67 Euro, also 3,5 % über dem Wert vom
1. Oktober 2018. Die Strecke ist 42,195 km lang, die Höhe beträgt 1.024 m ü. NN, die Temperatur
−7,5 °C. Telefon: 030/1234-567, Konto DE89 3704 0044 0532 0130 00, Aktenzeichen 4 B 17/08.
`},
	{"table", `Ort          Einwohner   Fläche
Neustadt        12.480     38,2
Altenau          1.734     41,0
Bad Salzungen   20.212     63,9
`},
	{"law", `§ 14 Abs. 2 Satz 1 Nr. 3 gilt entsprechend, soweit nicht in den §§ 15 bis 17 etwas anderes
bestimmt ist. Der Antrag ist bei der zuständigen Behörde zu stellen. Ein Rechtsanspruch auf die
Gewährung der Zuwendung besteht nicht; die Bewilligungsbehörde entscheidet nach
pflichtgemäßem Ermessen im Rahmen der verfügbaren Haushaltsmittel (vgl. BGBl. I S. 2954).
`},
	{"medicine", `Die Patientin klagte über Übelkeit, Schwindel und Tachykardie. Sie erhielt Acetylsalicylsäure,
Metoprolol und Pantoprazol. Das EKG zeigte einen AV-Block ersten Grades, die Sonographie eine
Splenomegalie; das CRP lag bei 48 mg/l. Der Verdacht auf eine Endokarditis bestätigte sich nicht.
`},
	{"sport", `Nach dem frühen Rückstand drehten die Gäste auf: Kowalczyk traf in der 23. Minute per Kopf, kurz
vor der Pause erhöhte Yilmaz auf 2:1. In der Schlussphase warf Fürth alles nach vorn, doch der
Torhüter hielt den Sieg fest. „So schön kann Fußball sein“, schwärmte der Trainer nach dem Spiel.
`},
	{"hyphens and web", `Auf der To-do-Liste stehen ein E-Mail-Verteiler, die Ein- und Ausgänge, der Rhein-Main-Donau-Kanal
und die Seite www.beispiel-verein.de/termine. Die Firma klangwerk.ai sucht z.B. eine/n Werkstudent*in,
d.h. 3,5 Tage pro Woche; s.a. info@klangwerk.ai. Schreiben Sie bitte bis 18 Uhr, ob's klappt.
`},
	{"food and plants", `Auf der Karte standen Gnocchi, Bruschetta, Boeuf bourguignon, Grießnockerlsuppe, Spätzle mit
Röstzwiebeln und Quittengelee. Im Garten blühten Taglilien, Hortensien und Bartnelken, am Zaun
rankte eine Clematis, und der Löwenzahn wuchs zwischen den Fugen der Terrassenplatten.
`},
	{"verse", `Es ging ein Wind durch Wald und Feld,
die Rosen blühten rot,
er sang ein Lied von Gut und Geld
und von der Liebsten Tod.
`},
}
