import type { PublishedResource } from '@banso/contract';

const HOUR_MS = 3_600_000;

/** How a resource stands at a moment: a session to come (or under way), one that is over, or no session at all. */
export function sessionOf(
  resource: PublishedResource,
  now: Date,
): { at: 'coming' | 'over'; from: Date; to: Date } | undefined {
  if (resource.type !== 'webinar' || !resource.startsAt) return undefined;
  const from = new Date(resource.startsAt);
  // Without an end, an hour is what calendars assume.
  const to = resource.endsAt ? new Date(resource.endsAt) : new Date(from.getTime() + HOUR_MS);
  return { at: to > now ? 'coming' : 'over', from, to };
}

/** A calendar entry (RFC 5545) for a session: text that calendars of all makes read. */
export function calendarFile(resource: PublishedResource, from: Date, to: Date, now: Date): string {
  const stamp = (date: Date) => date.toISOString().replace(/[-:]|\.\d+/g, '');
  const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Banso//Widget//EN',
    'BEGIN:VEVENT',
    `UID:${resource.id}@banso`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(from)}`,
    `DTEND:${stamp(to)}`,
    `SUMMARY:${escaped(resource.title)}`,
    ...(resource.summary ? [`DESCRIPTION:${escaped(resource.summary)}`] : []),
    ...(resource.url ? [`URL:${resource.url}`] : []),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map(folded).join('\r\n');
}

/** Lines of more than 75 bytes go on in the next one, after a blank. Cut between characters. */
function folded(line: string): string {
  const bytes = new TextEncoder();
  let length = 0;
  return line.replace(/./gsu, (character) => {
    const size = bytes.encode(character).length;
    length += size;
    if (length <= 75) return character;
    length = size + 1;
    return `\r\n ${character}`;
  });
}
