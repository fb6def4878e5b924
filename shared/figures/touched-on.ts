/**
 * Which units' facts a document can change on one day. Like `touchUnits`, but members and reserves of an organization
 * touch only its seat and the place they work at: an organization over hundreds of units would otherwise have all of
 * them derived again for every date in the life of every member.
 */
import type { CollectionName, DocumentOf } from '@shared/domain/collections';
import type { Person } from '@shared/domain/person';
import { related } from '@shared/rules/relations';
import type { FactsContext } from './facts-context';
import type { SeatBook } from './seat-book';
import { touchUnits } from './touched-units';

export function touchOn<C extends CollectionName>(
  touched: Set<string>,
  collection: C,
  document: DocumentOf<C>,
  context: FactsContext,
  seats: SeatBook,
): void {
  const { relations } = context;
  // The collection name tells what the document is; the type parameter does not.
  const found = document as DocumentOf<CollectionName>;
  if (collection === 'people') {
    touchPerson(touched, found as Person, seats);
    return;
  }
  if (collection === 'cases') {
    touchCase(touched, found as DocumentOf<'cases'>, context, seats);
    return;
  }
  if (collection === 'units')
    for (const name of ['orgsByUnit', 'orgsByHost'] as const)
      for (const orgId of related(relations, name, document.id)) seats.recheck(orgId, touched);
  if (collection === 'partyOrgs') seats.recheck(document.id, touched);
  touchUnits(touched, collection, document, relations);
}

function touchPerson(touched: Set<string>, person: Person, seats: SeatBook): void {
  if (person.workUnitId !== null) touched.add(person.workUnitId);
  touchSeat(touched, person.relationOrgId, seats);
}

function touchCase(
  touched: Set<string>,
  item: DocumentOf<'cases'>,
  { relations }: FactsContext,
  seats: SeatBook,
): void {
  if (item.kind === 'reserveSecretary') touchSeat(touched, item.partyOrgId, seats);
  if (item.kind !== 'floatRecord') return;
  const person = relations.documents.people.get(item.personId);
  if (person) touchPerson(touched, person, seats);
}

function touchSeat(touched: Set<string>, orgId: string | null, seats: SeatBook): void {
  const seat = seats.seat(orgId);
  if (seat !== null) touched.add(seat);
}
