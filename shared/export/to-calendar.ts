/**
 * Days to keep in mind as a calendar file (RFC 5545) that phones and office calendars take in. All-day events only: a
 * duty is due on a day, whatever the clock says there. Pure; the moment of writing and the ids come from the caller.
 */

export interface CalendarEvent {
  /** The same for the same event in every file, so that reading a newer file moves the event instead of doubling it. */
  readonly uid: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly category: string;
}

export interface Calendar {
  readonly name: string;
  /** ISO instant in UTC. */
  readonly writtenAt: string;
  readonly events: readonly CalendarEvent[];
}

/** Longest line in octets, without its end (RFC 5545, 3.1). */
const maxOctets = 75;

/** @returns the text of the file; write it as UTF-8 without a byte order mark. */
export function toCalendar({ name, writtenAt, events }: Calendar): string {
  const stamp = `${writtenAt.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//two-new-ledger//duties//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

/** Without an end an all-day event lasts its one day (3.6.1). */
const eventLines = (event: CalendarEvent, stamp: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${escapeText(event.uid)}`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${event.day.replaceAll('-', '')}`,
  `SUMMARY:${escapeText(event.summary)}`,
  ...(event.description === '' ? [] : [`DESCRIPTION:${escapeText(event.description)}`]),
  ...(event.location === '' ? [] : [`LOCATION:${escapeText(event.location)}`]),
  ...(event.category === '' ? [] : [`CATEGORIES:${escapeText(event.category)}`]),
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/** Control characters have no place in a calendar; a line break is written as \n (3.3.11). */
const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** Continued lines begin with a space, which counts; a character is never cut in two. */
function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const char of line) {
    const size = octetsOf(char.codePointAt(0) ?? 0);
    if (octets + size > maxOctets) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += char;
    octets += size;
  }
  return folded;
}

const octetsOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
