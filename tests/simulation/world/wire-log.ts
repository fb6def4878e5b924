/** Everything that went over the wires of one county: for the model, for replays, and to see what was told to whom. */
import { createHash } from 'node:crypto';
import type { TransportRequest } from '@renderer/sync/county/transport';
import type { AnsweredEdit } from '@shared/domain/edit';
import type { EditAnswer } from '@shared/sync/messages';
import { fetchReply, type PulledItem, pullReply, pushReply, pushRequest } from '@shared/sync/messages';
import type { Push, Sender } from '../model/county-model';
import type { CountyAnswer } from './county';
import type { SimulatedPerson } from './people';

export interface AnsweredPush {
  readonly push: Push;
  readonly answers: readonly EditAnswer[];
  readonly request: TransportRequest;
  readonly epoch: string;
  /** Name of who sent it. */
  readonly by: string;
}
interface Told {
  readonly sender: Sender;
  readonly name: string;
  readonly path: string;
  readonly item: PulledItem;
}
/** A document told to somebody who must not see it. */
type OutOfScope = (sender: Sender, item: PulledItem) => boolean;

export class WireLog {
  /** Pushes the county answered, in its order, since they were last taken. */
  private pushes: AnsweredPush[] = [];
  /** Who brought an edit, by its id, as the documents say that the county told of. */
  private readonly broughtBy = new Map<string, string>();
  /** Every answered push there was, for replays. */
  readonly all: AnsweredPush[] = [];
  /** What people were told, until somebody asks whether they might be. */
  private told: Told[] = [];
  /** What a ping would say now. */
  last = { epoch: '', through: 0 };
  private readonly heard = createHash('sha256');
  readonly counts = { requests: 0, pushes: 0, edits: 0 };

  constructor(private readonly isOutOfScope: OutOfScope) {}

  note(sender: Sender, person: SimulatedPerson, request: TransportRequest, { reply }: CountyAnswer): void {
    const name = person.userName;
    this.counts.requests += 1;
    this.heard.update(`${name} ${request.url} ${withoutSecrets(request.body ?? '')} ${reply?.status}\n`);
    if (reply?.status !== 200) return;
    const path = new URL(request.url).pathname;
    const items = this.read(path, sender, person, request, reply.text).filter(
      ({ document }) => document !== null,
    );
    this.told.push(...items.map((item) => ({ sender, name, path, item })));
  }

  /** SCOPE-8, by the model as it is now. @returns who was told what she must not see, since the last question */
  takeLeaks(): string[] {
    const told = this.told;
    this.told = [];
    return told
      .filter(({ sender, item }) => this.isOutOfScope(sender, item))
      .map(({ name, path, item }) => `SCOPE-8: ${name} was told ${item.collection}/${item.id} by ${path}`);
  }

  /** Digest of who asked what, in which order, and was answered how. Read once, at the end. */
  story(): string {
    return this.heard.digest('hex');
  }

  /**
   * In the order in which the county took them: replies of pushes that ran together are heard in any order. What is new in a
   * push has its highest numbers. Who only repeats comes behind whoever brought the last of it, whose push may reach further.
   */
  take(): AnsweredPush[] {
    const taken = this.pushes;
    this.pushes = [];
    let last = 0;
    const placed = taken.map((one): Placed => {
      const own = lastAnswer(one);
      last = own?.seq ?? last;
      const bringer = own ? this.bringerOf(own.editId, taken) : null;
      return { one, at: bringer ? endOf(bringer) : last, isRepeated: bringer !== one };
    });
    return placed
      .sort((a, b) => a.at - b.at || Number(a.isRepeated) - Number(b.isRepeated))
      .map(({ one }) => one);
  }

  /** Of several of hers the one that reaches furthest; null = none of these. */
  private bringerOf(editId: string, taken: readonly AnsweredPush[]): AnsweredPush | null {
    const name = this.broughtBy.get(editId);
    const hers = taken.filter((one) => one.by === name && one.answers.some((a) => a.editId === editId));
    return hers.sort((a, b) => endOf(b) - endOf(a))[0] ?? null;
  }

  private read(
    path: string,
    sender: Sender,
    { name }: SimulatedPerson,
    request: TransportRequest,
    text: string,
  ): readonly PulledItem[] {
    const body: unknown = JSON.parse(text);
    if (path.endsWith('/push')) {
      const asked = pushRequest.parse(JSON.parse(request.body ?? ''));
      const { answers, documents, epoch } = pushReply.parse(body);
      const push: Push = { sender, pulledThrough: asked.pulledThrough, edits: asked.edits };
      const answered = { push, answers, request, epoch, by: name };
      for (const { editId, sentBy } of historiesIn(documents)) this.broughtBy.set(editId, sentBy);
      this.pushes.push(answered);
      this.all.push(answered);
      this.last = { epoch, through: Math.max(this.last.through, ...numbersOf(answers)) };
      this.counts.pushes += 1;
      this.counts.edits += asked.edits.length;
      return documents;
    }
    if (path.endsWith('/changes')) {
      const page = pullReply.parse(body);
      return page.kind === 'page' ? page.items : [];
    }
    return path.endsWith('/fetch') ? fetchReply.parse(body).items : [];
  }
}

/** The county draws its tokens where no seed reaches. */
const withoutSecrets = (body: string): string => body.replaceAll(/"\w*[tT]oken":"[^"]*"/g, '');

interface Placed {
  readonly one: AnsweredPush;
  /** Where the push ends that brought its last number; without one, that of the push heard before it. */
  readonly at: number;
  readonly isRepeated: boolean;
}
const numbered = (answers: readonly EditAnswer[]) => answers.flatMap((one) => ('seq' in one ? [one] : []));
const numbersOf = (answers: readonly EditAnswer[]): number[] => numbered(answers).map(({ seq }) => seq);
const lastAnswer = ({ answers }: Pick<AnsweredPush, 'answers'>) =>
  numbered(answers).reduce<{ readonly editId: string; readonly seq: number } | null>(
    (last, one) => (last === null || one.seq > last.seq ? one : last),
    null,
  );
const endOf = (one: AnsweredPush): number => lastAnswer(one)?.seq ?? 0;
/** Every document of the county has a history; the answer it lies in was parsed. */
const historiesIn = (items: readonly PulledItem[]): AnsweredEdit[] =>
  items.flatMap(({ document }) => (document?.['history'] ?? []) as AnsweredEdit[]);
