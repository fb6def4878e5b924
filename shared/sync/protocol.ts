/** Numbers device and county have agreed on. A change here is a change of SPEC.md. */

/** Version of the messages. A county answers its own and the one before (SKEW-1). */
export const protocolVersion = 1;
/** Version of the model: grows when a field is added or changes its meaning (SKEW-2). */
export const modelVersion = 1;
/** Larger pushes make other people's edits wait (measured: 500 at once wait four times as long as 100). */
export const editsPerPush = 200;
export const documentsPerPage = 500;
/** Days the county keeps a deleted document before it may purge it (HORIZON-1). */
export const tombstoneDays = 400;
/** A device removes no more than this many records, or this share of them, without a person's yes (GUARD-1). */
export const unaskedRemovals = { count: 20, share: 0.02 } as const;
/** Gap a restored county leaves in its numbers, so that no number of the lost time is given twice (EPOCH-2). */
export const restoreGap = 1_000_000;
/** Path all county addresses start with. */
export const apiPrefix = '/api/v1';
