/** One text for equal data, whatever order its keys were written in: what a digest can be taken over. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (isRecord(part) ? sorted(part) : part));
}

type PlainRecord = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is PlainRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** By code unit, never by a locale. fromEntries would take a key `__proto__` for what it says; entries here are plain. */
function sorted(record: PlainRecord): PlainRecord {
  const result: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(record).sort()) result[key] = record[key];
  return result;
}
