/** Puts other ids in the place of some, wherever a document carries them: values, map keys, paths of edits. Pure. */
export type Ids = ReadonlyMap<string, string>;

/** The same object when it carries none of the ids. */
export function replaceIds<T>(value: T, ids: Ids): T {
  // Every branch gives back what it was given, with strings exchanged for strings.
  return replaced(value, ids) as T;
}

function replaced(value: unknown, ids: Ids): unknown {
  if (typeof value === 'string') return replacedText(value, ids);
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? replacedList(value, ids) : replacedRecord(value, ids);
}

/** An id, or a dotted path with ids on its way; ids are long and random, so nothing else looks like one. */
function replacedText(text: string, ids: Ids): string {
  const whole = ids.get(text);
  if (whole !== undefined || !text.includes('.')) return whole ?? text;
  const keys = text.split('.');
  return keys.some((key) => ids.has(key)) ? keys.map((key) => ids.get(key) ?? key).join('.') : text;
}

function replacedList(list: readonly unknown[], ids: Ids): readonly unknown[] {
  const next = list.map((item) => replaced(item, ids));
  return next.some((item, i) => item !== list[i]) ? next : list;
}

function replacedRecord(record: object, ids: Ids): object {
  const entries = Object.entries(record);
  const next = entries.map(([key, item]): [string, unknown] => [replacedText(key, ids), replaced(item, ids)]);
  const isSame = next.every(([key, item], i) => key === entries[i]?.[0] && item === entries[i]?.[1]);
  return isSame ? record : Object.fromEntries(next);
}
