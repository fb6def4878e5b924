/** How values come from and go to PostgreSQL, so that both drivers give and take the same. */

type Parse = (text: string) => unknown;

const asText: Parse = (text) => text;

function toSafeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint out of range: ${text}`);
  return value;
}

/** `2026-11-21 05:40:00.123456+00` to `2026-11-21T05:40:00.123Z`; `infinity` stays. */
function toUtcIso(text: string): string {
  const match = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.\d{1,3})?\d*([+-]\d\d)(?::?(\d\d))?$/.exec(text);
  if (match === null) return text;
  const [, day, time, fraction = '', hours, minutes = '00'] = match;
  return new Date(`${day}T${time}${fraction}${hours}:${minutes}`).toISOString();
}

/** By type number of pg_type, which never changes for built-in types. Types not listed are left to both drivers alike. */
export const scalarParsers: Readonly<Record<number, Parse>> = {
  20: toSafeNumber, // bigint
  114: JSON.parse, // json
  1082: asText, // date
  1114: asText, // timestamp without zone
  1184: toUtcIso, // timestamptz
  1186: asText, // interval
  1700: asText, // numeric
  3802: JSON.parse, // jsonb
};

/** Type number of the array of each of them. */
export const arrayTypes: Readonly<Record<number, number>> = {
  20: 1016,
  114: 199,
  1082: 1182,
  1114: 1115,
  1184: 1185,
  1186: 1187,
  1700: 1231,
  3802: 3807,
};

/** A bound value as PostgreSQL reads it. */
export function toParameter(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return `{${value.map(toArrayItem).join(',')}}`;
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      return value instanceof Date ? value.toISOString() : JSON.stringify(value);
  }
}

function toArrayItem(value: unknown): string {
  if (Array.isArray(value)) return toParameter(value) ?? 'NULL';
  const text = toParameter(value);
  return text === null ? 'NULL' : `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
