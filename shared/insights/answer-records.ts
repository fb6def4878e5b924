/** Organizations and instructors that are the base of a figure, from facts in memory. */
import type { RecordFigureId } from '@shared/figures/figure';
import type { UnitFacts } from '@shared/figures/unit-facts';
import { compareText } from '@shared/lib/compare-text';
import type { Documents } from '@shared/rules/relations';
import { unitsCounted } from './answer-units';
import type { ListedRecord, RecordsAnswer, RecordsQuestion } from './messages';

const idsOf: Readonly<Record<RecordFigureId, (unit: UnitFacts) => readonly string[]>> = {
  C13b: (unit) => unit.instructorIds,
  C18: (unit) => unit.seatOrgIds,
};

function wordsOf(
  id: RecordFigureId,
  recordId: string,
  documents: Documents,
): Pick<ListedRecord, 'name' | 'kind'> {
  if (id === 'C18') {
    const org = documents.partyOrgs.get(recordId);
    return { name: org?.name ?? null, kind: org?.tier ?? null };
  }
  const person = documents.instructors.get(recordId);
  return { name: person?.name ?? null, kind: person?.role ?? null };
}

/** Ordered by township, then by id. */
export function answerRecords(
  { id, within, limit = 5000 }: Omit<RecordsQuestion, 'day'>,
  facts: Iterable<UnitFacts>,
  documents: Documents,
): RecordsAnswer {
  const found = new Map<string, { unitCount: number; townshipId: string }>();
  for (const unit of unitsCounted(facts, within))
    for (const recordId of idsOf[id](unit)) {
      const before = found.get(recordId);
      const townshipId =
        before && compareText(before.townshipId, unit.townshipId) < 0 ? before.townshipId : unit.townshipId;
      found.set(recordId, { unitCount: (before?.unitCount ?? 0) + 1, townshipId });
    }
  const records = [...found]
    .map(([recordId, counted]) => ({ recordId, ...counted }))
    .sort((a, b) => compareText(a.townshipId, b.townshipId) || compareText(a.recordId, b.recordId))
    .slice(0, limit)
    .map((one) => ({ ...one, ...wordsOf(id, one.recordId, documents) }));
  return { total: found.size, records };
}
