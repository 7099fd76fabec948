import type { RuleWords } from '../../../domain/wording/wording.ts';

const daysAsOneLabel = ['Jours du calendrier qui comptent pour un', 'jours'] as const;

/** Every kind of rule, in French. */
export const ruleKinds: Readonly<Record<string, RuleWords>> = {
  unavailable: {
    title: 'Indisponibilité',
    doc: 'Une unité pour chaque créneau où une séance a besoin de quelqu’un ou de quelque chose qui n’est pas disponible à ce moment.',
    sentence: '{scope|n’est pas disponible|ne sont pas disponibles} {slots|à des heures encore à choisir}',
    params: { slots: ['Indisponible à'] },
    reasons: { usual: '{who} n’est pas disponible {day}{?slots| #}, mais a {events}' },
  },
  preferredTime: {
    title: 'Heures préférées',
    doc: 'Une unité pour chaque séance qui ne commence pas dans l’un des créneaux choisis ou, si c’est demandé, qui n’y tient pas entièrement.',
    sentence: '{event|a|ont} {wholly|tous les créneaux|le premier créneau} {slots|à des heures encore à choisir}',
    params: { slots: ['Créneaux préférés'], wholly: ['Entièrement à l’intérieur, pas seulement le début'] },
    reasons: {
      usual: '{events} commence hors des heures préférées',
      wholly: '{events} se tient hors des heures préférées',
    },
  },
  roomCapacity: {
    title: 'Capacité des salles',
    doc: 'Une unité pour chaque personne sans place ; une séance dans plusieurs salles y est répartie également.',
    sentence: '{event|a|ont} une place assise pour chaque participant',
    params: {},
    reasons: { usual: 'Il manque {amount|place|places} pour {events} dans {who}' },
  },
  roomSuitability: {
    title: 'Salles adaptées',
    doc: 'Une unité pour chaque salle d’une séance qui n’est pas dans la liste des salles permises ou, sans liste, qui n’a pas le type et l’équipement demandés.',
    sentence: '{event|a|ont} lieu dans {roomIds|une salle du bon type avec tout l’équipement}',
    params: { roomIds: ['Salles permises (vide : selon le type et l’équipement)'] },
    reasons: { usual: '{who} ne convient pas pour {events}' },
  },
  instructorSuitability: {
    title: 'Enseignants adaptés',
    doc: 'Une unité pour chaque enseignant d’une séance qui n’est pas dans la liste des permis ou, sans liste, qui n’est pas qualifié ; tant que personne ne l’est, pour chacun.',
    sentence:
      '{event|a|ont} pour enseignant {instructorIds|quelqu’un de qualifié}{nobodyYet| (personne ne l’est encore)|}',
    params: {
      instructorIds: ['Enseignants permis (vide : tous ceux qui sont qualifiés)'],
      nobodyYet: ['Personne n’est encore qualifié'],
    },
    reasons: { usual: '{who} ne devrait pas enseigner {events}' },
  },
  pinned: {
    title: 'Garder ce qui est verrouillé',
    doc: 'Une unité pour chaque partie verrouillée d’une séance (heure, chaque salle, chaque enseignant) qui s’écarte du verrou. Les verrous restreignent aussi la recherche.',
    sentence: '{event|reste|restent} à la place verrouillée',
    params: {},
    reasons: {
      usual: '{events} n’est pas à son heure verrouillée',
      other: '{events} ne devrait pas avoir {who} : un autre choix est verrouillé',
    },
  },
  preferNotToMove: {
    title: 'Éviter de déplacer',
    doc: 'Une unité pour chaque partie d’une séance (heure, chaque salle, chaque enseignant) qui n’est pas là où elle ferait mieux de rester : cela coûte un peu et n’interdit rien.',
    sentence: '{event|reste|restent} si possible à la place marquée',
    params: {},
    reasons: {
      usual: '{events} n’est pas à l’heure où elle ferait mieux de rester',
      other: '{events} a {who} au lieu de ce qu’elle ferait mieux de garder',
    },
  },
  minimalChange: {
    title: 'Peu de changements',
    doc: 'Pour chaque séance qui a une autre heure, une autre salle ou un autre enseignant que dans la référence, autant d’unités que réglé. Ce que la référence ne dit pas est libre.',
    sentence:
      '{event|reste|restent} comme dans la référence (une autre heure compte {time}, une salle {room}, un enseignant {instructor})',
    params: {
      reference: ['Comme dans la référence'],
      time: ['Une autre heure compte'],
      room: ['Une autre salle compte'],
      instructor: ['Un autre enseignant compte'],
    },
    reasons: {
      usual: '{events} est à une autre heure que dans la référence',
      other: '{events} a {who}, ce qui n’était pas le cas dans la référence',
    },
  },
  studentConflict: {
    title: 'Étudiants en conflit',
    doc: 'Une unité pour chaque étudiant et chaque paire de ses séances individuelles qui se chevauchent.',
    sentence: 'Les étudiants de {events} n’en ont jamais deux à la même heure',
    params: {},
    reasons: { usual: '{amount|# étudiant a|# étudiants ont} {events} à la même heure' },
  },
  attendanceConflict: {
    title: 'Étudiants répartis en conflit',
    doc: 'Une unité pour chaque étudiant qui demande des cours et chaque paire des séances choisies pour lui qui se chevauchent ou entre lesquelles le temps ne suffit pas pour le trajet.',
    sentence:
      'Les étudiants répartis dans {events} peuvent suivre tout ce qui a été choisi pour eux, trajet entre les salles compris',
    params: {},
    reasons: { usual: '{amount|# étudiant ne peut|# étudiants ne peuvent} pas suivre les deux : {events}' },
  },
  sameAttendees: {
    title: 'Suivies par les mêmes personnes',
    doc: 'Une unité pour chaque paire de séances que personne ne peut suivre toutes les deux : elles se chevauchent, ou le temps ne suffit pas pour le trajet entre les salles.',
    sentence: '{events} peuvent être suivies par les mêmes personnes, trajet entre les salles compris',
    params: {},
    reasons: { usual: 'Personne ne peut suivre les deux : {events}' },
  },
  differentDays: {
    title: 'Jours différents',
    doc: 'Une unité pour chaque paire de séances qui partagent un jour de la semaine, quelles que soient les semaines. Pour des séances, toutes les paires ; pour des cours ou groupes, les paires de chacun.',
    sentence: '{events} ont lieu des jours différents de la semaine',
    params: {},
    reasons: { usual: '{events} devraient avoir lieu des jours différents' },
  },
  minDaysBetween: {
    title: 'Jours d’écart, au moins',
    doc: 'Pour chaque paire de séances d’une même semaine, les jours qui manquent à l’écart voulu : 1 jour d’écart est le lendemain. Au choix, une unité de plus quand elles sont le même jour sans se suivre.',
    sentence:
      '{events} ont au moins {min|jour|jours} d’écart{adjacent| ; le même jour, elles se suivent directement|}{overBreaks|| (une pause entre elles ne compte pas comme directement)}{daysAsOne|, # jours du calendrier comptant pour un|}',
    params: {
      min: ['Au moins', 'jours d’écart'],
      adjacent: ['Le même jour, l’une juste après l’autre'],
      overBreaks: ['Une pause peut les séparer'],
      daysAsOne: daysAsOneLabel,
    },
    reasons: {
      usual: '{events} devraient avoir au moins {min|jour|jours} d’écart',
      follow: '{events} devraient se suivre si elles sont le même jour',
      both: '{events} devraient avoir au moins {min|jour|jours} d’écart, et se suivre si elles sont le même jour',
    },
  },
  maxDaysBetween: {
    title: 'Jours d’écart, au plus',
    doc: 'Pour chaque paire de séances d’une même semaine, les jours qui dépassent l’écart voulu : 1 jour d’écart est le lendemain.',
    sentence: '{events} ont au plus {max|jour|jours} d’écart{daysAsOne|, # jours du calendrier comptant pour un|}',
    params: { max: ['Au plus', 'jours d’écart'], daysAsOne: daysAsOneLabel },
    reasons: {
      usual: '{events} ont {has|jour|jours} d’écart (au plus {max})',
      same: '{events} devraient avoir lieu le même jour',
    },
  },
  daysLater: {
    title: 'Jours après, exactement',
    doc: 'Une unité pour chaque paire de séances dont la seconde, dans l’ordre de la règle, ne commence pas exactement tant de jours après le dernier jour de l’autre : 1 est le lendemain. La semaine peut recommencer après un nombre de jours, si bien que lundi suit vendredi.',
    sentence:
      '{events} se suivent à {days|jour|jours}, {either|dans un ordre quelconque|dans cet ordre}{cycle|, la semaine recommençant après # jours|}',
    params: {
      days: ['Exactement', 'jours après'],
      either: ['Dans un ordre quelconque'],
      cycle: ['La semaine recommence après (0 : jamais)', 'jours'],
    },
    reasons: {
      usual: '{events} devraient se suivre à {days|jour|jours} dans cet ordre',
      either: '{events} devraient se suivre à {days|jour|jours}',
    },
  },
  sameDays: {
    title: 'Mêmes jours',
    doc: 'Une unité pour chaque paire de séances qui n’ont pas lieu les mêmes jours de la semaine ; les jours de l’une peuvent être parmi ceux de l’autre.',
    sentence: '{events} ont lieu les mêmes jours de la semaine',
    params: {},
    reasons: { usual: '{events} devraient avoir lieu les mêmes jours' },
  },
  sameTime: {
    title: 'Même heure du jour',
    doc: 'Une unité pour chaque paire de séances dont aucune ne tient dans les heures de l’autre, quels que soient les jours et les semaines.',
    sentence: '{events} ont lieu à la même heure du jour',
    params: {},
    reasons: { usual: '{events} devraient avoir lieu à la même heure du jour' },
  },
  differentTime: {
    title: 'Heures du jour différentes',
    doc: 'Une unité pour chaque paire de séances qui ont un créneau de la journée en commun, même des jours ou des semaines différents.',
    sentence: '{events} ont lieu à des heures du jour différentes',
    params: {},
    reasons: { usual: '{events} devraient avoir lieu à des heures du jour différentes' },
  },
  sameStart: {
    title: 'Même début',
    doc: 'Une unité pour chaque paire de séances qui commencent dans des créneaux différents de la journée, quels que soient les jours.',
    sentence: '{events} commencent dans le même créneau de la journée',
    params: {},
    reasons: { usual: '{events} devraient commencer à la même heure du jour' },
  },
  overlap: {
    title: 'En même temps',
    doc: 'Une unité pour chaque paire de séances sans créneau commun le même jour de la même semaine ; un seul suffit.',
    sentence: '{events} ont lieu en même temps',
    params: {},
    reasons: { usual: '{events} devraient se chevaucher' },
  },
  notOverlap: {
    title: 'Pas en même temps',
    doc: 'Une unité pour chaque paire de séances qui ont un créneau en commun le même jour de la même semaine ; au choix, seulement avec des étiquettes différentes (de celles que la règle nomme).',
    sentence: '{events} ne se chevauchent jamais{otherTags|, sauf avec la même étiquette|}',
    params: { otherTags: ['Seulement avec des étiquettes différentes'] },
    reasons: { usual: '{events} ne devraient pas se chevaucher' },
  },
  minGapBetween: {
    title: 'Intervalle entre séances',
    doc: 'Une unité pour chaque paire de séances du même jour avec moins de créneaux entre elles que voulu ; les pauses comptent comme des créneaux.',
    sentence: '{events} ont au moins {gap|créneau|créneaux} entre elles le même jour',
    params: { gap: ['Au moins', 'créneaux entre elles'] },
    reasons: { usual: '{events} devraient avoir au moins {gap|créneau|créneaux} entre elles' },
  },
  minMinutesBetween: {
    title: 'Intervalle en minutes',
    doc: 'Une unité pour chaque paire de séances du même jour avec moins de minutes entre elles que voulu.',
    sentence: '{events} ont au moins {minutes|minute|minutes} entre elles le même jour',
    params: { minutes: ['Au moins', 'minutes entre elles'] },
    reasons: { usual: '{events} devraient avoir au moins {minutes|minute|minutes} entre elles' },
  },
  maxWorkDay: {
    title: 'Durée de la journée en minutes',
    doc: 'Une unité pour chaque paire de séances du même jour avec plus de minutes que voulu du début de la première à la fin de la seconde.',
    sentence: '{events} tiennent chaque jour en {minutes|minute|minutes}',
    params: { minutes: ['Au plus', 'minutes de la première à la dernière'] },
    reasons: { usual: '{events} devraient tenir en {minutes|minute|minutes} d’une journée' },
  },
  consecutive: {
    title: 'Juste l’une après l’autre',
    doc: 'Une unité pour chaque séance qui ne suit pas directement la précédente : les mêmes jours, les mêmes semaines, dans le créneau suivant ; les pauses ne comptent pas.',
    sentence: '{events} se suivent directement, dans cet ordre',
    params: {},
    reasons: { usual: '{events} devraient se suivre directement dans cet ordre' },
  },
  grouped: {
    title: 'En un bloc',
    doc: 'Une unité pour chaque paire de voisines qui ne sont pas côte à côte : les mêmes jours, les mêmes semaines, dans un ordre quelconque.',
    sentence: '{events} ont lieu en un bloc',
    params: {},
    reasons: { usual: '{events} devraient former un bloc' },
  },
  precedence: {
    title: 'L’une après l’autre',
    doc: 'Une unité pour chaque paire de séances dont les premières rencontres ne sont pas dans cet ordre : par première semaine, puis premier jour, puis heure.',
    sentence: '{events} viennent l’une après l’autre dans la semaine, dans cet ordre',
    params: {},
    reasons: { usual: '{events} devraient se suivre dans cet ordre' },
  },
  sameWeeks: {
    title: 'Mêmes semaines',
    doc: 'Une unité pour chaque paire de séances qui n’ont pas lieu les mêmes semaines, quels que soient les jours.',
    sentence: '{events} ont lieu les mêmes semaines',
    params: {},
    reasons: { usual: '{events} devraient avoir lieu les mêmes semaines' },
  },
  differentWeeks: {
    title: 'Semaines différentes',
    doc: 'Une unité pour chaque paire de séances qui ont une semaine en commun, quels que soient les jours.',
    sentence: '{events} ont lieu des semaines différentes',
    params: {},
    reasons: { usual: '{events} devraient avoir lieu des semaines différentes' },
  },
  sameRoom: {
    title: 'Même salle',
    doc: 'Une unité pour chaque paire de séances dont les (premières) salles diffèrent ; au choix, seulement quand l’une suit directement l’autre.',
    sentence: '{events} ont lieu dans la même salle{following| quand l’une suit directement l’autre|}',
    params: { following: ['Seulement quand l’une suit directement l’autre'] },
    reasons: { usual: '{events} devraient avoir lieu dans la même salle' },
  },
  differentRoom: {
    title: 'Salles différentes',
    doc: 'Une unité pour chaque paire de séances avec la même (première) salle ; sans salle, on ne compare pas.',
    sentence: '{events} ont lieu dans des salles différentes',
    params: {},
    reasons: { usual: '{events} devraient avoir lieu dans des salles différentes' },
  },
  sameInstructor: {
    title: 'Même enseignant',
    doc: 'Une unité pour chaque paire de séances qui ont des enseignants, mais aucun en commun.',
    sentence: '{events} ont le même enseignant',
    params: {},
    reasons: { usual: '{events} devraient avoir le même enseignant' },
  },
  differentInstructor: {
    title: 'Enseignants différents',
    doc: 'Une unité pour chaque paire de séances qui ont un enseignant en commun.',
    sentence: '{events} ont des enseignants différents',
    params: {},
    reasons: { usual: '{events} ne devraient pas avoir le même enseignant' },
  },
  beginsOrEndsDay: {
    title: 'Première ou dernière du jour',
    doc: 'La séance est la première de la journée pour tous ceux qui la suivent ou, si c’est demandé, la dernière : une unité pour chaque autre qui, le même jour, commence avant ou finit après.',
    sentence: '{event|est|sont} {ends|en dernier|en premier} dans la journée de tous ceux qui y participent',
    params: { ends: ['En dernier au lieu d’en premier'] },
    reasons: {
      usual: '{event} devrait ouvrir la journée de ses étudiants, mais {other} commence plus tôt',
      last: '{event} devrait finir la journée de ses étudiants, mais {other} finit plus tard',
    },
  },
  isolated: {
    title: 'Heures isolées',
    doc: 'Une unité pour chaque créneau occupé d’une journée dont les deux voisins sont libres.',
    sentence: '{scope|n’a|n’ont} aucune heure sans voisine le même jour',
    params: {},
    reasons: { usual: '{who} a {amount|heure isolée|heures isolées} {day}' },
  },
  minDays: {
    title: 'Nombre minimal de jours',
    doc: 'Une unité pour chaque jour qui manque dans une semaine. Seulement pour ceux qui ont sûrement une séance.',
    sentence: '{scope|a|ont} des séances au moins {min|jour|jours} par semaine',
    params: { min: ['Au moins', 'jours'] },
    reasons: { usual: 'Les séances de {who} sont réparties sur {has} d’au moins {min|jour|jours}' },
  },
  maxDays: {
    title: 'Nombre maximal de jours',
    doc: 'Une unité pour chaque jour de cours au-delà de la limite, semaine par semaine.',
    sentence: '{scope|a|ont} des séances au plus {max|jour|jours} par semaine',
    params: { max: ['Au plus', 'jours'] },
    reasons: { usual: '{who} a cours {has|jour|jours} (au plus {max})' },
  },
  maxGapsPerDay: {
    title: 'Trous par jour',
    doc: 'Une unité pour chaque créneau libre d’une journée au-delà de la limite, entre le premier et le dernier occupé, qui n’est pas une pause et où la personne est disponible.',
    sentence: '{scope|a|ont} au plus {max|trou|trous} par jour',
    params: { max: ['Au plus', 'trous par jour'] },
    reasons: { usual: '{who} a {has|créneau libre|créneaux libres} entre des cours {day}{?max| (au plus #)}' },
  },
  lunch: {
    title: 'Pause de midi',
    doc: 'Une unité pour chaque créneau qui manque à la plus longue plage libre de midi, les jours de cours.',
    sentence: '{scope|a|ont} {length|créneau libre|créneaux libres de suite} entre {window} les jours de cours',
    params: { window: ['Entre'], length: ['Libres', 'créneaux de suite'] },
    reasons: { usual: '{who} a {free} au lieu de {length|créneau libre|créneaux libres} à midi {day}' },
  },
  runLength: {
    title: 'Longueur des blocs',
    doc: 'Une unité pour chaque créneau qui manque à un bloc d’heures consécutives, ou qui y est de trop.',
    sentence: '{scope|a|ont} des blocs de {min} à {max|créneau|créneaux} de suite',
    params: { min: ['Au moins', 'créneaux de suite'], max: ['Au plus', 'créneaux de suite'] },
    reasons: { usual: 'Les blocs de {who} {day} n’ont pas tous de {min} à {max|créneau|créneaux}' },
  },
  roomStability: {
    title: 'Peu de salles',
    doc: 'Une unité pour chaque salle différente d’un cours au-delà de la limite.',
    sentence: '{scope|a|ont} lieu dans au plus {max|salle|salles}',
    params: { max: ['Au plus', 'salles'] },
    reasons: { usual: '{who} utilise {has|salle|salles} au lieu de {max}' },
  },
  minLoadPerDay: {
    title: 'Charge minimale par jour',
    doc: 'Une unité pour chaque créneau qui manque à un jour de cours ; au choix aussi aux jours sans cours, s’ils sont ouverts et que la personne est disponible.',
    sentence: '{scope|a|ont} au moins {min|créneau|créneaux} {emptyDays|chaque jour ouvert|chaque jour de cours}',
    params: { min: ['Au moins', 'créneaux par jour'], emptyDays: ['Aussi les jours sans cours'] },
    reasons: {
      usual: '{who} a {has|créneau|créneaux} {day} (au moins {min})',
      nothing: '{who} n’a rien pendant {free|jour|jours} (au moins {min|créneau|créneaux} par jour)',
    },
  },
  maxLoadPerDay: {
    title: 'Charge par jour',
    doc: 'Une unité pour chaque créneau occupé d’une journée au-delà de la limite.',
    sentence: '{scope|a|ont} au plus {max|créneau|créneaux} par jour',
    params: { max: ['Au plus', 'créneaux par jour'] },
    reasons: { usual: '{who} a {has|créneau|créneaux} {day} (au plus {max})' },
  },
  maxSpan: {
    title: 'Longueur de la journée',
    doc: 'Une unité pour chaque créneau au-delà de la limite, du début de la première heure à la fin de la dernière, trous et pauses compris.',
    sentence: '{scope|a|ont} au plus {max|créneau|créneaux} de la première à la dernière heure d’une journée',
    params: { max: ['Au plus', 'créneaux de la première à la dernière'] },
    reasons: { usual: '{who} a une journée de {has|créneau|créneaux} {day} (au plus {max})' },
  },
  maxConsecutive: {
    title: 'Heures de suite',
    doc: 'Une unité pour chaque créneau au-delà de la limite dans une suite d’heures sans interruption ; une pause l’interrompt.',
    sentence: '{scope|a|ont} au plus {max|créneau|créneaux} de suite',
    params: { max: ['Au plus', 'créneaux de suite'] },
    reasons: { usual: '{who} a plus de {max|créneau|créneaux} de suite {day}' },
  },
  maxGapsPerWeek: {
    title: 'Trous par semaine',
    doc: 'Une unité pour chaque trou d’une semaine au-delà de la limite, tous les jours ensemble. On peut ne compter que des créneaux choisis.',
    sentence: '{scope|a|ont} au plus {max|trou|trous} {slots|par semaine}',
    params: { max: ['Au plus', 'trous par semaine'], slots: ['Parmi ces créneaux (aucun : tous)'] },
    reasons: { usual: '{who} a {has|créneau libre|créneaux libres} entre des cours dans la semaine (au plus {max})' },
  },
  minLoadPerWeek: {
    title: 'Charge minimale par semaine',
    doc: 'Une unité pour chaque créneau qui manque à une semaine. Seulement pour ceux qui ont sûrement une séance.',
    sentence: '{scope|a|ont} au moins {min|créneau|créneaux} par semaine',
    params: { min: ['Au moins', 'créneaux par semaine'] },
    reasons: { usual: '{who} a {has|créneau|créneaux} dans la semaine (au moins {min})' },
  },
  maxLoadPerWeek: {
    title: 'Charge maximale par semaine',
    doc: 'Une unité pour chaque créneau occupé d’une semaine au-delà de la limite ; un créneau avec deux séances compte une fois.',
    sentence: '{scope|a|ont} au plus {max|créneau|créneaux} par semaine',
    params: { max: ['Au plus', 'créneaux par semaine'] },
    reasons: { usual: '{who} a {has|créneau|créneaux} dans la semaine (au plus {max})' },
  },
  instructorLoad: {
    title: 'Heures des enseignants',
    doc: 'Une unité pour chaque créneau dont une semaine est sous la limite inférieure ou au-dessus de la limite supérieure.',
    sentence: '{scope|enseigne|enseignent} de {min} à {max|créneau|créneaux} par semaine',
    params: { min: ['Au moins', 'créneaux par semaine'], max: ['Au plus', 'créneaux par semaine'] },
    reasons: {
      usual: '{who} a {total|créneau|créneaux} dans la semaine (de {min} à {max})',
      most: '{who} a {total|créneau|créneaux} dans la semaine (au plus {max})',
    },
  },
  balancedDays: {
    title: 'Journées équilibrées',
    doc: 'Une unité pour chaque créneau dont la différence entre la plus longue et la plus courte journée d’une semaine dépasse la limite ; les jours vides ne comptent pas.',
    sentence: '{scope|a|ont} des journées qui diffèrent d’au plus {difference|créneau|créneaux}',
    params: { difference: ['Une différence d’au plus', 'créneaux'] },
    reasons: { usual: 'Les journées de {who} diffèrent de {has|créneau|créneaux} (au plus {difference})' },
  },
  maxDaysInInterval: {
    title: 'Jours dans une partie de la journée',
    doc: 'Une unité pour chaque jour d’une semaine avec un cours dans cette partie de la journée au-delà de la limite : peu de jours tardifs ou matinaux.',
    sentence: '{scope|a|ont} cours entre {interval} au plus {max|jour|jours} par semaine',
    params: { interval: ['Entre'], max: ['Au plus', 'jours'] },
    reasons: { usual: '{who} a des séances à {slots} pendant {has|jour|jours} (au plus {max})' },
  },
  maxDaysInSlots: {
    title: 'Jours avec des créneaux choisis',
    doc: 'Une unité pour chaque jour d’une semaine avec un cours dans les créneaux choisis au-delà de la limite : peu d’après-midi, de matins ou de samedis.',
    sentence:
      '{scope|a|ont} cours au plus {max|jour|jours} par semaine, en comptant ceux avec des séances {slots|dans un créneau quelconque}',
    params: { max: ['Au plus', 'jours'], slots: ['Avec des séances dans ces créneaux (aucun : tous)'] },
    reasons: { usual: '{who} a cours dans les créneaux choisis pendant {has|jour|jours} (au plus {max})' },
  },
  minRest: {
    title: 'Repos de nuit',
    doc: 'Une unité pour chaque heure, même commencée, qui manque entre la fin d’une journée et le début de la suivante.',
    sentence: '{scope|a|ont} au moins {hours|heure|heures} de repos entre un jour et le suivant',
    params: { hours: ['Au moins', 'heures'] },
    reasons: { usual: 'Il manque à {who} {amount|heure|heures} de repos avant {day} (au moins {hours})' },
  },
  earlyStart: {
    title: 'Début matinal',
    doc: 'Une unité pour chaque jour d’une semaine au-delà de la limite où la première séance ne commence pas dans le premier créneau possible.',
    sentence:
      '{scope|commence|commencent} au plus tard au créneau possible numéro {within} de la journée, plus tard au plus {max|jour|jours} par semaine',
    params: { max: ['Plus tard au plus', 'jours'], within: ['Dans les premiers', 'créneaux possibles'] },
    reasons: {
      usual:
        '{who} ne commence pas dans {within|le premier créneau|les # premiers créneaux} pendant {has|jour|jours}{?max| (au plus #)}',
    },
  },
  maxSimultaneous: {
    title: 'Séances à la fois',
    doc: 'Pour chaque créneau choisi, les séances au-delà de la limite qui s’y tiennent ; dans tous si aucun n’est choisi.',
    sentence: 'Pour {together} : au plus {max} à la fois {slots|dans chaque créneau}',
    params: { max: ['Au plus', 'à la fois'], slots: ['Dans ces créneaux (aucun : tous)'] },
    reasons: { usual: '{has} séances à la fois (au plus {max}) {day} {slots} : {events}' },
  },
  minSimultaneous: {
    title: 'Séances à la fois, au moins',
    doc: 'Pour chaque créneau choisi où une séance se tient, les séances qui manquent à la limite ; dans tous si aucun n’est choisi. Si les créneaux choisis ne peuvent rester vides, toutes manquent dans les vides.',
    sentence: 'Pour {together} : au moins {min}{empty| ou aucune|} à la fois {slots|dans chaque créneau}',
    params: {
      min: ['Au moins', 'à la fois'],
      empty: ['Des créneaux peuvent rester vides'],
      slots: ['Dans ces créneaux (aucun : tous)'],
    },
    reasons: {
      usual: '{has} séances à la fois (au moins {min}) {day} {slots} : {events}',
      empty: '{missing} des créneaux choisis sont vides : {who}',
    },
  },
  slotUse: {
    title: 'Usage des créneaux',
    doc: 'Une unité pour chaque créneau choisi utilisé sous la limite inférieure ou au-delà de la limite supérieure ; utilisé deux fois, il compte une fois.',
    sentence: '{together} utilisent de {min} à {max|créneau|créneaux}, comptés {slots|sur toute la semaine}',
    params: {
      min: ['Au moins', 'créneaux'],
      max: ['Au plus', 'créneaux'],
      slots: ['Parmi ces créneaux (aucun : tous)'],
    },
    reasons: {
      usual: '{total} des créneaux choisis sont pris par {who} (de {min} à {max})',
      most: '{total} des créneaux choisis sont pris par {who} (au plus {max})',
    },
  },
  maxLoadOfEvents: {
    title: 'Charge de certaines séances par jour',
    doc: 'Une unité pour chaque créneau d’une journée au-delà de la limite où l’une de ces séances a lieu : au plus deux heures de travaux pratiques par jour.',
    sentence: '{together} utilisent au plus {max|créneau|créneaux} par jour',
    params: { max: ['Au plus', 'créneaux par jour'] },
    reasons: { usual: '{amount|créneau|créneaux} de plus que {max} par jour : {who}' },
  },
  maxRunOfEvents: {
    title: 'Certaines séances de suite',
    doc: 'Pour chaque suite de créneaux où l’une de ces séances a lieu, les créneaux au-delà de la limite ; une pause termine la suite.',
    sentence: '{together} utilisent au plus {max|créneau|créneaux} de suite',
    params: { max: ['Au plus', 'créneaux de suite'] },
    reasons: { usual: '{amount|créneau|créneaux} de plus que {max} de suite : {who}' },
  },
  maxDaysOfEvents: {
    title: 'Jours de la semaine utilisés',
    doc: 'Une unité pour chaque jour de la semaine au-delà de la limite où l’une des séances a lieu, quelles que soient les semaines.',
    sentence:
      '{together} utilisent au plus {max|jour|jours} de la semaine{daysAsOne|, # jours du calendrier comptant pour un|} (compté {penalty|fois|fois})',
    params: { max: ['Au plus', 'jours'], daysAsOne: daysAsOneLabel, penalty: ['Fois', 'avant la division'] },
    reasons: { usual: '{events} devraient avoir lieu au plus {max|jour|jours}' },
  },
  maxDayMinutes: {
    title: 'Charge de la journée en minutes',
    doc: 'Les minutes dont les séances d’une journée dépassent la durée voulue, en unités, sur tous les jours et semaines, divisées par le nombre de semaines.',
    sentence:
      '{together} durent au plus {minutes|minute|minutes} par jour (chaque tranche de {unit|minute|minutes} en plus comptée {penalty|fois|fois})',
    params: {
      minutes: ['Au plus', 'minutes par jour'],
      unit: ['Compté par', 'minutes'],
      penalty: ['Fois', 'avant la division'],
    },
    reasons: { usual: '{events} ne devraient pas durer plus de {minutes|minute|minutes} en un jour' },
  },
  maxBreaks: {
    title: 'Interruptions de la journée',
    doc: 'Une unité pour chaque interruption d’une journée au-delà de la limite, sur toutes les semaines, divisée par le nombre de semaines. Il y a interruption quand plus de minutes que l’intervalle séparent deux séances.',
    sentence:
      '{together} ont au plus {max|interruption|interruptions} de plus de {gap|minute|minutes} par jour (compté {penalty|fois|fois})',
    params: {
      max: ['Au plus', 'interruptions par jour'],
      gap: ['Pas d’interruption jusqu’à', 'minutes'],
      penalty: ['Fois', 'avant la division'],
    },
    reasons: { usual: '{events} devraient avoir au plus {max|interruption|interruptions} par jour' },
  },
  maxBlock: {
    title: 'Longueur d’un bloc en minutes',
    doc: 'Une unité pour chaque bloc d’au moins deux séances d’une journée qui dure plus que voulu, sur toutes les semaines, divisée par le nombre de semaines.',
    sentence:
      '{together} ne forment pas de bloc de plus de {minutes|minute|minutes}, jusqu’à {gap|minute|minutes} d’écart faisant un bloc (compté {penalty|fois|fois})',
    params: {
      minutes: ['Au plus', 'minutes de la première à la dernière'],
      gap: ['Un bloc jusqu’à', 'minutes d’écart'],
      penalty: ['Fois', 'avant la division'],
    },
    reasons: { usual: '{events} ne devraient pas former de bloc de plus de {minutes|minute|minutes}' },
  },
  maxBuildingChanges: {
    title: 'Changements de bâtiment',
    doc: 'Une unité pour chaque changement au-delà de la limite, par jour ou par semaine : une séance dans un autre bâtiment, ou dans une autre salle, que la précédente du même jour. La première salle d’une séance compte ; les séances sans salle, ou dans une salle sans bâtiment, sont ignorées.',
    sentence:
      '{scope|a|ont} au plus {max|changement|changements} de {rooms|salle|bâtiment} par {perWeek|semaine|jour}{daysAsOne|, # jours du calendrier comptant pour un|}',
    params: {
      max: ['Au plus', 'changements'],
      perWeek: ['Par semaine, non par jour'],
      rooms: ['Les autres salles comptent, pas seulement les autres bâtiments'],
      daysAsOne: daysAsOneLabel,
    },
    reasons: {
      usual: '{who} change {has|fois|fois} de bâtiment le {day} (au plus {max})',
      rooms: '{who} change {has|fois|fois} de salle le {day} (au plus {max})',
      week: '{who} change {has|fois|fois} de bâtiment en une semaine (au plus {max})',
      roomsWeek: '{who} change {has|fois|fois} de salle en une semaine (au plus {max})',
    },
  },
  minGapAtChange: {
    title: 'Écart lors d’un changement de bâtiment',
    doc: 'Une unité pour chaque séance dans un autre bâtiment, ou dans une autre salle, que la précédente du même jour, quand il y a entre elles moins de créneaux que voulu : les pauses comptent comme créneaux, de même que les séances sans salle ou dans une salle sans bâtiment. La première salle d’une séance compte.',
    sentence:
      '{scope|a|ont} au moins {gap|créneau|créneaux} entre deux séances dans des {rooms|salles différentes|bâtiments différents}',
    params: {
      gap: ['Au moins', 'créneaux entre les deux'],
      rooms: ['Les autres salles comptent, pas seulement les autres bâtiments'],
    },
    reasons: {
      usual: '{who} change de bâtiment en moins de {gap|créneau|créneaux} le {day}',
      rooms: '{who} change de salle en moins de {gap|créneau|créneaux} le {day}',
    },
  },
  minFreeSlotsOvernight: {
    title: 'Créneaux libres la nuit',
    doc: 'Une unité pour chaque créneau qui manque entre la fin de la dernière séance d’un jour et le début de la première du jour suivant : on compte les créneaux qui restent après l’une et avant l’autre, pauses et créneaux fermés compris.',
    sentence:
      '{scope|a|ont} au moins {slots|créneau libre|créneaux libres} entre {halves|les moitiés d’un jour|un jour et le suivant}{circular|, du dernier jour au premier aussi|}',
    params: {
      slots: ['Au moins', 'créneaux libres'],
      circular: ['Le premier jour suit le dernier'],
      halves: ['Les jours sont des moitiés à tour de rôle : seulement entre deux moitiés'],
    },
    reasons: {
      usual: 'Il manque à {who} {amount|créneau libre|créneaux libres} avant {day} (au moins {slots})',
    },
  },
};
