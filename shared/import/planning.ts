/**
 * The running state of one planning: ids given out, items so far, problems not yet attached, and which row of
 * the file speaks for which record. `settle` turns a match into an item, with the clerk's decision where one is
 * needed.
 */
import { withValueAt } from '@shared/domain/changes';
import { matchingProblems } from '@shared/problems/matching-problems';
import type { Problem } from '@shared/problems/problem';
import type { MergeMode } from './field-changes';
import { askBecauseHidden, type Match, proposedOf, type Question } from './match';
import type { ImportProblem, ReadWorkbook } from './model';
import type {
  Decision,
  DecisionOption,
  FieldChange,
  Outcome,
  PlanContext,
  PlanItem,
  PlannedCollection,
  PlannedDraft,
} from './plan-model';
import { questionKey, type RememberedAnswers } from './remembered-answers';

/** One row (or group of rows) of the file that stands for one record. */
export interface Proposal<C extends PlannedCollection> {
  readonly key: string;
  readonly sheet: string;
  readonly rows: readonly number[];
  readonly collection: C;
  readonly label: string;
  readonly isHidden: boolean;
  readonly match: Match;
  readonly problems: readonly Problem[];
  /** False for records a row only mentions: the row's own problems stay with its own item. */
  readonly takesProblems: boolean;
  /** @param code the create option taken; `create` when nobody was asked */
  build(id: string, code: string): PlannedDraft<C>;
  changesTo(record: object, mode: MergeMode, id: string): readonly FieldChange[];
}

export interface Claim {
  readonly sheet: string;
  readonly row: number;
  readonly label: string;
  readonly key: string;
}

export class Planning {
  readonly items: PlanItem[] = [];
  private readonly positions = new Map<string, number>();
  private readonly given = new Map<string, string>();
  private readonly records = new Map<string, object>();
  private readonly claims = new Map<string, Claim>();
  private readonly openProblems = new Map<string, ImportProblem[]>();
  private readonly general: Problem[] = [];

  constructor(
    readonly context: PlanContext,
    read: ReadWorkbook,
    private readonly remembered: RememberedAnswers,
  ) {
    this.general.push(...read.problems);
    for (const sheet of read.sheets)
      for (const problem of sheet.problems) {
        if (problem.row === null) this.general.push(problem);
        else this.problemsOf(sheet.name, problem.row).push(problem);
      }
  }

  private problemsOf(sheet: string, row: number): ImportProblem[] {
    const place = `${sheet}|${row}`;
    const found = this.openProblems.get(place) ?? [];
    this.openProblems.set(place, found);
    return found;
  }

  /** The same id for the same key at every planning of one import. */
  idFor(key: string): string {
    const id = this.given.get(key) ?? this.context.ids[key] ?? this.context.newId();
    this.given.set(key, id);
    return id;
  }

  get ids(): Readonly<Record<string, string>> {
    return { ...this.context.ids, ...Object.fromEntries(this.given) };
  }

  /** Makes a register document known under its id. */
  know(record: { readonly id: string }): void {
    this.records.set(record.id, record);
  }

  /** A record as it will stand after the items planned so far. */
  recordOf<R extends object>(id: string): R | undefined {
    // Ids are unique over collections; callers ask with the id of their own collection.
    return this.records.get(id) as R | undefined;
  }

  /** Which row of this file already speaks for a record. */
  claimOf(id: string): Claim | null {
    return this.claims.get(id) ?? null;
  }

  /** Problems of these rows that no item has taken yet. */
  takeProblems(sheet: string, rows: readonly number[]): Problem[] {
    return rows.flatMap((row) => this.problemsOf(sheet, row).splice(0));
  }

  /** Adds what only a later step can know to an item planned before. */
  addProblem(key: string, problem: Problem): void {
    const at = this.positions.get(key) ?? -1;
    const item = this.items[at];
    if (item) this.items[at] = { ...item, problems: [...item.problems, problem] };
  }

  /** Problems of the file and of rows without a record, such as total rows. */
  restProblems(): Problem[] {
    return [...this.general, ...[...this.openProblems.values()].flat()];
  }

  /** Adds the item a proposal leads to. @returns the record's id; null when nothing is written for the row yet */
  settle<C extends PlannedCollection>(proposal: Proposal<C>): string | null {
    const newId = this.idFor(proposal.key);
    const result = this.resolve(proposal, newId);
    const { outcome, documentId } = result;
    const draft =
      outcome === 'create' ? proposal.build(documentId, result.decision?.chosen ?? 'create') : null;
    if (draft) this.records.set(documentId, draft);
    if (outcome === 'change') this.applyTo(documentId, result.changes);
    const row = proposal.rows[0] ?? 0;
    if (outcome !== 'decide' && outcome !== 'skip' && !this.claims.has(documentId))
      this.claims.set(documentId, { sheet: proposal.sheet, row, label: proposal.label, key: proposal.key });
    const { key, sheet, rows, collection, label } = proposal;
    const { changes, decision } = result;
    const problems = [
      ...(proposal.takesProblems ? this.takeProblems(sheet, rows) : []),
      ...proposal.problems,
      ...result.notes,
    ];
    this.positions.set(key, this.items.length);
    // The generic draft type belongs to the collection named beside it.
    this.items.push({
      ...{
        key,
        sheet,
        row,
        rows,
        collection,
        documentId,
        outcome,
        label,
        draft,
        changes,
        problems,
        decision,
      },
    } as PlanItem);
    return outcome === 'decide' || outcome === 'skip' ? null : documentId;
  }

  private applyTo(id: string, changes: readonly FieldChange[]): void {
    const record = this.records.get(id) ?? {};
    this.records.set(
      id,
      changes.reduce((state, change) => withValueAt(state, change.path, change.after), record),
    );
  }

  private resolve<C extends PlannedCollection>(proposal: Proposal<C>, newId: string): Resolved {
    const match = proposal.isHidden ? askBecauseHidden(proposal.match, proposal.label) : proposal.match;
    if (match.kind === 'none') return { ...plain('create'), documentId: newId };
    if (match.kind === 'one') return this.matched(proposal, match.id);
    const options = this.optionsFor(proposal, match);
    const same = options.filter(({ code, outcome }) => code.startsWith('merge:') && outcome === 'unchanged');
    // One record already says all of it: there is nothing left to ask. Two such records do not tell which.
    if (same.length === 1 && same[0]?.documentId)
      return { ...plain('unchanged'), documentId: same[0].documentId };
    const memoryKey = questionKey(proposal.collection, proposal.label, match);
    const decided = this.context.decisions[proposal.key] ?? null;
    const wanted = decided ?? (memoryKey === null ? null : this.remembered[memoryKey]);
    const chosen = options.find((option) => option.code === wanted) ?? null;
    const decision: Decision = {
      question: match.question,
      options,
      chosen: chosen?.code ?? null,
      proposed: proposedOf(match.proposed, options),
      memoryKey,
      isRemembered: decided === null && chosen !== null,
    };
    const { outcome, documentId, changes } = chosen ?? { ...plain('decide'), documentId: null };
    return { outcome, documentId: documentId ?? newId, changes, decision, notes: [] };
  }

  /** A second row about one record fills its gaps; where the two rows disagree, the first one stands. */
  private matched<C extends PlannedCollection>(proposal: Proposal<C>, id: string): Resolved {
    const merged = this.changed(proposal, id, 'merge');
    const claim = this.claims.get(id);
    if (!claim || claim.key === proposal.key) return merged;
    const filled = this.changed(proposal, id, 'fill');
    const paths = merged.changes
      .map(({ path }) => path)
      .filter((path) => !filled.changes.some((change) => change.path === path));
    const otherRow = claim.row;
    return paths.length === 0
      ? filled
      : { ...filled, notes: [matchingProblems.rowsDisagree({ otherRow, paths }, paths[0] ?? null)] };
  }

  private changed<C extends PlannedCollection>(proposal: Proposal<C>, id: string, mode: MergeMode): Resolved {
    const changes = proposal.changesTo(this.records.get(id) ?? {}, mode, id);
    const outcome = changes.length > 0 ? 'change' : 'unchanged';
    return { outcome, documentId: id, changes, decision: null, notes: [] };
  }

  private optionsFor<C extends PlannedCollection>(proposal: Proposal<C>, match: Question): DecisionOption[] {
    const merging = match.candidates.flatMap(({ id, label }) => {
      const claim = this.claims.get(id);
      const target = claim?.sheet === proposal.sheet ? `第${claim.row}行“${label}”` : `“${label}”`;
      const merge = this.changed(proposal, id, 'merge');
      const fill = this.changed(proposal, id, 'fill');
      const asMerge = optionOf(`merge:${id}`, `合并到${target}，以本行为准`, merge);
      // Only rows of one file can disagree about a record; against the register the file's value is the news.
      if (!claim || fill.changes.length === merge.changes.length) return [asMerge];
      const asFill = optionOf(`fill:${id}`, `合并到${target}，只补空缺`, fill);
      // The first of two rows stands, or the file would undo itself when sent again; only units remember which
      // row they were settled by.
      return proposal.collection === 'units' ? [asMerge, asFill] : [asFill];
    });
    const bare = { documentId: null, changes: [] };
    return [
      ...merging,
      ...match.creates.map(({ code, label }) => ({ code, label, outcome: 'create' as const, ...bare })),
      { code: 'skip', label: match.skipLabel, outcome: 'skip', ...bare },
    ];
  }
}

interface Resolved {
  readonly outcome: Outcome;
  readonly documentId: string;
  readonly changes: readonly FieldChange[];
  readonly decision: Decision | null;
  readonly notes: readonly Problem[];
}
const plain = <O extends Outcome>(outcome: O) => ({ outcome, changes: [], decision: null, notes: [] });

const optionOf = (
  code: string,
  label: string,
  { outcome, documentId, changes }: Resolved,
): DecisionOption => ({
  code,
  label,
  // `changed` yields nothing but change and unchanged.
  outcome: outcome === 'change' ? 'change' : 'unchanged',
  documentId,
  changes,
});
