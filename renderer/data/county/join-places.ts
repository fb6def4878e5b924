/**
 * A register that was kept alone joins a county: its own places become the county's. Every step finds by itself what is
 * still to be done, so the whole may be interrupted anywhere and run again.
 */

import { isSame } from '@shared/domain/changes';
import type { OrgUnit } from '@shared/domain/org-unit';
import type { PulledItem } from '@shared/sync/messages';
import { changeEdit, type EditContext } from '../document-edit';
import type { OpenTables } from './outbox';
import { rewriteAll } from './reoffer';
import { type Ids, replaceIds } from './replace-ids';
import { type InTurn, takeItems } from './take-documents';
import { type DocumentRef, removeDocuments, type Settle, writeDocuments } from './write-documents';

export interface JoinedPlace {
  readonly localId: string;
  /** The county's document of the place. */
  readonly county: PulledItem;
  /** Whether this device may complete the county's place with what the office knew of it. */
  readonly mayFill: boolean;
}

export interface JoinContext {
  readonly open: OpenTables;
  readonly inTurn: InTurn;
  readonly settle: Settle;
  readonly edits: () => EditContext;
}

/** Places the office made that no county knows yet. */
export const ownPlaces = ({ tables }: OpenTables): readonly OrgUnit[] =>
  // The table of places holds places.
  (tables('orgUnits').all() as readonly OrgUnit[]).filter(({ seq }) => seq === null);

export async function joinPlaces(context: JoinContext, places: readonly JoinedPlace[]): Promise<void> {
  const { open, inTurn, settle } = context;
  await takeItems(
    { tables: open.tables, inTurn, settle },
    places.map(({ county }) => county),
    false,
  );
  for (const place of places) await fillPlace(context, place);
  const ids: Ids = new Map(places.map(({ localId, county }) => [localId, county.id]));
  while ((await replaceEverywhere(open, inTurn, ids)) > 0);
  const replacedPlaces = [...ids.keys()].map((id) => ({ collection: 'orgUnits' as const, id }));
  await remove(context, [...replacedPlaces, ...removedDemo(open)]);
}

const replaceEverywhere = (open: OpenTables, inTurn: InTurn, ids: Ids): Promise<number> =>
  rewriteAll(
    open,
    inTurn,
    (document) => !ids.has(document.id) && replaceIds(document, ids) !== document,
    (_ref, now) => (now === null ? 'same' : replaceIds(now, ids)),
  );

/** Demonstration records that were cleared are no business of the county, not even as deleted ones. */
const removedDemo = ({ names, tables }: OpenTables): DocumentRef[] =>
  names.flatMap((collection) =>
    tables(collection)
      .allIncludingDeleted()
      .filter(({ source, deletedAt, seq }) => source === 'demo' && deletedAt !== null && seq === null)
      .map(({ id }) => ({ collection, id })),
  );

/** Documents removed in one go. */
const removedAtOnce = 200;

async function remove({ open, inTurn, settle }: JoinContext, refs: readonly DocumentRef[]): Promise<void> {
  for (let start = 0; start < refs.length; start += removedAtOnce) {
    const part = refs.slice(start, start + removedAtOnce);
    await inTurn(() => removeDocuments(open.tables, part, settle));
  }
}

/** What the office wrote of a place and the county left blank, as an ordinary edit of the county's place. */
async function fillPlace({ open, inTurn, edits }: JoinContext, place: JoinedPlace): Promise<void> {
  const own = open.tables('orgUnits').rowOf(place.localId)?.document;
  if (!own || !place.mayFill) return;
  const ref = { collection: 'orgUnits' as const, id: place.county.id };
  await inTurn(() =>
    writeDocuments(open.tables, [ref], (_ref, now) => {
      if (now === null) return 'same';
      // Both are documents of the table of places.
      const filled = filledWith(now as OrgUnit, own as OrgUnit);
      return changeEdit('orgUnits', now, filled, edits())?.after ?? 'same';
    }),
  );
}

const fillable = ['divisionCode', 'parkGrade', 'leadBody', 'occupancyPct', 'turnoverYi', 'openedOn'] as const;

function filledWith(county: OrgUnit, own: OrgUnit): OrgUnit {
  const names = [own.name, ...own.aliases].filter((name) => name !== county.name);
  const aliases = [...new Set([...county.aliases, ...names])];
  const blanks = fillable.filter((field) => county[field] === null && own[field] !== null);
  return {
    ...county,
    ...Object.fromEntries(blanks.map((field) => [field, own[field]])),
    aliases: isSame(aliases, county.aliases) ? county.aliases : aliases,
  };
}
