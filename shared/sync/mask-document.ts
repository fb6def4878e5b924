/** A document as somebody sees it who may not see resident ids and phones (SPEC.md, ROLE-3). Pure. */
import type { CollectionName } from '@shared/domain/collections';
import { maskText } from '@shared/domain/mask-text';
import { type Replace, replaceSensitive, replaceSensitiveInEdit } from '@shared/domain/sensitive-values';
import type { PlainDocument } from './apply-edit';

/** Masks the fields, and the same fields wherever the document repeats them: in its history and in conflicts. */
export const maskDocument = (collection: CollectionName, document: PlainDocument): PlainDocument =>
  replaceSensitive(collection, document, mask);

/** An edit of a document of the collection: its changes name the fields by path. */
export const maskEditOf = (collection: CollectionName, edit: PlainDocument): PlainDocument =>
  replaceSensitiveInEdit(collection, edit, mask);

const mask: Replace = (text, kind) => (kind === 'unknown' ? maskNumbers(text) : maskText(text, kind));

/** Where anything may stand (fields of a newer model, edits of a conflict), long numbers are taken for personal ones. */
const maskNumbers = (text: string): string =>
  text.replace(/\d{6,}[\dXx]/g, (number) => maskText(number, number.length >= 15 ? 'idNo' : 'phone'));
