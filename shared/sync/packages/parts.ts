/** What travels inside packages (SPEC.md, PACKAGE-5 to PACKAGE-9): the messages of the network, one after another. */
import { collectionNames } from '@shared/domain/collections';
import { countyNumber, id, instant } from '@shared/domain/values';
import { z } from 'zod';
import { deviceReport, enrolReply, me } from '../account-messages';
import { agreementReply, checkpoint, listingReply, pullReply, pushReply, pushRequest } from '../messages';
import { secretKeys } from './keys';

const packageNumber = z.int().min(0);

export const reportPart = z.discriminatedUnion('part', [
  /** First, once. */
  z.strictObject({
    part: z.literal('ask'),
    protocol: z.int(),
    model: z.int(),
    /** Who sends it: somebody who has logged in on this device before (PACKAGE-3). */
    userId: id,
    checkpoint,
    /** Number of the newest receipt this device has taken; 0 = none. */
    lastReceipt: packageNumber,
    sentAt: instant,
    report: deviceReport,
  }),
  z.strictObject({ part: z.literal('push'), request: pushRequest }),
]);

const pullAsked = z.strictObject({ epoch: z.string(), scope: z.string(), since: countyNumber });

export const receiptPart = z.discriminatedUnion('part', [
  /** First, once. */
  z.strictObject({
    part: z.literal('about'),
    me,
    /** Number of the newest report the county has taken; 0 = none. */
    lastReport: packageNumber,
    /** For a first-sync package: the login it brings along; null = none. */
    sessionToken: z.string().nullable(),
    serverTime: instant,
  }),
  /** PACKAGE-9: makes a computer that was never connected this device. */
  z.strictObject({ part: z.literal('enrolment'), enrolment: enrolReply, keys: secretKeys }),
  z.strictObject({ part: z.literal('push'), reply: pushReply }),
  /** In order: each is asked from where the one before ended. */
  z.strictObject({ part: z.literal('pull'), asked: pullAsked, reply: pullReply }),
  z.strictObject({ part: z.literal('agreement'), reply: agreementReply }),
  z.strictObject({ part: z.literal('listing'), collection: z.enum(collectionNames), reply: listingReply }),
]);

export type ReportPart = z.infer<typeof reportPart>;
export type ReceiptPart = z.infer<typeof receiptPart>;
export type PartOf<P extends { readonly part: string }, N extends P['part']> = Extract<P, { part: N }>;

/** The parts of one name, in their order. */
export const partsNamed = <P extends { readonly part: string }, N extends P['part']>(
  parts: readonly P[],
  part: N,
): PartOf<P, N>[] => parts.filter((one): one is PartOf<P, N> => one.part === part);
