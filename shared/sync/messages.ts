/** Every message of push, pull and agreement (SPEC.md). Both sides parse what they receive with these schemas. */
import { collectionNames } from '@shared/domain/collections';
import { editSchema } from '@shared/domain/edit';
import { countyNumber, id, instant } from '@shared/domain/values';
import { z } from 'zod';
import { editsPerPush } from './protocol';

const collection = z.enum(collectionNames);
/** A document as the county keeps it: all fields but the device's own (`pending`, `isPending`); checked by its model. */
const countyDocument = z.record(z.string(), z.unknown());

/** The catalogue's problem as data; `text` is the sentence for people. */
export const problemMessage = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'question', 'info']),
  text: z.string(),
  field: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
});
/** Body of every answer that is not a success. */
export const refusalMessage = z.strictObject({ problem: problemMessage });

export const pushedEdit = z.strictObject({
  collection,
  documentId: id,
  edit: editSchema,
  /** What a `create` creates (EDIT-3); null for changes. */
  content: countyDocument.nullable(),
});
export const pushRequest = z.strictObject({
  protocol: z.int(),
  model: z.int(),
  /** The epoch the edits were made in; another one now means: pull first (EPOCH-3). */
  epoch: z.string(),
  /** The device's clock when it sent this: kept beside the county's (SKEW-4). */
  sentAt: instant,
  /** How far the device had pulled: tells an edit made before a hand-over from one made after it (SCOPE-5). */
  pulledThrough: countyNumber,
  edits: z.array(pushedEdit).min(1).max(editsPerPush),
});

const editId = id;
export const editAnswer = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('accepted'), editId, seq: countyNumber }),
  z.strictObject({
    outcome: z.literal('conflicted'),
    editId,
    /** Number of the document after the edit's other paths were applied. */
    seq: countyNumber,
    conflictIds: z.array(id),
  }),
  z.strictObject({ outcome: z.literal('rejected'), editId, problem: problemMessage }),
  /** Taken into quarantine from a device that is being drained (DEVICE-2). */
  z.strictObject({ outcome: z.literal('held'), editId }),
]);

/** `document` null: the document is not, or no longer, in the device's scope (SCOPE-4). */
export const pulledItem = z.strictObject({
  collection,
  id,
  seq: countyNumber,
  document: countyDocument.nullable(),
});
export const pushReply = z.strictObject({
  epoch: z.string(),
  answers: z.array(editAnswer),
  /** The resulting document of every id the push touched, once each (PUSH-5). */
  documents: z.array(pulledItem),
  serverTime: instant,
});

/** What a device pulls by; unchanged while its person, place and county stay the same. */
export const checkpoint = z.strictObject({
  epoch: z.string(),
  /** Names the scope; a new value means the device's scope was changed (SCOPE-6). */
  scope: z.string(),
  through: countyNumber,
});
export const resetReasons = ['firstSync', 'epoch', 'scope', 'horizon'] as const;

export const pullQuery = z.strictObject({
  protocol: z.coerce.number().int(),
  model: z.coerce.number().int(),
  /** Empty on the first pull. */
  epoch: z.string().max(60).default(''),
  scope: z.string().max(200).default(''),
  since: z.coerce.number().int().min(0),
  limit: z.coerce.number().int().min(1).max(1000),
});
export const pullReply = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('page'),
    items: z.array(pulledItem),
    /** Everything up to this number is now with the device, also when `items` is empty (PULL-3). */
    through: countyNumber,
    isDone: z.boolean(),
    /** Documents in scope; only on the first page, for progress. */
    total: z.int().nullable(),
    serverTime: instant,
  }),
  /** The checkpoint does not hold: start again from 0 under this one, keeping every pending edit (PULL-6). */
  z.strictObject({
    kind: z.literal('reset'),
    reason: z.enum(resetReasons),
    checkpoint,
    /** After a restore: the last number that survived it; else null (EPOCH-3). */
    restoredTo: countyNumber.nullable(),
    serverTime: instant,
  }),
]);

export const collectionDigest = z.strictObject({ collection, count: z.int(), digest: z.string() });
export const agreementReply = z.strictObject({
  epoch: z.string(),
  scope: z.string(),
  through: countyNumber,
  collections: z.array(collectionDigest),
  serverTime: instant,
});
/** Ids and numbers of one collection in scope, for finding what differs (AGREE-3). */
export const listingReply = z.strictObject({
  through: countyNumber,
  items: z.array(z.tuple([id, countyNumber])),
});
export const fetchRequest = z.strictObject({ collection, ids: z.array(id).min(1).max(500) });
export const fetchReply = z.strictObject({ items: z.array(pulledItem) });

/** Sent over the stream: something up to this number is new (STREAM-1). */
export const pingMessage = z.strictObject({ epoch: z.string(), through: countyNumber });

export type PushedEdit = z.infer<typeof pushedEdit>;
export type PushRequest = z.infer<typeof pushRequest>;
export type PushReply = z.infer<typeof pushReply>;
export type EditAnswer = z.infer<typeof editAnswer>;
export type PulledItem = z.infer<typeof pulledItem>;
export type PullQuery = z.infer<typeof pullQuery>;
export type PullReply = z.infer<typeof pullReply>;
export type Checkpoint = z.infer<typeof checkpoint>;
export type AgreementReply = z.infer<typeof agreementReply>;
export type ListingReply = z.infer<typeof listingReply>;
export type FetchRequest = z.infer<typeof fetchRequest>;
export type FetchReply = z.infer<typeof fetchReply>;
export type PingMessage = z.infer<typeof pingMessage>;
