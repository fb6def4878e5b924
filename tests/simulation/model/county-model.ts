/**
 * What SPEC.md says a county holds and answers, given the pushes in the order it took them. Written from the rules
 * alone: nothing of shared/sync but the types of its messages, the table of roles and the list of shared collections
 * is used.
 */
import { isDeepStrictEqual } from 'node:util';
import type { CollectionName } from '@shared/domain/collections';
import type { Edit } from '@shared/domain/edit';
import { mayWrite, type Role } from '@shared/sync/access';
import type { EditAnswer, PushedEdit } from '@shared/sync/messages';
import { applyPaths, isValid, type Plain, withDefaults } from './apply-rules';
import {
  fieldsOf,
  isWithin,
  keyOf,
  liesWithin,
  type ModelDocument,
  type ModelDocuments,
  orgUnitOf,
  untold,
} from './model-document';

export interface Sender {
  readonly userId: string;
  readonly role: Role;
  readonly scopeRootId: string;
  readonly isDraining: boolean;
}
export interface Push {
  readonly sender: Sender;
  readonly pulledThrough: number;
  readonly edits: readonly PushedEdit[];
}
/** A document that changed its org unit with the change numbered `seq`. */
interface Move {
  readonly from: string;
  readonly to: string;
  readonly seq: number;
}
type Verdict =
  | { readonly outcome: 'accepted' | 'conflicted'; readonly next: ModelDocument; readonly kept: Plain[] }
  /** `isPersonal`: somebody else may send the same edit and have it taken (PUSH-2). */
  | { readonly outcome: 'rejected' | 'held'; readonly isPersonal: boolean };
const refused: Verdict = { outcome: 'rejected', isPersonal: false };

interface State {
  readonly documents: Map<string, ModelDocument>;
  readonly moves: Map<string, Move[]>;
  readonly purged: Set<string>;
  readonly held: Set<string>;
  /** Conflicts the county found by itself: no answer told their edits and numbers. */
  readonly opened: Set<string>;
  /** PUSH-2: what every known edit was answered, by `answerKey`. */
  readonly answers: Map<string, EditAnswer>;
  /** Highest number given so far. */
  seq: number;
}

/** APPLY-9. */
const bookkeeping = new Set([...untold, 'id', 'createdAt', 'createdBy', 'source', 'importBatchId']);
const isBookkeeping = (path: string): boolean => bookkeeping.has(path.split('.')[0] ?? '');

/** Who writes when the county itself does: conflicts, and their moves. */
export const countyName = '县级';

export class CountyModel {
  private state: State;

  /** @param base what the county held before the first push: its places */
  constructor(base: readonly ModelDocument[]) {
    const documents = new Map(base.map((document) => [keyOf(document.collection, document.id), document]));
    const seq = Math.max(0, ...base.map((document) => document.seq ?? 0));
    this.state = {
      documents,
      moves: new Map(),
      purged: new Set(),
      held: new Set(),
      opened: new Set(),
      answers: new Map(),
      seq,
    };
  }

  get documents(): ModelDocuments {
    return this.state.documents;
  }
  /** Edits the county has said anything about. */
  get answered(): readonly string[] {
    return [...this.state.answers.keys(), ...this.state.held].map((key) => key.split(' ')[0] ?? key);
  }
  get seq(): number {
    return this.state.seq;
  }

  /** For a restore (EPOCH-1): give it back to `restore`. */
  snapshot(): State {
    return structuredClone(this.state);
  }
  restore(snapshot: State, nextSeq: number): void {
    this.state = { ...structuredClone(snapshot), seq: nextSeq };
  }
  /** HORIZON-1: documents the county threw away. */
  purge(keys: readonly string[]): void {
    for (const key of keys) {
      this.state.documents.delete(key);
      this.state.purged.add(key);
    }
  }
  isPurged(key: string): boolean {
    return this.state.purged.has(key);
  }

  /** Judges a push and compares with what the county said. @returns what is wrong with the county's answers */
  take(push: Push, answers: readonly EditAnswer[]): string[] {
    const said = new Map(answers.map((answer) => [answer.editId, answer]));
    const wrong = answers.length === push.edits.length ? [] : ['PUSH-3: not one answer for every edit'];
    const before = this.state.seq;
    const documentsBefore = new Map(this.state.documents);
    for (const pushed of push.edits) {
      const { editId } = pushed.edit;
      const answer = said.get(editId);
      if (!answer) return [...wrong, `PUSH-3: no answer for ${editId}`];
      const known =
        this.state.answers.get(editId) ?? this.state.answers.get(`${editId} ${push.sender.userId}`);
      if (known) {
        if (!isDeepStrictEqual(known, answer))
          wrong.push(`PUSH-2: ${JSON.stringify(answer)}, before ${JSON.stringify(known)}`);
        continue;
      }
      if (this.isOpenedHere(pushed)) {
        // PUSH-2: whoever brings it back from before a restore, the county knows it.
        if (answer.outcome !== 'accepted')
          wrong.push(`PUSH-2: ${answer.outcome} of a known conflict: ${editId}`);
        this.state.answers.set(editId, answer);
        continue;
      }
      const verdict = this.judge(push, pushed);
      if (verdict.outcome !== answer.outcome) {
        const reason = answer.outcome === 'rejected' ? ` (${answer.problem.code})` : '';
        const what = `${pushed.edit.op} of ${keyOf(pushed.collection, pushed.documentId)}`;
        wrong.push(`${what}: expected ${verdict.outcome}, got ${answer.outcome}${reason}: ${editId}`);
      }
      const isPersonal = 'isPersonal' in verdict && verdict.isPersonal;
      if (verdict.outcome === 'held') this.state.held.add(editId);
      else this.state.answers.set(isPersonal ? `${editId} ${push.sender.userId}` : editId, answer);
      if ('next' in verdict && 'seq' in answer) wrong.push(...this.keep(verdict, pushed, answer, before));
    }
    this.moveAll(documentsBefore, push);
    return wrong;
  }

  private isOpenedHere({ collection, documentId, edit }: PushedEdit): boolean {
    return edit.op === 'create' && this.state.opened.has(keyOf(collection, documentId));
  }

  private judge(
    { sender, pulledThrough }: Push,
    { collection, documentId, edit, content }: PushedEdit,
  ): Verdict {
    if (sender.isDraining) return { outcome: 'held', isPersonal: true };
    const now = this.state.documents.get(keyOf(collection, documentId));
    const base = edit.op === 'create' ? this.created(now, collection, documentId, content) : now;
    if (!base) return refused;
    const { fields, applied, kept } = applyPaths(base.fields, edit);
    const entry = { editId: edit.editId, applied, kept: kept.map(pathOf) };
    const next = {
      ...base,
      fields,
      history: edit.by === countyName ? base.history : [...base.history, entry],
    };
    if (!this.mayTake(sender, pulledThrough, base, next)) return { outcome: 'rejected', isPersonal: true };
    if (Object.keys(edit.changes).some(isBookkeeping) || !isValid(collection, documentId, fields))
      return refused;
    return { outcome: kept.length === 0 ? 'accepted' : 'conflicted', next, kept };
  }

  /** APPLY-6: null = the id is taken by something else, or there is nothing to create. */
  private created(
    now: ModelDocument | undefined,
    collection: CollectionName,
    id: string,
    content: Plain | null,
  ): ModelDocument | null {
    if (content === null) return null;
    const fields = fieldsOf(withDefaults(collection, content));
    if (!now) return { collection, id, fields, history: [], seq: 0 };
    // A conflict that was found again and is brought back from before a restore is one conflict.
    const isSame = now.fields['kind'] === 'conflict' || isDeepStrictEqual(fields, now.fields);
    return isSame ? now : null;
  }

  /** SCOPE-3, SCOPE-5 and the roles. */
  private mayTake(sender: Sender, pulledThrough: number, base: ModelDocument, next: ModelDocument): boolean {
    const { role, scopeRootId } = sender;
    if (!mayWrite(role, base.collection, base.fields) || !mayWrite(role, next.collection, next.fields))
      return false;
    const hadIt =
      liesWithin(this.documents, scopeRootId, base) || this.leftUnseen(sender, pulledThrough, base);
    return hadIt && (liesWithin(this.documents, scopeRootId, next) || orgUnitOf(base) === orgUnitOf(next));
  }

  private leftUnseen({ scopeRootId }: Sender, pulledThrough: number, document: ModelDocument): boolean {
    const moves = this.state.moves.get(keyOf(document.collection, document.id)) ?? [];
    return moves.some(
      ({ from, to, seq }) =>
        seq > pulledThrough &&
        isWithin(this.documents, scopeRootId, from) &&
        !isWithin(this.documents, scopeRootId, to),
    );
  }

  /** Stores what a taken edit made. @param before highest number before the push */
  private keep(
    { next, kept }: Extract<Verdict, { next: unknown }>,
    { edit }: PushedEdit,
    answer: Extract<EditAnswer, { seq: number }>,
    before: number,
  ): string[] {
    const wrong: string[] = [];
    if (answer.seq <= before) wrong.push(`PULL-1: number ${answer.seq} is not above ${before}`);
    const key = keyOf(next.collection, next.id);
    this.state.documents.set(key, { ...next, seq: answer.seq });
    this.state.seq = Math.max(this.state.seq, answer.seq);
    const ids = answer.outcome === 'conflicted' ? answer.conflictIds : [];
    if (ids.length !== kept.length)
      wrong.push(`CONFLICT-1: ${ids.length} conflicts for ${kept.length} paths of ${edit.editId}`);
    kept.forEach((side, index) => {
      const id = ids[index];
      if (id !== undefined) this.open(id, next, edit, side);
    });
    return wrong;
  }

  /** CONFLICT-1. Times of the county's own documents are not told here. */
  private open(id: string, document: ModelDocument, edit: Edit, side: Plain): void {
    const mine = { ...(side['mine'] as Plain), by: edit.by, at: edit.at, editId: edit.editId };
    const about = {
      documentCollection: document.collection,
      documentId: document.id,
      orgUnitId: orgUnitOf(document),
    };
    const nothingYet = { settledAt: null, settledBy: null, choice: null, deletedAt: null };
    const fields = { id, kind: 'conflict', state: 'open', ...nothingYet, ...about, ...side, mine };
    const key = keyOf('conflicts', id);
    // Found again after a restore, it is the same conflict.
    if (this.state.documents.has(key)) return;
    this.state.documents.set(key, { collection: 'conflicts', id, fields, history: [], seq: null });
    this.state.opened.add(key);
  }

  /** What the push as a whole moved: a conflict it settled stays where it is (CONFLICT-3). */
  private moveAll(before: ModelDocuments, { edits }: Push): void {
    for (const key of new Set(edits.map((one) => keyOf(one.collection, one.documentId)))) {
      const [old, next] = [before.get(key), this.state.documents.get(key)];
      if (old && next && orgUnitOf(old) !== orgUnitOf(next)) this.move(old, next, next.seq ?? this.state.seq);
    }
  }

  /** CONFLICT-3, also for conflicts about conflicts. */
  private move(old: ModelDocument, next: ModelDocument, seq: number): void {
    const [from, to] = [orgUnitOf(old), orgUnitOf(next)];
    const key = keyOf(next.collection, next.id);
    this.state.moves.set(key, [...(this.state.moves.get(key) ?? []), { from, to, seq }]);
    for (const one of [...this.state.documents.values()]) {
      const { documentCollection, documentId, kind, state } = one.fields;
      if (kind !== 'conflict' || state !== 'open' || documentCollection !== next.collection) continue;
      if (documentId !== next.id || orgUnitOf(one) === to) continue;
      const moved = { ...one, fields: { ...one.fields, orgUnitId: to }, seq: null };
      this.state.documents.set(keyOf('conflicts', one.id), moved);
      this.move(one, moved, seq);
    }
  }
}

const pathOf = (side: Plain): string => String(side['path']);
