import type { FileRemarks } from '../../state/words/wording.ts';

const correctLine = 'Berichtigen Sie diese Zeile.';
const times = 'Ändern Sie die Zeiten im Kalender.';
const kept = 'Es steht in der Liste des Projekts und bleibt in seiner Datei.';
const cutOff = 'Die Datei kann abgeschnitten sein; holen Sie sie noch einmal.';
const rename = 'Benennen Sie eines von beiden um, oder entfernen Sie es.';
const saveProject = 'Speichern Sie ein Projekt von Horarium: Darin bleibt alles erhalten.';
const ownProblem = 'Nehmen Sie die Lösung mit dem Problem, für das sie gemacht wurde.';
const firstOfThem = 'Das erste ist „{first}“.';

const lost =
  '{what=rule:Regeln der Art|ruleAsItIs:Regeln in dieser Form, der Art|ruleInScope:Regeln für diese und mit dieser Strenge, der Art|off:ausgeschaltete Regeln|notEnforced:Regeln, die nicht durchgesetzt werden|stays:Plätze, an denen Veranstaltungen möglichst bleiben sollen|overlaps:Überschneidungen von Gruppen|ownStudents:Studierende mit eigenen Veranstaltungen|roomless:Veranstaltungen in mehreren Räumen (sie bekommen keinen)|firstRoom:Veranstaltungen in mehreren Räumen (sie bekommen einen)|oneRoom:Veranstaltungen ohne Raum oder mit mehreren (sie bekommen einen)|sharedRooms:Räume für mehrere Veranstaltungen zugleich (sie fassen eine)|blocks:Veranstaltungen von mehreren Zeitfenstern (sie werden zu einzelnen)|instructors:Veranstaltungen mit mehreren Lehrkräften oder einer Wahl (sie bekommen die erste)|chosenInstructors:Veranstaltungen mit einer Wahl von Lehrkräften|noInstructor:Veranstaltungen ohne Lehrkraft (sie bekommen eine eigene)|uneven:Kurse, deren Veranstaltungen verschieden sind (sie werden zu mehreren)|emptyCourses:Kurse ohne Veranstaltungen|penalties:Strafen für Zeiten, Räume und Lehrkräfte|locks:Fixierungen|travel:Wege zwischen Räumen|buildings:Gebäude|roomChoices:mögliche Räume|events:Veranstaltungen mit diesen Gruppen, Längen, Räumen und Lehrkräften|calendar:Tage und Stunden des Kalenders|groups:Gruppen an dieser Stelle unter den anderen}{?rule| „#“}';

/** What is said of files of other programs, in German. */
export const remarks: FileRemarks = {
  '*.more': [
    'Die Datei hat noch {more|Fehler|Fehler} dieser Art.',
    'Berichtigen Sie die ersten und öffnen Sie die Datei noch einmal; die anderen folgen oft daraus.',
  ],
  '*.missing': ['Das Element „{element}“ braucht das Attribut „{name}“.'],
  '*.number': ['„{name}“ muss eine ganze Zahl von {min} bis {max} sein.'],
  '*.decimal': ['„{name}“ muss eine Zahl von {min} bis {max} sein.'],
  '*.bits': ['„{name}“ muss aus {count} Ziffern 0 oder 1 bestehen, mindestens einer 1.'],
  '*.slots': ['Ein Tag von 24 Stunden muss Zeitfenster von ganzen Minuten haben.'],
  '*.time': ['Diese Zeit liegt nicht innerhalb eines Tages.'],
  '*.notEnforced': ['„{kind}“ wird behalten, aber nicht durchgesetzt.', kept],

  'xml.malformed': [
    'Die Datei ist kein wohlgeformtes XML.',
    'Speichern Sie die Datei in ihrem Programm noch einmal, oder berichtigen Sie diese Zeile.',
  ],
  'xml.empty': ['Die Datei hat kein Element.'],
  'xml.doctype': [
    'Die Datei erklärt eigene Entitäten; solche Dateien werden nicht gelesen.',
    'Entfernen Sie die Angabe DOCTYPE am Anfang der Datei.',
  ],
  'xml.tooDeep': ['Die Elemente sind tiefer als {most} Ebenen verschachtelt.'],
  'xml.tooLarge': [
    'Die Datei hat mehr als {most} Elemente.',
    'Daten von Stundenplänen sind viel kleiner; prüfen Sie, ob das die richtige Datei ist.',
  ],
  'json.syntax': [
    'Die Datei ist kein richtiges JSON: {wanted=more:Der Text endet zu früh|colon:Hier wird ein Doppelpunkt erwartet|name:Hier wird ein Name in doppelten Anführungszeichen erwartet|bracket:Hier wird die passende Klammer erwartet|comma:Hier wird ein Komma oder eine schließende Klammer erwartet|value:Hier wird ein Wert erwartet|end:Hier sollte der Text enden}.',
    'Berichtigen Sie diese Stelle, oder speichern Sie die Datei dort, woher sie kommt, noch einmal.',
  ],
  'json.unreadable': ['Die Datei kann nicht als JSON gelesen werden.'],
  'json.refusedKey': [
    'Der Name „{name}“ ist nicht erlaubt.',
    'Benennen Sie diesen Eintrag um, oder entfernen Sie ihn.',
  ],
  'json.tooDeep': [
    'Der Text ist tiefer als {most} Ebenen verschachtelt.',
    'So tief geht keine Datei eines Stundenplans.',
  ],

  'asc.noLessons': [
    'In der Datei ist kein Unterricht.',
    'Exportieren Sie aus aSc Stundenpläne den ganzen Stundenplan, mit Unterricht und Karten.',
  ],
  'asc.tooManyGroups': ['Eine Klasse hat mehr als {most} Gruppen.'],
  'asc.unknownReference': [
    'Ein Unterricht oder eine Gruppe nennt etwas, das die Datei nicht hat: {what=subject:ein Fach|teacher:eine Lehrkraft|class:eine Klasse|group:eine Gruppe|classroom:einen Raum|student:eine Person|daysdef:eine Angabe von Tagen|weeksdef:eine Angabe von Wochen|termsdef:eine Angabe von Zeiträumen}.',
  ],
  'asc.tooManyTimes': ['Mancher Unterricht kann zu mehr als {most} Zeiten sein; die übrigen bleiben weg.'],
  'asc.periodsPerWeek': [
    'Bei manchem Unterricht ergeben die Stunden der Woche keine ganze Zahl von Karten.',
    'Der Rest ist eine kürzere Karte, oder eine, die jede Woche stattfindet; prüfen Sie diesen Unterricht.',
  ],
  'asc.students': ['Wer besucht, was die Klasse besucht, wird dort gezählt und nicht einzeln genannt.'],
  'asc.terms': ['Die Wochen der Zeiträume sind die Wochen eines langen Zyklus.'],
  'asc.timeOff': ['Freie Zeiten sind Regeln über die Verfügbarkeit; die mit einem Fragezeichen sind weich.'],
  'asc.clock': ['Die Zeiten der Stunden folgen nicht aufeinander; gezeigt werden sie ab 08:00.', times],
  'asc.mask': ['„{name}“ muss aus den Ziffern 0 und 1 bestehen, höchstens {most}.'],
  'asc.masks': ['„{name}“ hat mehr als {most} Möglichkeiten.'],
  'asc.periods': ['Eine Karte dauert mindestens eine Stunde.'],
  'asc.unknownLesson': ['Karten von Unterricht, den die Datei nicht hat, bleiben weg.', firstOfThem],
  'asc.unknownPeriod': ['Karten in Stunden, die die Datei nicht hat, bleiben ungesetzt.', firstOfThem],
  'asc.cutCard': ['Karten passen nicht mit allen Stunden in den Tag; sie bleiben ungesetzt.', firstOfThem],
  'asc.unknownRoom': ['Karten nennen Räume, die die Datei nicht hat; diese bleiben weg.', firstOfThem],

  'ctt.clock': ['Die Datei hat keine Uhrzeiten; gezeigt werden Stunden ab 08:00.', times],
  'ctt.onlySolution': [
    'Eine Lösung allein sagt zu wenig; ihr Problem wird gebraucht.',
    'Ziehen Sie die Datei .ctt zusammen mit ihr herein.',
  ],
  'ctt.section': ['Der Abschnitt {section} fehlt.', cutOff],
  'ctt.sectionTwice': ['Der Abschnitt {section} beginnt ein zweites Mal.'],
  'ctt.header': ['Die Kopfzeile „{key}“ fehlt.', 'Fügen Sie sie über dem ersten Abschnitt ein.'],
  'ctt.headerCount': [
    'Die Kopfzeile „{key}“ fehlt.',
    'Schreiben Sie dort, wie viele Zeilen der Abschnitt {section} hat.',
  ],
  'ctt.headerLine': [
    'Das ist keine Kopfzeile.',
    'Die Datei beginnt mit den Zeilen Name, Courses, Rooms, Days, Periods_per_day, Curricula und Constraints.',
  ],
  'ctt.headerTwice': ['Diese Kopfzeile kommt zweimal vor.'],
  'ctt.count': [
    'Der Kopf kündigt für {section} {announced|Zeile|Zeilen} an, es sind aber {found}.',
    `{end=cut:${cutOff}|whole:Berichtigen Sie die Zahl oder den Abschnitt.}`,
  ],
  'ctt.curriculum': [
    'Das Curriculum {id} kündigt {count|Kurs|Kurse} an, nennt aber {found}.',
    'Berichtigen Sie die Zahl oder die Liste.',
  ],
  'ctt.duplicate': ['{what=course:Der Kurs|room:Der Raum|curriculum:Das Curriculum} „{id}“ kommt zweimal vor.', rename],
  'ctt.courseTwice': ['Das Curriculum {id} nennt den Kurs {course} zweimal.', 'Nennen Sie jeden Kurs einmal.'],
  'ctt.fields': [
    'Die Zeile hat {count|Feld|Felder}; ihre Form ist {form}.',
    'Trennen Sie die Felder durch Leerzeichen oder Tabulatoren; in Namen dürfen keine stehen.',
  ],
  'ctt.unknownReference': [
    '{what=course:Den Kurs|room:Den Raum} „{id}“ gibt es nicht.',
    'Berichtigen Sie den Namen, oder fügen Sie ihn in den Abschnitt {section} ein.',
  ],
  'ctt.number': [
    '{what=day:Der Tag (ab 0 gezählt)|period:Die Stunde (ab 0 gezählt)|lectures:Die Zahl der Vorlesungen|workingDays:Die Mindestzahl der Tage|students:Die Zahl der Studierenden|double:Das Zeichen für Doppelstunden|capacity:Die Zahl der Plätze|courses:Die Zahl der Kurse des Curriculums|leastLectures:Die Mindestzahl der Vorlesungen am Tag|mostLectures:Die Höchstzahl der Vorlesungen am Tag} muss eine ganze Zahl von {min} bis {max} sein.',
    '{wrong=missing:Ergänzen Sie die fehlende Zahl.|negative:Negative Zahlen haben hier keinen Sinn.|fraction:Schreiben Sie sie ohne Bruchteil.|range:Berichtigen Sie die Zahl.|letters:Schreiben Sie nur Ziffern.}',
  ],
  'ctt.repeated': ['Die Zeile kommt zweimal vor; sie zählt einmal.'],
  'ctt.end': [
    'Die Schlusszeile „END.“ fehlt; die Datei kann abgeschnitten sein.',
    'Vergleichen Sie den letzten Abschnitt mit dem Original.',
  ],
  'ctt.noSuitableRoom': [
    'Für den Kurs „{course}“ ist kein Raum geeignet; jede seiner Vorlesungen verletzt eine Regel.',
    'Entfernen Sie eine seiner Zeilen aus dem Abschnitt ROOM_CONSTRAINTS.',
  ],
  'ctt.notWritten': [`Dafür hat ein Problem von ITC-2007 kein Wort: ${lost}.`],
  'ctt.addedRules': ['Ein Problem von ITC-2007 hat immer diese Regeln, die das Projekt so nicht hat.'],
  'solution.fields': [
    'Die Zeile muss die Form <course> <room> <day> <period> haben.',
    'Trennen Sie die vier Felder durch Leerzeichen oder Tabulatoren.',
  ],
  'solution.tooMany': [
    'Der Kurs „{course}“ hat weniger Vorlesungen, als hier Zeilen stehen.',
    'Entfernen Sie die Zeile, oder nehmen Sie das Problem, für das diese Lösung gemacht wurde.',
  ],
  'solution.unknownReference': ['{what=course:Den Kurs|room:Den Raum} „{id}“ hat das Problem nicht.', ownProblem],
  'solution.missing': ['{missing} von {all} Vorlesungen haben keine Zeile; sie bleiben ungesetzt.'],

  'fet.root': ['Das ist keine Datei von FET: Ihr oberstes Element heißt nicht fet.'],
  'fet.version': [
    'Dateien von FET werden ab Version 5 gelesen.',
    'Öffnen Sie die Datei in einem aktuellen FET und speichern Sie sie.',
  ],
  'fet.clock': ['Die Namen der Stunden sind keine Uhrzeiten; gezeigt werden Stunden ab 08:00.', times],
  'fet.timetable': [
    'In der Datei steht ein Stundenplan; seine Zeiten und Räume sind hier nicht fixiert.',
    'Was in FET dauerhaft fixiert war, ist auch hier fixiert.',
  ],
  'fet.percentages': [
    'Prozente unter 100 wurden zu Gewichten weicher Regeln.',
    'Ein Gewicht von 1 bis 100 folgt aus dem Prozentsatz. Ändern Sie es in der Liste der Regeln.',
  ],
  'fet.weeks': ['Verschiedene Wochen kann FET nicht ausdrücken.', 'FET plant eine Woche, die sich wiederholt.'],
  'fet.times': [
    'Eine Veranstaltung kann an mehreren Tagen oder länger oder kürzer sein als ihre Dauer, was FET nicht ausdrücken kann.',
    'FET plant eine Woche, die sich wiederholt.',
  ],
  'fet.mode': [
    'Die Betriebsart der Datei ist nicht bekannt; ihre Tage gelten als einfache Tage.',
    'Es gibt Official, Mornings_Afternoons, Block_Planning und Terms.',
  ],
  'fet.modeLost': [
    'Die Tage passen nicht mehr zur Betriebsart der Datei; sie wird als Official geschrieben.',
    'Vor- und Nachmittage brauchen eine gerade Zahl von Tagen, Zeiträume gleich viele Tage.',
  ],
  'fet.noCommonRoom': [
    '{count|Aktivität wünscht|Aktivitäten wünschen} Räume, die sich ausschließen; je eine Bedingung wird verletzt.',
    'Entfernen Sie eine davon.',
  ],
  'fet.virtualRoom': [
    '{count|virtueller Raum wird|virtuelle Räume werden} wie ein Raum gelesen; die wirklichen Räume dahinter werden nicht freigehalten.',
  ],
  'fet.notWritten': [`Dafür hat FET kein Wort, es steht nicht in der Datei: ${lost}.`],
  'fet.field': [
    'Das Feld {name} von {element} {state=missing:fehlt|empty:ist leer}.',
    'Öffnen Sie die Datei in FET und ergänzen Sie es.',
  ],
  'fet.truth': ['{name} muss true oder false sein.', correctLine],
  'fet.number': ['{name} muss eine ganze Zahl von {min} bis {max} sein.', correctLine],
  'fet.percentage': ['Weight_Percentage muss eine Zahl von 0 bis 100 sein.', correctLine],
  'fet.reference': [
    '{what=students:Die Gruppe|tag:Das Schlagwort|teacher:Die Lehrkraft|subject:Das Fach|room:Den Raum|day:Den Tag|hour:Die Stunde|activity:Die Aktivität} „{name}“ gibt es in der Datei nicht.',
    'Berichtigen Sie den Namen, oder entfernen Sie, was darauf verweist.',
  ],
  'fet.duplicate': [
    'Zweimal gibt es „{name}“ unter {what=days:den Tagen|hours:den Stunden|subjects:den Fächern|tags:den Schlagwörtern|teachers:den Lehrkräften|buildings:den Gebäuden|rooms:den Räumen|activities:den Aktivitäten|students:den Gruppen}.',
    'Benennen Sie in FET eines davon um.',
  ],
  'fet.longName': ['Namen haben höchstens {most} Zeichen.', 'Kürzen Sie ihn in FET.'],
  'fet.count': ['{list} sagt {said}, nennt aber {found}.', 'Berichtigen Sie die Zahl oder die Liste.'],

  'itc2019.repeated': ['Die Lehrveranstaltung „{id}“ nennt eine Zeit oder einen Raum zweimal; das Günstigere zählt.'],
  'itc2019.solution': ['Das ist keine Lösung von ITC-2019.'],
  'itc2019.solutionClass': ['Diese Lehrveranstaltung hat das Problem nicht; sie bleibt weg.'],
  'itc2019.solutionTime': ['Zu dieser Zeit darf die Lehrveranstaltung nicht sein; sie bleibt ungesetzt.'],
  'itc2019.solutionRoom': ['In diesem Raum darf die Lehrveranstaltung nicht sein; sie bleibt ohne.'],
  'itc2019.moreRemarks': ['Noch {more|Hinweis|Hinweise} dieser Art.'],
  'itc2019.notWritten': [`Dafür hat ein Problem von ITC-2019 kein Wort: ${lost}.`],

  'unitime.noClasses': [
    'Die Datei hat keine Liste von Lehrveranstaltungen.',
    'Gelesen werden nur Probleme des Solvers für Lehrveranstaltungen, nicht andere Daten von UniTime.',
  ],
  'unitime.unit': ['Eine Einheit der Aufteilung ist mindestens ein Zeitfenster.'],
  'unitime.date': ['Die Lehrveranstaltung hat keine Daten mit dieser Kennung.'],
  'unitime.dateOrder': ['Die Daten der Lehrveranstaltung folgen nicht aufeinander.'],
  'unitime.dates': ['Daten sind höchstens {most} Ziffern 0 oder 1.'],
  'unitime.noTime': ['Lehrveranstaltungen ohne Zeit bleiben weg, wie in UniTime.'],
  'unitime.unknownRequest': ['Studierende wünschen, was die Datei nicht hat; das bleibt weg.'],
  'unitime.unknownClass': ['Bedingungen nennen Lehrveranstaltungen, die die Datei nicht hat; sie bleiben dort weg.'],
  'unitime.sharing': [
    'Manche Räume sind zu Zeiten für eine Abteilung da, zu denen eine andere sie nicht nutzen darf.',
    'Solche Zeiten werden nicht durchgesetzt; Zeiten, zu denen niemand hineindarf, schon.',
  ],
  'unitime.together': [
    'Lehrveranstaltungen finden zusammen statt: Jeweils die erste hat den Raum und die Lehrkräfte aller.',
    'Die übrigen liegen zur selben Zeit.',
  ],
  'unitime.weeks': [
    'Die Daten unterscheiden sich auf mehr Arten, als ein Zyklus Wochen hat ({most}).',
    'Alle Lehrveranstaltungen werden gelesen, als fänden sie jede Woche statt.',
  ],
  'unitime.locations': ['Räume haben Orte auf einer Karte; behalten werden nur Wege, die in Minuten angegeben sind.'],
  'unitime.discouraged': ['Von manchen Räumen wird allen abgeraten; das wird nicht durchgesetzt.'],
  'unitime.studentWeights': ['Studierende zählen für mehr oder weniger als eine Person; hier zählt jede einmal.'],

  'scheduleEngine.text': [
    '„{field}“ muss ein Text sein, der nicht leer ist.',
    'Schreiben Sie ihn in Anführungszeichen.',
  ],
  'scheduleEngine.textInList': ['Das muss ein Text sein, der nicht leer ist.'],
  'scheduleEngine.number': [
    '„{field}“ muss {kind=any:eine Zahl|whole:eine ganze Zahl} von {min} bis {max} sein.',
    '{wrong=text:Schreiben Sie sie ohne Anführungszeichen.|number:Berichtigen Sie die Zahl.}',
  ],
  'scheduleEngine.weeklyHours': [
    '„{field}“ darf höchstens {most} Stunden in der Woche sein.',
    'Berichtigen Sie die Zahl.',
  ],
  'scheduleEngine.list': ['„{field}“ muss eine Liste sein.', 'Schreiben Sie sie in eckigen Klammern.'],
  'scheduleEngine.record': ['Jeder Eintrag der Liste muss ein Objekt sein.'],
  'scheduleEngine.subgroupForm': ['Eine Untergruppe muss ein Text sein oder ein Objekt mit „id“.'],
  'scheduleEngine.courseForm': ['Ein Kurs muss ein Text sein oder ein Objekt mit „coursecode“.'],
  'scheduleEngine.courseType': ['„coursetype“ muss „Theory“ oder „Practical“ sein.'],
  'scheduleEngine.duplicate': [
    '{what=course:Den Kurs|group:Die Gruppe|instructor:Die Lehrkraft|room:Den Raum} „{id}“ gibt es schon bei {earlier}.',
    'Geben Sie einem von beiden eine andere Kennung, oder entfernen Sie es.',
  ],
  'scheduleEngine.subgroup': ['Die Gruppe „{id}“ gibt es schon.', 'Geben Sie der Untergruppe eine andere Kennung.'],
  'scheduleEngine.boolean': ['„NeedsScheduling“ muss true oder false sein.'],
  'scheduleEngine.availability': ['„availability“ muss ein Objekt aus Wochentagen sein.'],
  'scheduleEngine.periods': ['Die Zeiten eines Tages müssen eine Liste sein.'],
  'scheduleEngine.weekday': ['„{day}“ ist kein Wochentag.', 'Schreiben Sie Sunday bis Friday.'],
  'scheduleEngine.clock': [
    'Eine Zeit muss „start“ und „end“ als HH:MM haben.',
    'Zum Beispiel {"start": "10:15", "end": "13:00"}.',
  ],
  'scheduleEngine.periodEnd': ['Eine Zeit muss enden, nachdem sie beginnt.'],
  'scheduleEngine.hours': [
    'Die Dateien sagen nicht, wann geöffnet ist; angenommen wurde {from}:00–{to}:00, Sonntag bis Freitag.',
    'Ändern Sie den Kalender, wenn es andere Stunden sind.',
  ],
  'scheduleEngine.rounding': [
    'Zeitfenster sind Stunden: {rounding=inward:Es zählen nur ganze Stunden innerhalb einer Verfügbarkeit (10:15–13:00 wird zu 11:00–13:00)|down:Anfang und Ende einer Verfügbarkeit werden auf die Stunde abgerundet (14:25–16:55 wird zu 14:00–16:00)}.',
  ],
  'scheduleEngine.unknownRounding': ['Gerundet wird „inward“ oder „down“.'],
  'scheduleEngine.open': ['Geöffnet müssen 1 bis 16 ganze Stunden eines Tages sein.'],
  'scheduleEngine.instructorPerBlock': [
    'Jeder Block eines Kurses kann eine andere qualifizierte Lehrkraft bekommen.',
    'Fixieren Sie die Lehrkraft, wo eine Person alle Blöcke halten muss.',
  ],
  'scheduleEngine.unknownCourse': [
    'Die Gruppe {group} besucht „{course}“, das nicht in der Liste der Kurse steht.',
    'Fügen Sie den Kurs hinzu, oder berichtigen Sie sein Kürzel. Er blieb weg.',
  ],
  'scheduleEngine.notNeeded': [
    '{count|Kurs ist|Kurse sind} als nicht zu planen gekennzeichnet und blieben weg (mit Gruppen: {enrolled}).',
  ],
  'scheduleEngine.unattended': ['{count|Kurs wird|Kurse werden} von keiner Gruppe besucht und blieben weg.'],
  'scheduleEngine.partOfHour': [
    '{count|praktischer Teil|praktische Teile} von weniger als einer Stunde: geplant wird eine ganze.',
  ],
  'scheduleEngine.fraction': [
    '{count|Kurs hat|Kurse haben} Teile einer Stunde, die in Zeitfenster von einer Stunde nicht passen; sie fielen weg.',
    'Verlängern Sie diese Veranstaltungen, wenn die halben Stunden wichtig sind.',
  ],
  'scheduleEngine.longPractical': [
    '{count|praktischer Teil|praktische Teile} von mehr als {longest} Stunden: geteilt in Blöcke von höchstens {block}.',
  ],
  'scheduleEngine.noRoomWithFeature': [
    'Kein Raum hat die Ausstattung, die {id} braucht; genommen wird jeder Raum für praktische Teile.',
    'Geben Sie einem Raum diese Ausstattung, oder berichtigen Sie ihre Schreibweise.',
  ],
  'scheduleEngine.noRoom': [
    'Für {id} ist kein Raum geeignet; genommen wird jeder, und jeder Termin verletzt eine Regel.',
    'Fügen Sie einen Raum der Art „{type}“ hinzu.',
  ],
  'scheduleEngine.nobodyQualified': [
    'Für {id} ist niemand qualifiziert; genommen wird jede Lehrkraft, und jeder Termin verletzt eine Regel.',
    'Fügen Sie „{course}“ ({type}) zu den Kursen einer Lehrkraft hinzu.',
  ],
  'scheduleEngine.neverAvailable': [
    '„{id}“ ist in keiner offenen Stunde verfügbar.',
    'Berichtigen Sie die Stunden, oder lassen Sie „availability“ für immer leer.',
  ],
  'scheduleEngine.saturday': [
    '{count|Eintrag ist|Einträge sind} am Samstag verfügbar, an dem kein Unterricht ist; diese Stunden blieben weg.',
  ],
  'scheduleEngine.maxLoad': [
    'Die wöchentlichen Höchststunden von {count|Lehrkraft|Lehrkräften} werden behalten, aber nicht durchgesetzt.',
  ],
  'scheduleEngine.twice': [
    'Eine zweite Datei hat {part=courses:Kurse|groups:Gruppen|instructors:Lehrkräfte|rooms:Räume}.',
    'Ziehen Sie je eine Datei für Kurse, Gruppen, Lehrkräfte und Räume herein.',
  ],
  'scheduleEngine.wholeList': [
    'Die Datei muss eine Liste sein: {part=courses:Kurse|groups:Gruppen|instructors:Lehrkräfte|rooms:Räume}.',
    'Die ganze Datei ist eine Liste in eckigen Klammern.',
  ],
  'scheduleEngine.missing': [
    'Es fehlt die Liste der {part=courses:Kurse|groups:Gruppen|instructors:Lehrkräfte|rooms:Räume}.',
    'Ziehen Sie Course.json, Groups.json, Instructors.json und Rooms.json zusammen herein.',
  ],
  'scheduleEngine.ignored': ['„{field}“ ist keine der vier Listen und blieb weg.'],
  'scheduleEngine.notRead': ['Die Listen von schedule-engine sind für dieses Projekt nicht vollständig.', saveProject],
  'scheduleEngine.notWritten': [`Dafür haben die Listen von schedule-engine kein Wort: ${lost}.`],
};
