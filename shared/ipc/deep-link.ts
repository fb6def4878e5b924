/**
 * Addresses that other programs and pages open the ledger with: `lxtz://page/reports`, `lxtz://record/units/<id>`. They show
 * something and never change anything; whatever else an address says is no deep link.
 */
import { type CollectionName, collectionNames } from '@shared/domain/collections';
import { z } from 'zod';

/** 两新台账. The same in scripts/package/program.mjs, which tells it to the system. */
export const deepLinkScheme = 'lxtz';

export const deepLinkPages = [
  'overview',
  'boards',
  'duties',
  'units',
  'partyOrgs',
  'people',
  'import',
  'reports',
  'exchange',
  'conflicts',
  'settings',
  'help',
] as const;
export type DeepLinkPage = (typeof deepLinkPages)[number];

export type DeepLink =
  | { readonly kind: 'page'; readonly page: DeepLinkPage }
  | { readonly kind: 'record'; readonly collection: CollectionName; readonly id: string };

const pageAddress = z.tuple([z.literal('page'), z.enum(deepLinkPages)]);
const recordAddress = z.tuple([
  z.literal('record'),
  z.enum(collectionNames),
  z.string().regex(/^[\w-]{1,40}$/),
]);

/** null = not one of ours. Systems and browsers may add a last stroke. */
export function parseDeepLink(address: string): DeepLink | null {
  const start = `${deepLinkScheme}://`;
  if (address.slice(0, start.length).toLowerCase() !== start) return null;
  const parts = address.slice(start.length).replace(/\/$/, '').split('/');
  const page = pageAddress.safeParse(parts);
  if (page.success) return { kind: 'page', page: page.data[1] };
  const record = recordAddress.safeParse(parts);
  return record.success ? { kind: 'record', collection: record.data[1], id: record.data[2] } : null;
}
