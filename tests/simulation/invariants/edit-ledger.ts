/** Every edit anybody ever saved, and what became of it (invariants 2 and 3). */
import { type CollectionName, collectionNames } from '@shared/domain/collections';
import { isSynced } from '@shared/sync/access';
import type { Plain } from '../model/apply-rules';
import type { CountyModel } from '../model/county-model';
import type { Device } from '../world/device';
import { type CountyState, historyOf } from './county-state';

interface MadeEdit {
  readonly editId: string;
  readonly device: string;
  readonly key: string;
  /** Position among the edits of this device on this document. */
  readonly order: number;
}

export class EditLedger {
  private readonly made = new Map<string, MadeEdit>();
  private readonly orders = new Map<string, number>();
  private readonly forgiven = new Set<string>();
  /** Answered edits of documents that were purged when an older copy was put back (HORIZON-3). */
  private readonly ended = new Set<string>();
  private readonly seen = new Map<string, number>();

  get count(): number {
    return this.made.size;
  }

  /** Writes down what waits on a device and was not known: called whenever something was saved there. */
  note(device: Device): void {
    const { running, name } = device;
    if (!running) return;
    for (const collection of collectionNames) {
      const table = running.register.table(collection);
      const place = `${name}/${collection}`;
      if (this.seen.get(place) === table.version) continue;
      this.seen.set(place, table.version);
      for (const document of table.allIncludingDeleted())
        if (isSynced(collection, { ...document })) this.noteDocument(name, collection, document);
    }
  }

  /** Before a restore: what a wiped device delivered may be lost with the county's own copy of it, and so may what was purged. */
  forgiveAnswersOf(model: CountyModel): void {
    for (const editId of model.answered) {
      this.forgiven.add(editId);
      const made = this.made.get(editId);
      if (made && model.isPurged(made.key)) this.ended.add(editId);
    }
  }

  /** A device starts anew: versions of its tables begin again. */
  forgetVersions(device: Device): void {
    for (const collection of collectionNames) this.seen.delete(`${device.name}/${collection}`);
  }

  private noteDocument(
    device: string,
    collection: CollectionName,
    { id, pending }: { readonly id: string; readonly pending: readonly { editId: string; device: string }[] },
  ): void {
    for (const edit of pending) {
      // Edits of others come back into `pending` after a restore (EPOCH-3).
      if (edit.device !== device || this.made.has(edit.editId)) continue;
      const key = `${collection}/${id}`;
      const order = this.orders.get(`${device} ${key}`) ?? 0;
      this.orders.set(`${device} ${key}`, order + 1);
      this.made.set(edit.editId, { editId: edit.editId, device, key, order });
    }
  }

  check(county: CountyState, model: CountyModel, devices: readonly Device[]): string[] {
    const places = new Map<string, Set<string>>();
    const add = (editId: string, place: string) =>
      places.set(editId, (places.get(editId) ?? new Set()).add(place));
    for (const [key, stored] of county.documents) {
      for (const { editId } of historyOf(stored)) add(editId, `in the history of ${key}`);
      addParked(stored.body, add);
    }
    for (const editId of county.heldIds) add(editId, 'held');
    for (const device of devices) addLocal(device, this.made, add);
    const outcomes = new Map(county.log.map(({ editId, outcome }) => [editId, outcome]));
    const problems: string[] = [];
    for (const { editId, device, key } of this.made.values()) {
      const found = [...(places.get(editId) ?? [])];
      const isWiped = !isRunning(devices, device) && (outcomes.has(editId) || this.forgiven.has(editId));
      const isPurged = this.ended.has(editId) || (model.isPurged(key) && outcomes.has(editId));
      if (found.length === 0 && (isWiped || isPurged)) continue;
      // Offered again after a restore, an edit may be refused to its maker and taken from another device.
      const isTwice =
        this.forgiven.size > 0 && found.length === 2 && found.some((one) => one.startsWith('parked'));
      if (found.length !== 1 && !isTwice)
        problems.push(
          `REBASE-3: edit ${editId} of ${key} made on ${device} is ${found.join(' and ') || 'lost'}`,
        );
    }
    return [...problems, ...this.orderProblems(county)];
  }

  /**
   * EDIT-2: in every history, the edits of one device stand in the order they were made. After a restore others bring them
   * as well (EPOCH-3), and what one was refused another may bring later: the order holds for each who brought them.
   */
  private orderProblems(county: CountyState): string[] {
    const problems: string[] = [];
    for (const [key, stored] of county.documents) {
      const last = new Map<string, number>();
      for (const { editId, sentBy } of historyOf(stored)) {
        const made = this.made.get(editId);
        if (!made) continue;
        const carried = `${made.device} ${sentBy}`;
        if (made.order < (last.get(carried) ?? -1))
          problems.push(`EDIT-2: ${editId} of ${key} is out of order`);
        last.set(carried, made.order);
      }
    }
    return problems;
  }
}

/** A device that was wiped holds nothing any more, refused edits included. */
const isRunning = (devices: readonly Device[], name: string): boolean =>
  devices.some((device) => device.name === name && device.remembered()?.standing !== 'wiped');

function addLocal(
  { running, name }: Device,
  made: ReadonlyMap<string, MadeEdit>,
  add: (editId: string, place: string) => void,
): void {
  if (!running) return;
  for (const collection of collectionNames)
    for (const document of running.register.table(collection).allIncludingDeleted()) {
      for (const { editId } of document.pending)
        if (made.get(editId)?.device === name) add(editId, 'pending');
      addParked({ ...document }, (editId, place) => {
        if (made.get(editId)?.device === name) add(editId, place);
      });
    }
}

/** A parked edit, also when handing it over was refused and parked in turn. */
function addParked(document: Plain, add: (editId: string, place: string) => void): void {
  const { kind, id, edit, content } = document as ParkedShape;
  if (kind !== 'parked' || !edit) return;
  add(edit.editId, `parked as ${id}`);
  if (content) addParked(content, add);
}
interface ParkedShape {
  readonly kind?: unknown;
  readonly id?: string;
  readonly edit?: { readonly editId: string };
  readonly content?: Plain | null;
}
