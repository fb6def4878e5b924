/** What an office corrected in the map of columns once and should not have to correct again. */
import type { ColumnMemory, SheetChoice, SheetKind } from '@shared/import/model';

interface MappedSheet {
  readonly name: string;
  readonly kind: SheetKind;
  readonly headerPaths: readonly (readonly string[])[];
}

/**
 * Memory after this import: earlier corrections, overruled by the ones made now. A column left out on purpose is
 * remembered as ''. Columns without a heading have nothing to be recognized by and are not remembered.
 * @returns only the kinds of sheets whose memory changed
 */
export function rememberColumns(
  memory: readonly ColumnMemory[],
  sheets: readonly MappedSheet[],
  choices: Readonly<Record<string, SheetChoice>>,
  pathKey: (path: readonly string[]) => string,
): ColumnMemory[] {
  const before = new Map(memory.map(({ sheetKind, columns }) => [sheetKind, columns]));
  const after = new Map(before);
  for (const { name, kind, headerPaths } of sheets)
    for (const [index, field] of Object.entries(choices[name]?.columns ?? {})) {
      const path = headerPaths[Number(index)] ?? [];
      if (path.length > 0) after.set(kind, { ...after.get(kind), [pathKey(path)]: field ?? '' });
    }
  return [...after.entries()].flatMap(([sheetKind, columns]) => {
    const known = before.get(sheetKind) ?? {};
    const isNew = Object.entries(columns).some(([key, field]) => known[key] !== field);
    return isNew ? [{ sheetKind, columns }] : [];
  });
}
