import type { Phrases, Wording } from '../../../domain/wording/wording.ts';
import { advice } from './advice.ts';
import { messages } from './messages.ts';
import { ruleKinds } from './rule-kinds.ts';

const phrases: Phrases = {
  comma: ', ',
  and: '{list} et {last}',
  or: '{list} ou {last}',
  others: '{count} autres',
  countedEvents: '{name} ({count} séances)',
  week: 'semaine {weeks}',
  weeks: 'semaines {weeks}',
  dayInWeeks: '{day} ({weeks})',
  onSlots: 'le {slots}',
  fromTo: '{from} et {to}',
  every_events: 'chaque séance',
  every_courses: 'chaque cours',
  every_groups: 'chaque groupe',
  every_instructors: 'chaque enseignant',
  every_rooms: 'chaque salle',
  eventOfEvery_courses: 'chaque séance de chaque cours',
  eventOfEvery_groups: 'chaque séance de chaque groupe',
  eventOfEvery_instructors: 'chaque séance de chaque enseignant',
  eventOfEvery_rooms: 'chaque séance de chaque salle',
  eventOf: 'chaque séance de {who}',
  allEvents: 'toutes les séances',
  eventsOfEach_courses: 'les séances de chaque cours',
  eventsOfEach_groups: 'les séances de chaque groupe',
  eventsOfEach_instructors: 'les séances de chaque enseignant',
  eventsOfEach_rooms: 'les séances de chaque salle',
  eventsOfAll_courses: 'les séances de tous les cours',
  eventsOfAll_groups: 'les séances de tous les groupes',
  eventsOfAll_instructors: 'les séances de tous les enseignants',
  eventsOfAll_rooms: 'les séances de toutes les salles',
  eventsOf: 'les séances de {who}',
  eventsOfEachNamed: 'les séances de {who} (chacun pour soi)',
  tagged: ' avec l’étiquette {tags}',
  noTag: '(aucune encore)',
  nobody: 'encore personne',
  except: ' sauf {who}',
  eachVerb: '{verb} chacun',
  placed: '{events} n’est pas complètement placée : il manque une heure, une salle ou un enseignant',
  closed: '{events} se tient pendant une pause ou hors des heures d’ouverture {when}',
  enrolled: '{amount|Un étudiant demande|# étudiants demandent} {course} sans place dans ses séances',
  eventLimit: '{events} a {amount|étudiant|étudiants} au-delà de sa limite',
  preference: '{events} a une heure, une salle ou un enseignant moins souhaité (coût {cost})',
  clash_once: '{events} a {who} plus d’une fois {when}',
  clash_overlap: 'Les étudiants de {who} ont {count|séance|séances} {when} : {events}',
  clash_room: '{who} accueille {count|séance|séances} {when}{?most| (au plus #)} : {events}',
  clash_person: '{who} a {count|séance|séances} {when}{?most| (au plus #)} : {events}',
  holds_lock: '{events} reste comme verrouillé',
  holds_noTime: '{events} : aucune heure possible',
  holds_times: '{events} : seulement {count|une heure possible|# heures possibles}',
  holds_noRoom: '{events} : aucune salle possible',
  holds_rooms: '{events} : seulement {count|une salle possible|# salles possibles}',
  holds_room: '{who} {?several|accueillent chacune|accueille} {?most|au plus # séances|une séance} à la fois',
  holds_instructor: '{who} {?several|enseignent chacun|enseigne} {?most|au plus # séances|une séance} à la fois',
  holds_group: '{who} {?several|suivent chacun|suit} {?most|au plus # séances|une séance} à la fois',
  fault_whole: 'doit être un nombre entier de {min} à {max}',
  fault_nobody: 'doit nommer quelqu’un ou une étiquette',
  fault_unknown: 'nomme « {id} », qui n’existe pas',
  fault_dayEnd: 'doit finir dans la journée',
  fault_calendar: 'doit choisir des créneaux et des semaines du calendrier',
  fault_aboveMax: 'ne doit pas dépasser le maximum',
  fault_chooseSlot: 'doit choisir un créneau',
  fault_aboveChosen: 'ne doit pas dépasser les {count} créneaux choisis',
  fault_noPlacement: 'doit placer au moins une séance',
  fault_allZero: 'ne doit pas être 0 comme les autres',
  fault_manySlots: 'ne peut être respecté avec plus de {count} créneaux par jour',
};

const proofs: NonNullable<Wording['proofs']> = {
  slots: '{count|créneau|créneaux}',
  moments: '{count|moment|moments}',
  instructors: '{count|enseignant|enseignants}',
  groups: '{count|groupe|groupes}',
  rooms: '{count|salle|salles}',
  groupOverfull: '{who} a des séances pour {need}, mais seulement {available} sont ouverts : {lack} de trop.',
  groupTight: '{who} a besoin de {needed} sur {have}.',
  instructorTight: '{who} a besoin de {needed} sur {have}.',
  noTime: '{events} n’a aucune heure possible.',
  noRoom: '{events} n’a aucune salle possible.',
  tooFewRooms: '{events} a besoin de {rooms} salles à la fois et n’en a que {possible} possibles.',
  noFreeTime: '{events} n’a aucune heure où tous sont disponibles.',
  noFreeInstructor: '{events} n’a aucune heure où assez d’enseignants sont disponibles en continu parmi {holders}.',
  noSuitableRoom: 'Aucune salle n’a ce qu’il faut pour {events}.',
  roomShortage:
    '{events} : il faut {need}, mais les salles adaptées ({holders}) n’en offrent que {available}. Il manque {lack}.',
  roomsTight: 'Les salles sont nécessaires pendant {needed} sur {have}.',
  instructorShortage:
    '{events} : il faut {need} de {holders}, mais seulement {available} tiennent dans les heures disponibles. Il manque {lack}.',
  instructorShortage_long:
    '{events} : il faut {need} de {holders}, mais seulement {available} tiennent dans les heures disponibles assez longues. Il manque {lack}.',
  timeShortage:
    '{events} : il faut {need} ; ensemble, {holders} ne peuvent en tenir que {available}. Il manque {lack}.',
  timeShortage_long:
    '{events} : il faut {need} ; ensemble, {holders} ne peuvent en tenir que {available} dans des plages assez longues. Il manque {lack}.',
  blocksTooMany:
    '{events} : il faut {needed} rencontres{?length| d’au moins # créneaux}, mais les jours de {holders} en tiennent {available} : {missing} de trop.',
  unavoidable:
    '{events} n’ont aucun choix qui respecte toutes les règles strictes : où qu’elles soient placées, il y a au moins {bound|infraction|infractions}.',
  scarceSlots:
    '{events} se disputent les heures de {holders}. Chaque heure pesée selon sa rareté : où qu’elles soient placées, il y a au moins {bound|infraction|infractions} aux règles strictes.',
};

/** Sentences about a project, in French. */
export const wording: Wording = { language: 'fr', phrases, rules: ruleKinds, proofs, messages, advice };
