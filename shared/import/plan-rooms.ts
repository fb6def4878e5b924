/** Party rooms of a file: found by name and address. */
import type { PartyRoom } from '@shared/domain/party-room';
import { matchingProblems as problems } from '@shared/problems/matching-problems';
import { fieldChanges, nestFields } from './field-changes';
import { type Match, none, one, skipRow } from './match';
import type { PartyOrgMatcher } from './match-party-org';
import type { FieldValues, ReadPartyRoom, ReadSheet } from './model';
import { exactKey } from './normalize-name';
import type { MentionPlanner } from './plan-mentions';
import type { PlannedDraft } from './plan-model';
import type { PlacePlanner } from './plan-places';
import type { Planning } from './planning';
import { nameOf, textValue } from './read-values';
import { RecordIndex } from './record-index';
import { proposalOfRow } from './row-proposal';

/** Drafts hold fewer fields than documents. */
type RoomLike = Pick<PartyRoom, 'name'> & Partial<PartyRoom>;

export class RoomPlanner {
  private readonly index = new RecordIndex();

  constructor(
    private readonly planning: Planning,
    private readonly places: PlacePlanner,
    private readonly mentions: MentionPlanner,
    private readonly orgs: PartyOrgMatcher,
  ) {}

  add(id: string): void {
    this.index.add('name', exactKey(this.room(id).name), id);
  }

  private room(id: string): RoomLike {
    return this.planning.recordOf<RoomLike>(id) ?? { name: '' };
  }

  plan(sheets: readonly ReadSheet[]): void {
    for (const sheet of sheets)
      sheet.partyRooms.forEach((read, i) => {
        this.planRow(read, sheet, i);
      });
  }

  private planRow(read: ReadPartyRoom, sheet: ReadSheet, index: number): void {
    const name = nameOf(read);
    const values = this.linked(read, sheet);
    const id = this.planning.settle({
      ...proposalOfRow('partyRooms', read, sheet, index),
      match: this.match(name, read.values),
      build: (newId) => this.draftOf(values, name, newId),
      changesTo: (record, mode) => fieldChanges(record, values, mode),
    });
    if (id !== null) this.add(id);
  }

  /** Organization, unit and place as links where they are known; an unknown organization stays a name. */
  private linked(read: ReadPartyRoom, sheet: ReadSheet): FieldValues {
    const host = textValue(read.values, 'hostPartyOrgName');
    const hostId = host === null ? null : this.orgs.named(host);
    return {
      ...read.values,
      ...(hostId === null ? {} : { hostPartyOrgName: null, hostPartyOrgId: hostId }),
      unitId: read.unitName === null ? null : this.mentions.unitOf(read.unitName, sheet, read.row),
      siteId: this.siteOf(read, sheet),
    };
  }

  private siteOf(read: ReadPartyRoom, sheet: ReadSheet): string | null {
    const { townshipId } = this.planning.context;
    return this.places.placeOf({ name: read.siteName, sheet, row: read.row, hint: null, townshipId });
  }

  private match(name: string, values: FieldValues): Match {
    const address = values['address'];
    const isElsewhere = (id: string): boolean => {
      const known = this.room(id).address ?? null;
      return typeof address === 'string' && known !== null && exactKey(known) !== exactKey(address);
    };
    const named = this.index.find('name', exactKey(name));
    const here = named.filter((id) => !isElsewhere(id));
    const [first] = here.length > 0 ? here : named;
    if (first === undefined) return none;
    if (here.length === 1 && this.planning.claimOf(first) === null) return one(first);
    const known = this.room(first).address ?? '未填';
    return {
      kind: 'ask',
      question: problems.sameRoom({ name, address: known }, 'address'),
      candidates: named.map((id) => ({ id, label: this.room(id).name })),
      proposed: null,
      creates: [{ code: 'create', label: '作为另一处阵地登记' }],
      skipLabel: skipRow,
    };
  }

  private draftOf(values: FieldValues, name: string, id: string): PlannedDraft<'partyRooms'> {
    // Values carry the reader's own types, field by field; the store validates the whole before it writes.
    return {
      ...nestFields(values),
      ...{ id, orgUnitId: this.planning.context.officeId, name },
      status: values['status'] ?? 'inUse',
    } as PlannedDraft<'partyRooms'>;
  }
}
