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
  /** The documents in the answer say that this sender brought what has its last number. */
  readonly hasBroughtIt: boolean;
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
   * In the order in which the county took them: replies of pushes that ran together are heard in any order. Who only repeats
   * comes behind whoever brought the last of it, whose push may reach further.
   */
  take(): AnsweredPush[] {
    const taken = this.pushes;
    this.pushes = [];
    const ends = taken.flatMap((one) => (one.hasBroughtIt ? (lastNumber(one.answers) ?? []) : []));
    let last = 0;
    const placed = taken.map((one): Numbered => {
      last = lastNumber(one.answers) ?? last;
      const through = Math.min(...ends.filter((end) => end >= last));
      return { one, at: Number.isFinite(through) ? through : last };
    });
    return placed
      .sort((a, b) => a.at - b.at || Number(b.one.hasBroughtIt) - Number(a.one.hasBroughtIt))
      .map(({ one }) => one);
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
      const hasBroughtIt = isBroughtBy(name, documents, lastNumber(answers));
      const answered = { push, answers, request, epoch, hasBroughtIt };
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

interface Numbered {
  readonly one: AnsweredPush;
  /** Where the push ends that brought its last number; without one, that of the push heard before it. */
  readonly at: number;
}
const numbersOf = (answers: readonly EditAnswer[]): number[] =>
  answers.flatMap((answer) => ('seq' in answer ? [answer.seq] : []));
const isBroughtBy = (name: string, items: readonly PulledItem[], seq: number | null): boolean =>
  items.some(({ document }) =>
    // The county's answer was parsed as such an item; every document of it has a history.
    ((document?.['history'] ?? []) as AnsweredEdit[]).some(
      (edit) => edit.seq === seq && edit.sentBy === name,
    ),
  );
const lastNumber = (answers: readonly EditAnswer[]): number | null =>
  numbersOf(answers).reduce<number | null>((last, one) => Math.max(last ?? 0, one), null);
