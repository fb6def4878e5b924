/** The same firm or the same person in the books of two townships. */
import type { Relations } from '@shared/rules/relations';

export interface Duplicate {
  readonly id: string;
  readonly what: string;
  readonly records: readonly { readonly id: string; readonly name: string; readonly placeId: string }[];
  readonly collection: 'units' | 'people';
}

export function duplicatesAcross({ documents, indexes }: Relations): Duplicate[] {
  const units = (['unitsByUscc', 'unitsByName'] as const).flatMap((index) =>
    [...indexes[index]].flatMap(([key, ids]) => {
      const records = [...ids].flatMap((id) => {
        const unit = documents.units.get(id);
        return unit ? [{ id, name: unit.name, placeId: unit.townshipId }] : [];
      });
      const what = index === 'unitsByUscc' ? `统一社会信用代码 ${key}` : '名称相同';
      return found(`${index}:${key}`, what, records, 'units');
    }),
  );
  const people = [...indexes.peopleByIdNo].flatMap(([key, ids]) => {
    const records = [...ids].flatMap((id) => {
      const person = documents.people.get(id);
      return person ? [{ id, name: person.name, placeId: person.orgUnitId }] : [];
    });
    // The number itself is nobody's business on a board.
    return found(`idNo:${key}`, '身份证号相同', records, 'people');
  });
  return [...units, ...people];
}

const found = (
  id: string,
  what: string,
  records: Duplicate['records'],
  collection: Duplicate['collection'],
): Duplicate[] =>
  new Set(records.map((record) => record.placeId)).size > 1 ? [{ id, what, records, collection }] : [];
