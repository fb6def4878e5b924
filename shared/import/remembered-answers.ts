/**
 * Answers of earlier imports, so that a file sent again does not ask again. A question is known by what it is about,
 * not by the row it stands on: the name, the kind of question and the records offered. Shown as answered, never
 * applied in silence.
 */
import type { Register } from '@shared/domain/collections';
import type { Question } from './match';
import { exactKey } from './normalize-name';
import type { Decision, PlannedCollection } from './plan-model';

/** Question key → code of the option taken. */
export type RememberedAnswers = Readonly<Record<string, string>>;

/** No option's code: rows alike in all a question shows were answered differently, so it has to be asked again. */
const differing = '';

/** null = a row without a name, which cannot be known again. */
export function questionKey(collection: PlannedCollection, label: string, match: Question): string | null {
  const name = exactKey(label);
  const candidates = match.isOfRow ? [] : match.candidates.map(({ id }) => id).sort();
  return name === '' ? null : [collection, name, match.question.code, ...candidates].join(' ');
}

/** What the next import is to know of this one; kept with the batch. */
export function answersToRemember(
  items: readonly { readonly decision: Decision | null }[],
): RememberedAnswers {
  const answers: Record<string, string> = {};
  for (const { decision } of items) {
    const key = decision?.memoryKey ?? null;
    if (!decision || key === null || decision.chosen === null) continue;
    answers[key] = (answers[key] ?? decision.chosen) === decision.chosen ? decision.chosen : differing;
  }
  return answers;
}

/** Answers of all batches that still stand, the newest winning. */
export function rememberedAnswers({ settings }: Pick<Register, 'settings'>): RememberedAnswers {
  const batches = settings
    .filter((setting) => setting.kind === 'importBatch')
    .filter(({ undoneAt, deletedAt }) => undoneAt === null && deletedAt === null)
    .sort((a, b) => (a.importedAt < b.importedAt ? -1 : 1));
  return Object.assign({}, ...batches.map(({ answers }) => answers));
}
