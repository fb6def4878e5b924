/** Documents on their way to a device: kept as text as long as possible. */
import type { PlainDocument } from '@shared/sync/apply-edit';
import { maskDocument } from '@shared/sync/mask-document';
import type { PulledItem } from '@shared/sync/messages';
import type { PageItem } from '../../repositories/pages';
import type { Caller } from '../caller';
import { viewOf } from '../scope';

/** JSON of a PulledItem. */
export const itemText = ({ body, collection, id, seq }: PageItem): string =>
  `${JSON.stringify({ collection, id, seq }).slice(0, -1)},"document":${body}}`;

export const parsedItem = ({ body, collection, id, seq }: PageItem): PulledItem => ({
  collection,
  id,
  seq,
  // Only this program writes bodies, and only as objects.
  document: body === null ? null : (JSON.parse(body) as PlainDocument),
});

/** ROLE-3: the item as the caller may see it. */
export function shownTo(caller: Caller, item: PageItem): PageItem {
  if (viewOf(caller) !== 'masked') return item;
  const { document } = parsedItem(item);
  return document === null
    ? item
    : { ...item, body: JSON.stringify(maskDocument(item.collection, document)) };
}
