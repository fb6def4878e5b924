/** Records findable under several keys at once, such as code, name and former name. */
export class RecordIndex {
  private readonly ids = new Map<string, Set<string>>();

  add(kind: string, key: string | null | undefined, id: string): void {
    if (key === null || key === undefined || key === '') return;
    const place = `${kind}:${key}`;
    const found = this.ids.get(place);
    if (found) found.add(id);
    else this.ids.set(place, new Set([id]));
  }

  /** In the order they were added; empty for an empty key. */
  find(kind: string, key: string | null | undefined): readonly string[] {
    return key === null || key === undefined || key === '' ? [] : [...(this.ids.get(`${kind}:${key}`) ?? [])];
  }
}

/** Each number of a cell that may hold several. */
export const phonesOf = (phone: unknown): readonly string[] =>
  typeof phone === 'string' ? phone.split('、').filter((one) => one !== '') : [];
