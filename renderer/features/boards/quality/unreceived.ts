/** Numbers explained: how many of the units behind a figure rest on edits the county has not received yet. */
import type { CollectionName, DocumentOf, Register } from '@shared/domain/collections';
import { collectionNames } from '@shared/domain/collections';
import { touchUnits } from '@shared/figures/touched-units';
import type { UnitFacts } from '@shared/figures/unit-facts';
import { type Mark, unitsBehind } from '@shared/insights/mark';
import type { Relations } from '@shared/rules/relations';

/** Units whose facts some pending edit can have changed. */
export function unreceivedUnits(register: Register, relations: Relations): ReadonlySet<string> {
  const touched = new Set<string>();
  const look = <C extends CollectionName>(collection: C, documents: readonly DocumentOf<C>[]) => {
    for (const document of documents)
      if (document.isPending) touchUnits(touched, collection, document, relations);
  };
  for (const collection of collectionNames) look(collection, register[collection]);
  return touched;
}

const marks = [
  { label: '纳入统计', mark: { kind: 'figure', id: 'C1', part: 'base' } },
  { label: '组织覆盖', mark: { kind: 'figure', id: 'C1', part: 'in' } },
  { label: '工作覆盖', mark: { kind: 'figure', id: 'C3', part: 'in' } },
  { label: '应建未建', mark: { kind: 'figure', id: 'C6', part: 'in' } },
  { label: '空白点', mark: { kind: 'figure', id: 'C4', part: 'in' } },
  { label: '六有达标', mark: { kind: 'figure', id: 'C20', part: 'in' } },
] as const satisfies readonly { label: string; mark: Mark }[];

export interface ExplainedNumber {
  readonly label: string;
  readonly mark: Mark;
  readonly count: number;
  readonly unreceived: number;
}

export const explainNumbers = (
  facts: readonly UnitFacts[],
  unreceived: ReadonlySet<string>,
): ExplainedNumber[] =>
  marks.map(({ label, mark }) => {
    const units = unitsBehind(mark, facts);
    return {
      label,
      mark,
      count: units.length,
      unreceived: units.filter((unit) => unreceived.has(unit.unitId)).length,
    };
  });
