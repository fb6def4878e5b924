/**
 * The border between memory and disk: what identifies or reaches a person (see shared/domain/sensitive-values) leaves
 * the document before it is stored, and lies sealed in one text beside it. In memory documents are plain.
 */

import type { Sealer } from '@renderer/keys/sealer';
import { bytesOfText, textOfBytes } from '@renderer/platform/bytes-text';
import type { CollectionName } from '@shared/domain/collections';
import type { LedgerDocument } from '@shared/domain/document';
import { replaceSensitive, type ValuePath } from '@shared/domain/sensitive-values';
import { z } from 'zod';

/** A document as it is stored: `sealed` is missing when there was nothing to seal. */
export type Stored<D> = D & { readonly sealed?: string };

export interface DocumentSeal<D> {
  close(document: D): Promise<Stored<D>>;
  /** @throws BrokenSeal when the sealed part does not open */
  open(stored: Stored<D>): Promise<D>;
  /** As it is stored, without the sealed part: for comparing revisions, never for keeping. */
  blank(document: D): D;
}

/** A value taken out and the way to its place. */
type Taken = readonly [path: ValuePath, value: string];
const takenSchema = z.array(z.tuple([z.array(z.union([z.string(), z.int()])), z.string()]));

/** Without a sealer documents are stored as they are (pages that cannot encrypt), and only such can be read. */
export function documentSeal<D extends LedgerDocument>(
  collection: CollectionName,
  sealer: Sealer | null,
): DocumentSeal<D> {
  if (sealer === null) return plainDocuments();
  const takeOut = (document: D, taken: Taken[]): D =>
    // Only texts of nullable or open fields become null: what is left still has the shape of D.
    replaceSensitive(collection, { ...document }, (text, mark, path) => {
      if (mark === 'unknown' && !mayIdentify.test(text)) return text;
      taken.push([path, text]);
      return null;
    }) as unknown as D;
  return {
    async close(document) {
      const taken: Taken[] = [];
      const rest = takeOut(document, taken);
      if (taken.length === 0) return document;
      const bytes = new TextEncoder().encode(JSON.stringify(taken));
      return { ...rest, sealed: textOfBytes(await sealer.seal(bytes, aboutOf(collection, document))) };
    },
    async open({ sealed, ...rest }) {
      // What remains after taking `sealed` off is the document.
      const document = rest as unknown as D;
      if (sealed === undefined) return document;
      const bytes = await sealer.open(bytesOfText(sealed), aboutOf(collection, document));
      const taken = takenSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
      const copied = new Set<object>();
      return taken.reduce<D>((whole, [path, value]) => putBack(whole, path, value, copied), document);
    },
    blank: (document) => takeOut(document, []),
  };
}

/** Where anything may stand, long numbers are taken for personal ones, as when masking. */
const mayIdentify = /\d{6,}[\dXx]/;

const aboutOf = (collection: CollectionName, { id }: LedgerDocument): string => `${collection}/${id}`;

const plainDocuments = <D>(): DocumentSeal<D> => ({
  // A document without a sealed part is one of the two shapes.
  close: (document) => Promise.resolve(document as Stored<D>),
  // checkKey lets nobody read a sealed register without its key.
  open: ({ sealed: _none, ...document }) => Promise.resolve<unknown>(document) as Promise<D>,
  blank: (document) => document,
});

/** Copies what the storage handed out on the way to the place, each object once. */
function putBack<T>(whole: T, [key, ...rest]: ValuePath, value: string, copied: Set<object>): T {
  if (key === undefined) return value as T;
  const own = copied.has(whole as object) ? whole : copyOf(whole);
  copied.add(own as object);
  // Paths were made by walking this very document; keys of lists are numbers, of anything else names.
  const parts = own as Record<string | number, unknown>;
  parts[key] = putBack(parts[key], rest, value, copied);
  return own;
}

const copyOf = <T>(value: T): T => (Array.isArray(value) ? ([...value] as T) : { ...value });
