/**
 * An office at work: random dated actions, each written as an edit the way the register writes them. Used to compare
 * counts made at the time with recounts made later.
 */
import { diffDocuments, withValueAt } from '@shared/domain/changes';
import {
  type CollectionName,
  collectionNames,
  type DocumentOf,
  type Register,
} from '@shared/domain/collections';
import type { Unit } from '@shared/domain/unit';
import { addDays } from '@shared/lib/day';
import { buildDocument, type Draft } from './build-documents';

export interface Written {
  readonly collection: CollectionName;
  readonly before: DocumentOf<CollectionName> | null;
  readonly after: DocumentOf<CollectionName>;
}

export const townships = ['t1', 't2'];
export const sites = ['v1', 'park1', 'building1', 'building2'];
type WithoutId<D> = D extends unknown ? Omit<D, 'id'> : never;

export class SimulatedOffice {
  day = '2023-01-05';
  /** Last write, for whoever keeps live figures. */
  written: Written | null = null;
  private next = 0;
  private readonly documents = Object.fromEntries(
    collectionNames.map((name) => [name, new Map<string, DocumentOf<CollectionName>>()]),
  ) as Record<CollectionName, Map<string, DocumentOf<CollectionName>>>;

  constructor() {
    const places = [
      { id: 'county', name: '县', level: 'county' as const, parentId: null },
      ...townships.map((id) => ({ id, name: id, level: 'township' as const, parentId: 'county' })),
      { id: 'v1', name: '一村', level: 'village' as const, parentId: 't1' },
      { id: 'park1', name: '园区', level: 'park' as const, parentId: 't1' },
      { id: 'building1', name: '一号楼', level: 'building' as const, parentId: 't2' },
      { id: 'building2', name: '二号楼', level: 'building' as const, parentId: 'county' },
    ];
    for (const place of places) this.documents.orgUnits.set(place.id, buildDocument('orgUnits', place));
  }

  /** All documents, deleted ones too. */
  readonly register = (): Register =>
    Object.fromEntries(
      collectionNames.map((name) => [name, [...this.documents[name].values()]]),
    ) as unknown as Register;

  /** Lets the days pass; nothing is written yet on the new one. */
  wait(days: number): void {
    this.day = addDays(this.day, days);
    this.written = null;
  }

  live<C extends CollectionName>(collection: C, number: number): DocumentOf<C> | undefined {
    const all = [...this.documents[collection].values()].filter((one) => one.deletedAt === null);
    return all[number % Math.max(all.length, 1)] as DocumentOf<C> | undefined;
  }

  newId(): string {
    this.next += 1;
    return `d${this.next}`;
  }

  instant(): string {
    return `${this.day}T03:00:00.000Z`;
  }

  create<C extends CollectionName>(collection: C, draft: WithoutId<Draft<C>>): void {
    const made = { ...draft, id: this.newId(), createdAt: this.instant() } as unknown as Draft<C>;
    this.write(collection, null, buildDocument(collection, made));
  }

  changeUnit(number: number, values: Record<string, unknown>): void {
    const unit: Unit | undefined = this.live('units', number);
    if (unit) this.change('units', unit, values);
  }

  change<C extends CollectionName>(
    collection: C,
    before: DocumentOf<C>,
    values: Record<string, unknown>,
  ): void {
    const changed = Object.entries(values).reduce<DocumentOf<C>>(
      (state, [path, value]) => withValueAt(state, path, value),
      before,
    );
    const changes = diffDocuments(before, changed);
    if (Object.keys(changes).length === 0) return;
    const edit = {
      editId: this.newId(),
      op: 'change' as const,
      at: this.instant(),
      by: '测试员',
      device: 'd',
      changes,
      batchId: null,
      note: null,
    };
    this.write(collection, before, { ...changed, pending: [...before.pending, edit] });
  }

  private write<C extends CollectionName>(
    collection: C,
    before: DocumentOf<C> | null,
    after: DocumentOf<C>,
  ): void {
    this.documents[collection].set(after.id, after as DocumentOf<CollectionName>);
    this.written = { collection, before, after } as Written;
  }
}
