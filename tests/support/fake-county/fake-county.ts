/**
 * A county in memory for tests of a device: the shared rules applied to maps, and a line on which anything can go wrong
 * on purpose. Whether the real county keeps to the contract is shown elsewhere; here only what a device does matters.
 */
import type { Transport, TransportReply, TransportRequest } from '@renderer/sync/county/transport';
import type { CollectionName } from '@shared/domain/collections';
import type { Changes, Edit } from '@shared/domain/edit';
import type { Problem } from '@shared/problems/problem';
import { syncProblems } from '@shared/problems/sync-problems';
import type { EnrolRequest } from '@shared/sync/account-messages';
import type { PlainDocument } from '@shared/sync/apply-edit';
import { digestOf } from '@shared/sync/digest';
import { judgeDocument, stampDocument } from '@shared/sync/judge-document';
import type { EditAnswer, PulledItem, PullReply, PushReply, PushRequest } from '@shared/sync/messages';
import { apiPrefix } from '@shared/sync/protocol';

const serverTime = '2026-03-02T08:00:00.000Z';
const countyUrl = 'http://county.test';
const place = { id: 'town-1', name: '青溪镇', level: 'township' } as const;
export const fakeMe = {
  userId: 'u1',
  userName: 'clerk',
  name: '李晓',
  role: 'clerk',
  orgUnit: place,
  county: { id: 'c', name: '青溪县', level: 'county' },
  device: { id: 'd1', name: '测试机', orgUnit: place, state: 'active' },
  mustChangePassword: false,
} as const;

interface Held {
  readonly collection: CollectionName;
  readonly id: string;
  readonly seq: number;
  /** null: it left the scope. */
  readonly document: PlainDocument | null;
}

/** What happens to one request; `pass` lets the county answer. */
export type Fault = (request: TransportRequest, pass: () => TransportReply) => Promise<TransportReply>;

export const jsonReply = (
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): TransportReply => ({
  status,
  text: JSON.stringify(body),
  header: (name) => headers[name] ?? null,
});
export const refusal = (status: number, problem: Problem, headers?: Record<string, string>): TransportReply =>
  jsonReply(status, { problem }, headers);

export class FakeCounty {
  readonly url = countyUrl;
  epoch = 'epoch-1';
  scope = 'scope-1';
  seq = 0;
  countyId: string = fakeMe.county.id;
  codesUsed = 0;
  restoredTo: number | null = null;
  pageSize = 500;
  documents = new Map<string, Held>();
  answers = new Map<string, EditAnswer>();
  /** Problems for edits of these documents. */
  readonly refused = new Map<string, Problem>();
  readonly requests: TransportRequest[] = [];
  /** One per coming request of that path; used up in order. */
  private readonly faults = new Map<string, Fault[]>();
  /** For every request, after the faults. */
  always: Fault = (_request, pass) => Promise.resolve(pass());

  readonly transport: Transport = {
    send: async (request) => {
      this.requests.push(request);
      const path = this.pathOf(request);
      const meet = this.faults.get(path)?.shift() ?? this.always;
      return meet(request, () => this.answer(path, request));
    },
    listen: () => Promise.resolve({ status: 503 }),
  };

  /** The next request to a path (`/push`, `/changes` …) meets this. */
  next(path: string, ...faults: Fault[]): void {
    this.faults.set(path, [...(this.faults.get(path) ?? []), ...faults]);
  }

  countOf(path: string): number {
    return this.requests.filter((request) => this.pathOf(request) === path).length;
  }

  /** Somebody else's accepted edit. */
  change(collection: CollectionName, id: string, changes: Changes): void {
    this.take(collection, id, [{ edit: this.editOf('change', changes), content: null }]);
  }

  create(collection: CollectionName, content: PlainDocument): void {
    this.take(collection, String(content['id']), [{ edit: this.editOf('create', {}), content }]);
  }

  leave(collection: CollectionName, id: string): void {
    this.seq += 1;
    this.documents.set(`${collection}/${id}`, { collection, id, seq: this.seq, document: null });
  }

  find(collection: CollectionName, id: string): PlainDocument | null {
    return this.documents.get(`${collection}/${id}`)?.document ?? null;
  }

  /** What a backup would hold; `restore` puts it back and begins another epoch. */
  snapshot(): () => void {
    const [documents, answers, seq] = [new Map(this.documents), new Map(this.answers), this.seq];
    return () => {
      this.documents = new Map(documents);
      this.answers = new Map(answers);
      this.restoredTo = seq;
      this.seq = seq + 1_000_000;
      this.epoch += "'";
    };
  }

  private editCount = 0;
  private editOf(op: Edit['op'], changes: Changes): Edit {
    this.editCount += 1;
    return {
      editId: `county-${this.editCount}`,
      op,
      at: serverTime,
      by: '邻居',
      device: '别处',
      changes,
      batchId: null,
      note: null,
    };
  }

  private pathOf({ url }: TransportRequest): string {
    return new URL(url).pathname.slice(apiPrefix.length);
  }

  private answer(path: string, request: TransportRequest): TransportReply {
    const query = new URL(request.url).searchParams;
    const body: unknown = request.body === null ? null : JSON.parse(request.body);
    if (path === '/enrol') return this.enrol(body as EnrolRequest);
    if (path === '/session')
      return jsonReply(200, { sessionToken: 's1', expiresAt: '2030-01-01T00:00:00.000Z', me: fakeMe });
    if (path === '/me') return jsonReply(200, fakeMe);
    if (path === '/push') return this.push(body as PushRequest);
    if (path === '/changes') return jsonReply(200, this.pull(query));
    if (path === '/agreement') return jsonReply(200, this.agreement());
    if (path.startsWith('/agreement/')) return jsonReply(200, this.listing(path.slice('/agreement/'.length)));
    if (path === '/documents/fetch')
      return jsonReply(200, this.fetch(body as { collection: CollectionName; ids: string[] }));
    return jsonReply(200, {});
  }

  private enrol({ countyId }: EnrolRequest): TransportReply {
    if (countyId !== null && countyId !== this.countyId) return refusal(409, syncProblems.otherCounty({}));
    this.codesUsed += 1;
    const county = { ...fakeMe.county, id: this.countyId };
    return jsonReply(200, { deviceId: 'd1', deviceToken: 't1', county, orgUnit: place });
  }

  private push({ epoch, edits }: PushRequest): TransportReply {
    if (epoch !== this.epoch) return refusal(409, syncProblems.epochChanged({}));
    const keys = new Set(edits.map(({ collection, documentId }) => `${collection}/${documentId}`));
    for (const key of keys) {
      const own = edits.filter(({ collection, documentId }) => `${collection}/${documentId}` === key);
      const [first] = own;
      const fresh = own.filter(({ edit }) => !this.answers.has(edit.editId));
      const problem = this.refused.get(first!.documentId);
      if (problem)
        for (const { edit } of fresh)
          this.answers.set(edit.editId, {
            outcome: 'rejected',
            editId: edit.editId,
            problem: { ...problem },
          });
      else if (fresh.length > 0) this.take(first!.collection, first!.documentId, fresh);
    }
    const reply: PushReply = {
      epoch: this.epoch,
      answers: edits.map(({ edit }) => this.answers.get(edit.editId)!),
      documents: [...keys].map((key) => this.itemOf(key)),
      serverTime,
    };
    return jsonReply(200, reply);
  }

  take(collection: CollectionName, id: string, incoming: { edit: Edit; content: PlainDocument | null }[]) {
    const current = this.find(collection, id);
    const judgement = judgeDocument(current, incoming, () => []);
    if (judgement.isTouched) this.seq += 1;
    const stamped = stampDocument(judgement, { seq: this.seq, receivedAt: serverTime, sentBy: '李晓' });
    for (const { incoming: one, result } of judgement.edits) {
      const { editId } = one.edit;
      if (result.outcome === 'rejected')
        this.answers.set(editId, { outcome: 'rejected', editId, problem: { ...result.problem } });
      else if (result.outcome === 'conflicted')
        this.answers.set(editId, { outcome: 'conflicted', editId, seq: this.seq, conflictIds: [] });
      else this.answers.set(editId, { outcome: 'accepted', editId, seq: this.seq });
    }
    if (stamped && judgement.isTouched)
      this.documents.set(`${collection}/${id}`, { collection, id, seq: this.seq, document: stamped });
  }

  private itemOf(key: string): PulledItem {
    const [collection, id] = key.split('/') as [CollectionName, string];
    const held = this.documents.get(key);
    return held?.document ? { ...held } : { collection, id, seq: 0, document: null };
  }

  private pull(query: URLSearchParams): PullReply {
    const [epoch, scope, since] = [query.get('epoch'), query.get('scope'), Number(query.get('since'))];
    const checkpoint = { epoch: this.epoch, scope: this.scope, through: 0 };
    const reset = (reason: 'firstSync' | 'epoch' | 'scope', restoredTo: number | null) =>
      ({ kind: 'reset', reason, checkpoint, restoredTo, serverTime }) as const;
    if (epoch === '') return reset('firstSync', null);
    if (epoch !== this.epoch) return reset('epoch', this.restoredTo);
    if (scope !== this.scope) return reset('scope', null);
    const newer = [...this.documents.values()].filter(({ seq }) => seq > since).sort((a, b) => a.seq - b.seq);
    const items = newer.slice(0, this.pageSize);
    const isDone = items.length === newer.length;
    return {
      kind: 'page',
      items,
      through: isDone ? Math.max(this.seq, since) : (items.at(-1)?.seq ?? since),
      isDone,
      total: since === 0 ? newer.length : null,
      serverTime,
    };
  }

  private held(collection: string): { id: string; seq: number }[] {
    return [...this.documents.values()].filter(
      (one) => one.collection === collection && one.document !== null,
    );
  }

  private agreement() {
    const names = ['units', 'orgUnits', 'settings', 'conflicts', 'people'];
    const collections = names.map((collection) => {
      const held = this.held(collection);
      return { collection, count: held.length, digest: digestOf(held) };
    });
    return { epoch: this.epoch, scope: this.scope, through: this.seq, collections, serverTime };
  }

  private listing(collection: string) {
    return { through: this.seq, items: this.held(collection).map(({ id, seq }) => [id, seq]) };
  }

  private fetch({ collection, ids }: { collection: CollectionName; ids: string[] }) {
    return { items: ids.map((id) => this.itemOf(`${collection}/${id}`)) };
  }
}
