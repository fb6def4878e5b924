/**
 * All that sync may do with the register. It decides nothing: which edits wait, what the county's answers and documents
 * make of the local ones, and what it remembers between two starts.
 */
import type { CollectionName } from '@shared/domain/collections';
import type { OrgUnit } from '@shared/domain/org-unit';
import type { NewId, Now } from '@shared/lib/ids';
import type { Numbered } from '@shared/sync/digest';
import type { PulledItem, PushedEdit, PushReply } from '@shared/sync/messages';
import type { Observable } from '../register-store';
import type { LocalMemory } from '../storage/local-memory';
import type { JoinedPlace } from './join-places';
import type { TakenAnswers } from './take-answers';
import type { TakenItems } from './take-documents';
import type { DocumentRef } from './write-documents';

export interface CountyPort {
  /** Edits the county has not answered. */
  readonly unsentCount: Observable<number>;
  /**
   * The next edits to send, oldest first, places before what lies in them (PUSH-1); empty when nothing waits. Never half
   * of a save of this window.
   * @param skipped `keyOf` of documents to leave out
   */
  nextEdits(limit: number, skipped?: ReadonlySet<string>): Promise<readonly PushedEdit[]>;
  /** Documents that these items, with these answers, would remove and that GUARD-1 counts. */
  leavingCount(items: readonly PulledItem[], answers?: PushReply['answers']): number;
  /** REBASE-3, REJECT-1. @param mayRemove false keeps documents that left the scope and are not deleted (GUARD-1) */
  takeAnswers(pushed: readonly PushedEdit[], reply: PushReply, mayRemove: boolean): Promise<TakenAnswers>;
  /** PULL-5, PULL-7, REBASE. Throws when the disk refuses; what was written until then may be written again. */
  takeItems(items: readonly PulledItem[], mayRemove: boolean): Promise<TakenItems>;
  /** EPOCH-3. May be interrupted and run again. @returns documents rewritten */
  reoffer(restoredTo: number): Promise<number>;
  /** Numbers held here are of a county or time that is not known: whatever comes is newer. */
  forgetNumbers(): Promise<number>;
  /** AGREE-1: ids and county numbers of everything held from the county; the same array until something changes. */
  numbered(collection: CollectionName): readonly Numbered[];
  readonly collections: readonly CollectionName[];
  /** Takes documents out of the register and off the disk; those with pending edits stay (GUARD-1). @returns how many went */
  remove(refs: readonly DocumentRef[]): Promise<number>;
  /** Of these documents, those that are here and not deleted: what somebody would miss (GUARD-1). */
  missedOf(refs: readonly DocumentRef[]): readonly DocumentRef[];
  /** What a person calls these documents, without those that are not here. */
  labelsOf(refs: readonly DocumentRef[]): readonly string[];
  /** Places this office made and no county knows yet; deleted ones left out. */
  ownPlaces(): readonly OrgUnit[];
  /** A place of the county as this version reads it; null when it cannot. */
  readPlace(item: PulledItem): OrgUnit | null;
  /**
   * Puts the county's places where the office's own were, in every document and every edit; nothing done before can be
   * undone afterwards. May be interrupted and run again.
   */
  joinPlaces(places: readonly JoinedPlace[]): Promise<void>;
  /** What waits in the parking bay lies at this place from now on: handed over, it must lie where the office may write. */
  moveParked(homeId: string): Promise<void>;
  /**
   * Asked to come to rest before the register is emptied or replaced; what is remembered says so already.
   * @returns no longer asked
   */
  onReplace(comeToRest: () => Promise<void>): () => void;
  /** Resolves when everybody has come to rest. */
  rest(): Promise<void>;
  /**
   * Removes every document from this device, for good; what sync remembers stays.
   * @param mayBegin asked when no save can come in between any more. Default: yes
   * @returns whether everything went
   */
  wipe(mayBegin?: () => Promise<boolean>): Promise<boolean>;
  /** What sync remembers: see renderer/sync. */
  readonly memory: LocalMemory;
  /** Larger lists it remembers, kept apart so that a checkpoint stays a small write. */
  readonly lists: LocalMemory;
  readonly now: Now;
  readonly newId: NewId;
}
