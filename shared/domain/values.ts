/** Value schemas shared by all entities. null always means 未填/不知道, never "no" or 0. */
import { z } from 'zod';
import { entity, field } from './define';

/** Non-empty text, trimmed by whoever writes it. */
export const text = z.string().min(1).max(500);
export const longText = z.string().max(20_000);
export const optionalText = text.nullable().default(null);
export const optionalLongText = longText.nullable().default(null);

/** A day, YYYY-MM-DD. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const optionalDay = day.nullable().default(null);

/**
 * A day known to the day, the month or only the year (YYYY[-MM[-DD]]), as old ledgers write them. Plain string
 * comparison with a full day treats a shorter date as its first day.
 */
export const partialDay = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
export const optionalPartialDay = partialDay.nullable().default(null);

/** An instant in UTC, as Date.prototype.toISOString writes it. */
export const instant = z
  .string()
  .max(30)
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/);
export const optionalInstant = instant.nullable().default(null);

export const count = z.int().min(0).max(100_000_000);
export const optionalCount = count.nullable().default(null);
/** Numbers of one county grow with every change for as long as it exists. */
export const countyNumber = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
export const optionalCountyNumber = countyNumber.nullable().default(null);
export const year = z.int().min(1900).max(2200);
/** Decimal amount ≥ 0: 万元, 平方米 or 元 as the label says. */
export const amount = z.number().min(0).max(1e12);
export const optionalAmount = amount.nullable().default(null);
export const percent = z.number().min(0).max(100);
/** Three-valued 是/否: null is 未填, which is not 否. */
export const optionalFlag = z.boolean().nullable().default(null);

export const id = z.string().min(1).max(40);
export const optionalId = id.nullable().default(null);
export const idList = z.array(id).default([]);

/**
 * Many-valued relations are maps keyed by id, never arrays: two offices that add entries at the same time
 * touch different paths and never collide.
 */
export const mapOf = <S extends z.ZodType>(value: S) => z.record(id, value).default({});

/** Somebody to call. */
export const contact = entity({
  name: field('联系人', optionalText),
  phone: field('联系电话', z.string().max(40).nullable().default(null), { sensitivity: 'phone' }),
}).default({ name: null, phone: null });
