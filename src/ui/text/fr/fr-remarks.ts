import type { FileRemarks } from '../../state/words/wording.ts';

const correctLine = 'Corrigez cette ligne.';
const times = 'Changez les heures dans le calendrier.';
const kept = 'C’est dans la liste du projet et reste dans son fichier.';
const cutOff = 'Le fichier est peut-être coupé ; récupérez-le de nouveau.';
const rename = 'Renommez ou supprimez l’un des deux.';
const saveProject = 'Enregistrez un projet de Horarium : tout y est conservé.';
const ownProblem = 'Utilisez la solution avec le problème pour lequel elle a été faite.';
const firstOfThem = 'La première valeur est « {first} ».';

const lost =
  '{what=rule:règles du genre|ruleAsItIs:règles telles quelles, du genre|ruleInScope:règles de cette portée et de cette force, du genre|off:règles désactivées|notEnforced:règles qui ne sont pas appliquées|stays:places où des séances devraient rester|overlaps:chevauchements de groupes|ownStudents:étudiants inscrits individuellement|roomless:séances dans plusieurs salles (elles n’en reçoivent aucune)|firstRoom:séances dans plusieurs salles (elles en reçoivent une)|oneRoom:séances sans salle ou avec plusieurs (elles en reçoivent une)|sharedRooms:salles pour plusieurs séances à la fois (elles en accueillent une)|blocks:séances de plusieurs créneaux (elles sont divisées)|instructors:séances avec plusieurs enseignants ou un choix (elles reçoivent le premier)|chosenInstructors:séances dont l’enseignant est à choisir|noInstructor:séances sans enseignant (elles en reçoivent un à elles)|uneven:cours dont les séances diffèrent (ils en deviennent plusieurs)|emptyCourses:cours sans séances|penalties:pénalités d’heures, de salles et d’enseignants|locks:verrous|travel:trajets entre les salles|buildings:bâtiments|roomChoices:salles possibles|events:séances avec ces groupes, durées, salles et enseignants|calendar:jours et heures du calendrier|groups:groupes à cette place parmi les autres}{?rule| « # »}';

/** What is said of files of other programs, in French. */
export const remarks: FileRemarks = {
  '*.more': [
    'Le fichier a encore {more|défaut|défauts} de ce genre.',
    'Corrigez les premiers et ouvrez de nouveau le fichier ; les autres en découlent souvent.',
  ],
  '*.missing': ['L’élément « {element} » a besoin de l’attribut « {name} ».'],
  '*.number': ['« {name} » doit être un nombre entier de {min} à {max}.'],
  '*.decimal': ['« {name} » doit être un nombre de {min} à {max}.'],
  '*.bits': ['« {name} » doit avoir {count} chiffres 0 ou 1, dont au moins un 1.'],
  '*.slots': ['Un jour de 24 heures doit avoir des créneaux de minutes entières.'],
  '*.time': ['Cette heure ne tient pas dans une journée.'],
  '*.notEnforced': ['« {kind} » est conservé, mais pas appliqué.', kept],

  'xml.malformed': [
    'Le fichier n’est pas du XML bien formé.',
    'Enregistrez-le de nouveau avec son programme, ou corrigez cette ligne.',
  ],
  'xml.empty': ['Le fichier n’a aucun élément.'],
  'xml.doctype': [
    'Le fichier déclare ses propres entités ; de tels fichiers ne sont pas lus.',
    'Supprimez le DOCTYPE au début du fichier.',
  ],
  'xml.tooDeep': ['Les éléments sont imbriqués sur plus de {most} niveaux.'],
  'xml.tooLarge': [
    'Le fichier a plus de {most} éléments.',
    'Les données d’emplois du temps sont bien plus petites ; vérifiez que c’est le bon fichier.',
  ],
  'json.syntax': [
    'Le fichier n’est pas du JSON correct : {wanted=more:le texte se termine trop tôt|colon:un deux-points est attendu ici|name:un nom entre guillemets doubles est attendu ici|bracket:le crochet ou l’accolade correspondante est attendu ici|comma:une virgule ou une fermeture est attendue ici|value:une valeur est attendue ici|end:le texte devrait finir ici}.',
    'Corrigez cet endroit, ou enregistrez de nouveau le fichier là d’où il vient.',
  ],
  'json.unreadable': ['Le fichier ne peut pas être lu comme du JSON.'],
  'json.refusedKey': ['Le nom « {name} » n’est pas permis.', 'Renommez ou supprimez cette entrée.'],
  'json.tooDeep': [
    'Le texte est imbriqué sur plus de {most} niveaux.',
    'Aucun fichier d’emploi du temps n’est imbriqué ainsi.',
  ],

  'asc.noLessons': [
    'Le fichier n’a aucun cours.',
    'Exportez d’aSc Emploi du Temps l’emploi du temps entier, cours et cartes compris.',
  ],
  'asc.tooManyGroups': ['Une classe a plus de {most} groupes.'],
  'asc.unknownReference': [
    'Un cours ou un groupe nomme ce que le fichier n’a pas : {what=subject:une matière|teacher:un enseignant|class:une classe|group:un groupe|classroom:une salle|student:un élève|daysdef:une définition de jours|weeksdef:une définition de semaines|termsdef:une définition de périodes}.',
  ],
  'asc.tooManyTimes': ['Certains cours peuvent avoir lieu à plus de {most} moments ; les autres sont laissés de côté.'],
  'asc.periodsPerWeek': [
    'Pour certains cours, les heures de la semaine ne font pas un nombre entier de cartes.',
    'Le reste est une carte plus courte, ou une qui a lieu chaque semaine ; vérifiez ces cours.',
  ],
  'asc.students': ['Les élèves qui suivent ce que suit leur classe y sont comptés, sans être nommés.'],
  'asc.terms': ['Les semaines des périodes sont celles d’un long cycle.'],
  'asc.timeOff': [
    'Les heures libres sont des règles de disponibilité ; celles avec un point d’interrogation sont souples.',
  ],
  'asc.clock': ['Les horaires des heures ne se suivent pas ; elles sont montrées depuis 08:00.', times],
  'asc.mask': ['« {name} » doit avoir des chiffres 0 et 1, au plus {most}.'],
  'asc.masks': ['« {name} » a plus de {most} possibilités.'],
  'asc.periods': ['Une carte dure au moins une heure.'],
  'asc.unknownLesson': ['Les cartes de cours que le fichier n’a pas sont laissées de côté.', firstOfThem],
  'asc.unknownPeriod': ['Les cartes à des heures que le fichier n’a pas restent non placées.', firstOfThem],
  'asc.cutCard': ['Des cartes ne tiennent pas en entier dans la journée ; elles restent non placées.', firstOfThem],
  'asc.unknownRoom': [
    'Des cartes nomment des salles que le fichier n’a pas ; celles-ci sont laissées de côté.',
    firstOfThem,
  ],

  'ctt.clock': ['Le fichier n’a pas d’horaires ; les périodes sont montrées depuis 08:00.', times],
  'ctt.onlySolution': [
    'Une solution seule en dit trop peu ; il faut son problème.',
    'Déposez le fichier .ctt avec elle.',
  ],
  'ctt.section': ['La section {section} manque.', cutOff],
  'ctt.sectionTwice': ['La section {section} commence une deuxième fois.'],
  'ctt.header': ['La ligne d’en-tête « {key} » manque.', 'Ajoutez-la au-dessus de la première section.'],
  'ctt.headerCount': ['La ligne d’en-tête « {key} » manque.', 'Indiquez-y combien de lignes a la section {section}.'],
  'ctt.headerLine': [
    'Ce n’est pas une ligne d’en-tête.',
    'Le fichier commence par les lignes Name, Courses, Rooms, Days, Periods_per_day, Curricula et Constraints.',
  ],
  'ctt.headerTwice': ['Cette ligne d’en-tête figure deux fois.'],
  'ctt.count': [
    'L’en-tête annonce {announced|ligne|lignes} dans {section}, mais il y en a {found}.',
    `{end=cut:${cutOff}|whole:Corrigez le nombre ou la section.}`,
  ],
  'ctt.curriculum': [
    'Le cursus {id} annonce {count|cours|cours}, mais en nomme {found}.',
    'Corrigez le nombre ou la liste.',
  ],
  'ctt.duplicate': ['{what=course:Le cours|room:La salle|curriculum:Le cursus} « {id} » figure deux fois.', rename],
  'ctt.courseTwice': ['Le cursus {id} nomme deux fois le cours {course}.', 'Nommez chaque cours une fois.'],
  'ctt.fields': [
    'La ligne a {count|champ|champs} ; sa forme est {form}.',
    'Séparez les champs par des espaces ou des tabulations ; les noms n’en contiennent pas.',
  ],
  'ctt.unknownReference': [
    '{what=course:Le cours|room:La salle} « {id} » n’existe pas.',
    'Corrigez le nom, ou ajoutez-le à la section {section}.',
  ],
  'ctt.number': [
    '« {what=day:jour (compté depuis 0)|period:période (comptée depuis 0)|lectures:nombre de séances|workingDays:nombre minimal de jours|students:nombre d’étudiants|double:marque des séances doubles|capacity:nombre de places|courses:nombre de cours du cursus|leastLectures:minimum de séances par jour|mostLectures:maximum de séances par jour} » doit être un nombre entier de {min} à {max}.',
    '{wrong=missing:Ajoutez le nombre qui manque.|negative:Les nombres négatifs n’ont pas de sens ici.|fraction:Écrivez-le sans fraction.|range:Corrigez le nombre.|letters:N’écrivez que des chiffres.}',
  ],
  'ctt.repeated': ['La ligne figure deux fois ; elle compte une fois.'],
  'ctt.end': [
    'La ligne finale « END. » manque ; le fichier est peut-être coupé.',
    'Comparez la dernière section avec l’original.',
  ],
  'ctt.noSuitableRoom': [
    'Aucune salle ne convient au cours « {course} » ; chacune de ses séances enfreint une règle.',
    'Supprimez une de ses lignes de la section ROOM_CONSTRAINTS.',
  ],
  'ctt.notWritten': [`Un problème ITC-2007 n’a pas de mot pour : ${lost}.`],
  'ctt.addedRules': ['Un problème ITC-2007 a toujours ces règles, que le projet n’a pas ainsi.'],
  'solution.fields': [
    'La ligne doit avoir la forme <course> <room> <day> <period>.',
    'Séparez les quatre champs par des espaces ou des tabulations.',
  ],
  'solution.tooMany': [
    'Le cours « {course} » a moins de séances qu’il n’y a de lignes ici.',
    'Supprimez la ligne, ou utilisez le problème pour lequel cette solution a été faite.',
  ],
  'solution.unknownReference': ['Le problème n’a pas {what=course:le cours|room:la salle} « {id} ».', ownProblem],
  'solution.missing': ['Séances sans ligne : {missing} sur {all} ; elles restent non placées.'],

  'fet.root': ['Ce n’est pas un fichier de FET : son élément racine n’est pas fet.'],
  'fet.version': [
    'Les fichiers de FET sont lus à partir de la version 5.',
    'Ouvrez le fichier dans un FET récent et enregistrez-le.',
  ],
  'fet.clock': ['Les noms des heures ne sont pas des horaires ; les heures sont montrées depuis 08:00.', times],
  'fet.timetable': [
    'Le fichier contient un emploi du temps ; ses heures et salles ne sont pas verrouillées ici.',
    'Ce qui était verrouillé durablement dans FET l’est ici aussi.',
  ],
  'fet.percentages': [
    'Les pourcentages sous 100 sont devenus des poids de règles souples.',
    'Un poids de 1 à 100 découle du pourcentage. Changez-le dans la liste des règles.',
  ],
  'fet.weeks': ['FET ne peut pas exprimer des semaines différentes.', 'FET planifie une semaine qui se répète.'],
  'fet.times': [
    'Une séance peut avoir lieu plusieurs jours, ou d’une autre longueur que sa durée, ce que FET ne peut pas exprimer.',
    'FET planifie une semaine qui se répète.',
  ],
  'fet.mode': [
    'Le mode du fichier n’est pas connu ; ses jours sont lus comme des jours simples.',
    'Les modes sont Official, Mornings_Afternoons, Block_Planning et Terms.',
  ],
  'fet.modeLost': [
    'Les jours ne vont plus avec le mode du fichier ; il est écrit comme Official.',
    'Les matins et après-midis demandent un nombre pair de jours, les périodes autant de jours chacune.',
  ],
  'fet.noCommonRoom': [
    '{count|activité veut|activités veulent} des salles qui s’excluent ; une contrainte de chacune sera enfreinte.',
    'Supprimez-en une.',
  ],
  'fet.virtualRoom': [
    '{count|salle virtuelle est lue comme une salle|salles virtuelles sont lues comme des salles} ; les vraies salles qu’il y faut ne sont pas gardées libres.',
  ],
  'fet.notWritten': [`FET n’a pas de mot pour ce qui suit, qui n’est pas dans le fichier : ${lost}.`],
  'fet.field': [
    'Le champ {name} de {element} {state=missing:manque|empty:est vide}.',
    'Ouvrez le fichier dans FET et complétez-le.',
  ],
  'fet.truth': ['{name} doit être true ou false.', correctLine],
  'fet.number': ['{name} doit être un nombre entier de {min} à {max}.', correctLine],
  'fet.percentage': ['Weight_Percentage doit être un nombre de 0 à 100.', correctLine],
  'fet.reference': [
    'Le fichier n’a pas {what=students:le groupe|tag:l’étiquette|teacher:l’enseignant|subject:la matière|room:la salle|day:le jour|hour:l’heure|activity:l’activité} « {name} ».',
    'Corrigez le nom, ou supprimez ce qui y renvoie.',
  ],
  'fet.duplicate': [
    '« {name} » figure deux fois parmi {what=days:les jours|hours:les heures|subjects:les matières|tags:les étiquettes|teachers:les enseignants|buildings:les bâtiments|rooms:les salles|activities:les activités|students:les groupes}.',
    'Renommez-en un dans FET.',
  ],
  'fet.longName': ['Les noms ont au plus {most} caractères.', 'Raccourcissez-le dans FET.'],
  'fet.count': ['{list} dit {said}, mais en contient {found}.', 'Corrigez le nombre ou la liste.'],

  'itc2019.repeated': ['La classe « {id} » nomme deux fois une heure ou une salle ; la moins chère compte.'],
  'itc2019.solution': ['Ce n’est pas une solution ITC-2019.'],
  'itc2019.solutionClass': ['Le problème n’a pas cette classe ; elle est laissée de côté.'],
  'itc2019.solutionTime': ['La classe ne peut pas avoir lieu à cette heure ; elle reste non placée.'],
  'itc2019.solutionRoom': ['La classe ne peut pas être dans cette salle ; elle reste sans salle.'],
  'itc2019.moreRemarks': ['Encore {more|remarque|remarques} de ce genre.'],
  'itc2019.notWritten': [`Un problème ITC-2019 n’a pas de mot pour : ${lost}.`],

  'unitime.noClasses': [
    'Le fichier n’a pas de liste de classes.',
    'Seuls les problèmes du solveur de cours sont lus, pas les autres données d’UniTime.',
  ],
  'unitime.unit': ['Une unité de partage est d’au moins un créneau.'],
  'unitime.date': ['La classe n’a pas de dates avec cet identifiant.'],
  'unitime.dateOrder': ['Les dates de la classe ne se suivent pas.'],
  'unitime.dates': ['Les dates sont au plus {most} chiffres 0 ou 1.'],
  'unitime.noTime': ['Les classes sans heure sont laissées de côté, comme le fait UniTime.'],
  'unitime.unknownRequest': ['Des étudiants demandent ce que le fichier n’a pas ; c’est laissé de côté.'],
  'unitime.unknownClass': [
    'Des contraintes nomment des classes que le fichier n’a pas ; elles y sont laissées de côté.',
  ],
  'unitime.sharing': [
    'Certaines salles sont gardées pour un département à des heures où un autre ne peut pas les utiliser.',
    'De telles heures ne sont pas appliquées ; celles où personne ne peut utiliser une salle le sont.',
  ],
  'unitime.together': [
    'Des classes ont lieu ensemble : la première de chaque ensemble a la salle et les enseignants de toutes.',
    'Les autres sont à la même heure.',
  ],
  'unitime.weeks': [
    'Les dates diffèrent de plus de façons qu’un cycle n’a de semaines ({most}).',
    'Toutes les classes sont lues comme si elles avaient lieu chaque semaine.',
  ],
  'unitime.locations': ['Des salles ont un lieu sur une carte ; seuls les trajets donnés en minutes sont conservés.'],
  'unitime.discouraged': ['Certaines salles sont déconseillées à tous ; ce n’est pas appliqué.'],
  'unitime.studentWeights': ['Des étudiants comptent pour plus ou moins d’un ; ici chacun compte une fois.'],

  'scheduleEngine.text': ['« {field} » doit être un texte non vide.', 'Écrivez-le entre guillemets doubles.'],
  'scheduleEngine.textInList': ['Il faut ici un texte non vide.'],
  'scheduleEngine.number': [
    '« {field} » doit être un nombre{kind=any:|whole: entier} de {min} à {max}.',
    '{wrong=text:Écrivez-le sans guillemets.|number:Corrigez le nombre.}',
  ],
  'scheduleEngine.weeklyHours': ['« {field} » doit être d’au plus {most} heures par semaine.', 'Corrigez le nombre.'],
  'scheduleEngine.list': ['« {field} » doit être une liste.', 'Écrivez-la entre crochets.'],
  'scheduleEngine.record': ['Chaque entrée de la liste doit être un objet.'],
  'scheduleEngine.subgroupForm': ['Un sous-groupe doit être un texte ou un objet avec « id ».'],
  'scheduleEngine.courseForm': ['Un cours doit être un texte ou un objet avec « coursecode ».'],
  'scheduleEngine.courseType': ['« coursetype » doit être « Theory » ou « Practical ».'],
  'scheduleEngine.duplicate': [
    '{what=course:Le cours|group:Le groupe|instructor:L’enseignant|room:La salle} « {id} » figure déjà à {earlier}.',
    'Donnez un autre identifiant à l’un des deux, ou supprimez-le.',
  ],
  'scheduleEngine.subgroup': ['Le groupe « {id} » existe déjà.', 'Donnez un autre identifiant au sous-groupe.'],
  'scheduleEngine.boolean': ['« NeedsScheduling » doit être true ou false.'],
  'scheduleEngine.availability': ['« availability » doit être un objet de jours de la semaine.'],
  'scheduleEngine.periods': ['Les heures d’un jour doivent être une liste.'],
  'scheduleEngine.weekday': ['« {day} » n’est pas un jour de la semaine.', 'Écrivez de Sunday à Friday.'],
  'scheduleEngine.clock': [
    'Une plage doit avoir « start » et « end » sous la forme HH:MM.',
    'Par exemple {"start": "10:15", "end": "13:00"}.',
  ],
  'scheduleEngine.periodEnd': ['Une plage doit finir après son début.'],
  'scheduleEngine.hours': [
    'Les fichiers ne disent pas quand l’établissement est ouvert ; de {from}:00 à {to}:00, du dimanche au vendredi, a été supposé.',
    'Changez le calendrier si les heures sont autres.',
  ],
  'scheduleEngine.rounding': [
    'Les créneaux sont des heures : {rounding=inward:seules comptent les heures entières dans une disponibilité (10:15–13:00 devient 11:00–13:00)|down:le début et la fin d’une disponibilité sont arrondis à l’heure inférieure (14:25–16:55 devient 14:00–16:00)}.',
  ],
  'scheduleEngine.unknownRounding': ['L’arrondi doit être « inward » ou « down ».'],
  'scheduleEngine.open': ['Les heures d’ouverture doivent être de 1 à 16 heures entières d’un jour.'],
  'scheduleEngine.instructorPerBlock': [
    'Chaque bloc d’un cours peut recevoir un autre enseignant qualifié.',
    'Verrouillez l’enseignant là où une personne doit assurer tous les blocs.',
  ],
  'scheduleEngine.unknownCourse': [
    'Le groupe {group} suit « {course} », qui n’est pas dans la liste des cours.',
    'Ajoutez le cours, ou corrigez son code. Il a été laissé de côté.',
  ],
  'scheduleEngine.notNeeded': [
    '{count|cours marqué|cours marqués} comme à ne pas planifier, laissés de côté (avec des groupes : {enrolled}).',
  ],
  'scheduleEngine.unattended': ['{count|cours suivi|cours suivis} par aucun groupe, laissés de côté.'],
  'scheduleEngine.partOfHour': [
    '{count|partie pratique|parties pratiques} de moins d’une heure : une heure entière est prévue.',
  ],
  'scheduleEngine.fraction': [
    '{count|cours a|cours ont} des fractions d’heure, qui ne tiennent pas dans des créneaux d’une heure ; elles ont été coupées.',
    'Allongez ces séances si les demi-heures importent.',
  ],
  'scheduleEngine.longPractical': [
    '{count|partie pratique|parties pratiques} de plus de {longest} heures : divisées en blocs d’au plus {block}.',
  ],
  'scheduleEngine.noRoomWithFeature': [
    'Aucune salle n’a l’équipement qu’il faut à {id} ; toute salle de travaux pratiques est prise.',
    'Ajoutez l’équipement à une salle, ou corrigez son orthographe.',
  ],
  'scheduleEngine.noRoom': [
    'Aucune salle ne convient à {id} ; n’importe laquelle est prise, et chaque séance enfreint une règle.',
    'Ajoutez une salle du type « {type} ».',
  ],
  'scheduleEngine.nobodyQualified': [
    'Personne n’est qualifié pour {id} ; n’importe qui est pris, et chaque séance enfreint une règle.',
    'Ajoutez « {course} » ({type}) aux cours d’un enseignant.',
  ],
  'scheduleEngine.neverAvailable': [
    '« {id} » n’est disponible à aucune heure ouverte.',
    'Corrigez les heures, ou laissez « availability » vide pour toujours.',
  ],
  'scheduleEngine.saturday': [
    '{count|entrée est disponible|entrées sont disponibles} le samedi, jour sans cours ; ces heures ont été laissées de côté.',
  ],
  'scheduleEngine.maxLoad': [
    'Les limites d’heures par semaine de {count|enseignant|enseignants} sont conservées, mais pas appliquées.',
  ],
  'scheduleEngine.twice': [
    'Un deuxième fichier contient des {part=courses:cours|groups:groupes|instructors:enseignants|rooms:salles}.',
    'Déposez un fichier pour chacun : cours, groupes, enseignants et salles.',
  ],
  'scheduleEngine.wholeList': [
    'Le fichier doit être une liste de {part=courses:cours|groups:groupes|instructors:enseignants|rooms:salles}.',
    'Le fichier entier est une liste entre crochets.',
  ],
  'scheduleEngine.missing': [
    'Il manque la liste des {part=courses:cours|groups:groupes|instructors:enseignants|rooms:salles}.',
    'Déposez ensemble Course.json, Groups.json, Instructors.json et Rooms.json.',
  ],
  'scheduleEngine.ignored': ['« {field} » n’est pas une des quatre listes et a été laissé de côté.'],
  'scheduleEngine.notRead': ['Les listes de schedule-engine de ce projet ne sont pas complètes.', saveProject],
  'scheduleEngine.notWritten': [`Les listes de schedule-engine n’ont pas de mot pour : ${lost}.`],
};
