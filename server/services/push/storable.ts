/** What the database can keep as it is. */

/** PostgreSQL keeps neither the character 0 nor half a character. */
export const isStorableText = (text: string): boolean =>
  !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);

/** The same for whatever a device sent; `__proto__` is no field of anything either. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return isStorableText(value);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isStorable);
  return Object.entries(value).every(
    ([key, part]) => isStorableText(key) && !key.split('.').includes('__proto__') && isStorable(part),
  );
}
