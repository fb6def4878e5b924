import { type CalendarEvent, toCalendar } from '@shared/export/to-calendar';
import { describe, expect, it } from 'vitest';

const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'visit:i:a@two-new-ledger',
  day: '2025-06-30',
  summary: '指导员走访：甲公司',
  description: '',
  location: '',
  category: '',
  ...more,
});
const written = (events: readonly CalendarEvent[]) =>
  toCalendar({ name: '本周要办', writtenAt: '2025-06-18T01:02:03.456Z', events });

/** Reads a file back as RFC 5545 says: unfold, split at the first colon, unescape. */
function readCalendar(text: string) {
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  const plain = (value: string) =>
    value.replace(/\\([\\;,nN])/g, (_all, char: string) => (char.toLowerCase() === 'n' ? '\n' : char));
  const events: Record<string, string>[] = [];
  for (const line of lines) {
    const at = line.indexOf(':');
    const [name, value] = [line.slice(0, at), plain(line.slice(at + 1))];
    if (line === 'BEGIN:VEVENT') events.push({});
    else Object.assign(events.at(-1) ?? {}, { [name]: value });
  }
  return { lines, events };
}

describe('a calendar file (RFC 5545)', () => {
  it('reads back as it was, with separators, line breaks and letters of four octets', () => {
    const awkward = '甲,乙;丙\\丁\n第二行：“5:3” 𠮷野家';
    const { events } = readCalendar(
      written([event({ summary: awkward, description: awkward.repeat(20), location: '南岭镇, 东村' })]),
    );
    expect(events).toEqual([
      expect.objectContaining({
        UID: 'visit:i:a@two-new-ledger',
        DTSTAMP: '20250618T010203Z',
        'DTSTART;VALUE=DATE': '20250630',
        SUMMARY: awkward,
        DESCRIPTION: awkward.repeat(20),
        LOCATION: '南岭镇, 东村',
      }),
    ]);
  });

  it.each(['中', 'a', '𠮷', 'é'])(
    'folds lines of %s at 75 octets without cutting a letter (3.1)',
    (letter) => {
      for (let shift = 0; shift < 4; shift += 1) {
        const summary = 'x'.repeat(shift) + letter.repeat(200);
        const text = written([event({ summary })]);
        const encoded = text.split('\r\n').map((line) => new TextEncoder().encode(line));
        expect(Math.max(...encoded.map((line) => line.length))).toBeLessThanOrEqual(75);
        for (const line of encoded)
          expect(() => new TextDecoder('utf-8', { fatal: true }).decode(line)).not.toThrow();
        expect(text).not.toContain('\uFFFD');
        expect(readCalendar(text).events[0]?.['SUMMARY']).toBe(summary);
      }
    },
  );

  it('ends every line with CR LF, and a line break in a text starts no line of its own', () => {
    const text = written([event({ summary: 'A\r\nEND:VCALENDAR\rB\u0007' })]);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.match(/END:VCALENDAR\r\n/g)).toHaveLength(1);
    expect(readCalendar(text).events[0]?.['SUMMARY']).toBe('A\nEND:VCALENDAR\nB');
  });

  it('opens and closes what it begins, also without events', () => {
    const { lines, events } = readCalendar(written([]));
    expect(events).toEqual([]);
    expect([lines[0], lines[1], lines.at(-2), lines.at(-1)]).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'END:VCALENDAR',
      '',
    ]);
  });
});
