import ICAL from 'ical.js';

export interface ReadEvent {
  readonly uid: string;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  readonly sequence: number;
  /** Start and end of every occurrence as ISO instants in UTC, ascending. */
  readonly occurrences: readonly (readonly [start: string, end: string])[];
  /** Names of the properties of the event. */
  readonly properties: readonly string[];
}

/** What an independent reader makes of a calendar; its time zones are those that the file defines. */
export function readCalendar(bytes: Uint8Array): { readonly name: string; readonly events: readonly ReadEvent[] } {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    const timezone = new ICAL.Timezone(zone);
    ICAL.TimezoneService.remove(timezone.tzid);
    ICAL.TimezoneService.register(timezone);
  }
  return {
    name: String(calendar.getFirstPropertyValue('x-wr-calname')),
    events: calendar.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component);
      return {
        uid: event.uid,
        summary: event.summary,
        location: event.location,
        description: event.description,
        sequence: event.sequence,
        occurrences: occurrencesOf(event),
        properties: component.getAllProperties().map(({ name }) => name),
      };
    }),
  };
}

function occurrencesOf(event: ICAL.Event): [string, string][] {
  const occurrences: [string, string][] = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next !== null && next !== undefined; next = iterator.next()) {
    const { startDate, endDate } = event.getOccurrenceDetails(next);
    occurrences.push([instant(startDate), instant(endDate)]);
    if (occurrences.length > 1000) throw new Error('The event has no end');
  }
  return occurrences;
}

function instant(time: ICAL.Time): string {
  return new Date(time.toUnixTime() * 1000).toISOString().replace(':00.000Z', 'Z');
}
