/**
 * Questions of boards and walls, and their answers. The same question is answered from memory on a device and in SQL by
 * the county; which of the two did it is said beside the numbers, never inside them.
 */
import { day, id, instant, text } from '@shared/domain/values';
import { figureIds, recordFigureIds, siteFigureIds } from '@shared/figures/figure';
import { groupingNames } from '@shared/figures/groupings';
import { coverageStates, siteLevels } from '@shared/figures/unit-facts';
import { scopeReasons } from '@shared/rules/unit-scope';
import { z } from 'zod';
import { markSchema, parts } from './mark';
import { withinSchema } from './within';

/** Counts beside the figures, by a value: the fields of `Summary` with the same names. */
export const distributionNames = [
  'coverageStates',
  'scope',
  'orgsByScope',
  'sixByCount',
  'sixByItem',
  'floatingByScope',
] as const;
export type DistributionName = (typeof distributionNames)[number];
export const distributionName = z.enum(distributionNames);

const whole = z.int().min(-1e12).max(1e12);
export const seriesNames = ['twoNew', 'soleTraders'] as const;

export const sumsQuestion = z.strictObject({
  /** Different days, in any order; points come in the same order. */
  days: z
    .array(day)
    .min(1)
    .max(60)
    .refine((days) => new Set(days).size === days.length),
  /** Empty = one total. A unit in two parks counts in both groups. */
  groupBy: z.array(z.enum(groupingNames)).max(2),
  within: withinSchema,
  /** C14 and C15 count places: they are there in groups of places (total, townships, parks, buildings) only. */
  figures: z.array(z.enum(figureIds)).max(figureIds.length),
  distributions: z.array(distributionName).max(distributionNames.length).default([]),
  /** Sole traders are a series of their own. */
  series: z.enum(seriesNames).default('twoNew'),
});

const counted = z.strictObject({ numerator: whole, denominator: whole });
export const sumsGroup = z.strictObject({
  /** One per grouping asked for, in that order; '' = not filled in. */
  keys: z.array(z.string()),
  figures: z.partialRecord(z.enum(figureIds), counted),
  distributions: z.partialRecord(distributionName, z.record(z.string(), whole)),
});
export const sumsPoint = z.strictObject({
  day,
  /** Rules the day was counted by; null = the register had not begun. */
  ruleSetVersion: z.string().nullable(),
  /** Groups in which everything asked for is 0 are left out; a total is always there. */
  groups: z.array(sumsGroup),
});
export const sumsAnswer = z.strictObject({
  /** What the denominator of each figure counts. */
  bases: z.partialRecord(z.enum(figureIds), z.string()),
  points: z.array(sumsPoint),
});

export const unitsQuestion = z.strictObject({
  day,
  within: withinSchema,
  mark: markSchema,
  limit: z.int().min(1).max(5000).default(5000),
});
// Object.keys forgets the key type of a literal record.
const coverageState = z.enum(Object.keys(coverageStates) as [keyof typeof coverageStates]);
const scopeReason = z.enum(Object.keys(scopeReasons) as [keyof typeof scopeReasons]);
/** A unit of a list, with what its line says. */
export const listedUnit = z.strictObject({
  unitId: id,
  name: text,
  townshipId: z.string(),
  scopeReason,
  coverageState,
  coverOrgName: z.string().nullable(),
  fullMembersHere: whole,
  membersHere: whole,
  /** Of `membersHere`; the numerator of C19. */
  floatingOut: whole,
  staff: whole.nullable(),
  /** Codes of the criteria that are met. */
  sixMetItems: z.array(z.string()),
  isSixAssessed: z.boolean(),
});
export const unitsAnswer = z.strictObject({
  /** All of them; `units` may be cut at the limit. */
  total: z.int().min(0),
  units: z.array(listedUnit),
});

/** Parks, buildings and streets behind a figure that counts them. */
export const sitesQuestion = z.strictObject({
  day,
  within: withinSchema,
  id: z.enum(siteFigureIds),
  part: z.enum(parts),
  limit: z.int().min(1).max(5000).default(5000),
});
export const listedSite = z.strictObject({
  siteId: id,
  name: text,
  level: z.enum(siteLevels),
  /** '' = directly under the county. */
  townshipId: z.string(),
  /** In the numerator: it has a room (C14), it is covered (C15). */
  isCounted: z.boolean(),
});
export const sitesAnswer = z.strictObject({
  /** All of them; `sites` may be cut at the limit. */
  total: z.int().min(0),
  sites: z.array(listedSite),
});

/** Organizations and people that are the base of a figure, each once. */
export const recordsQuestion = z.strictObject({
  day,
  within: withinSchema,
  id: z.enum(recordFigureIds),
  limit: z.int().min(1).max(5000).default(5000),
});
export const listedRecord = z.strictObject({
  recordId: id,
  /** null = gone, or not a record the caller may hold. */
  name: text.nullable(),
  /** Code of what it is (党组织类别, 指导员类别); null = not filled in, or not hers to see. */
  kind: z.string().nullable(),
  /** Of the units it counts for, and the township of the first of them. */
  unitCount: z.int().min(1),
  townshipId: z.string(),
});
export const recordsAnswer = z.strictObject({
  /** All of them; `records` may be cut at the limit. */
  total: z.int().min(0),
  records: z.array(listedRecord),
});

/** 六有 from one day to another. */
export const flowQuestion = z.strictObject({ from: day, to: day, within: withinSchema });
const sixState = z.strictObject({ met: whole, items: z.array(z.string()) });
export const flowUnit = z.strictObject({
  unitId: id,
  name: text,
  townshipId: z.string(),
  /** null = not assessed on that day. */
  before: sixState.nullable(),
  after: sixState.nullable(),
});
export const flowAnswer = z.strictObject({
  /** How many went from how many items to how many; null = not assessed. */
  moves: z.array(
    z.strictObject({ before: whole.nullable(), after: whole.nullable(), count: z.int().min(1) }),
  ),
  /** Units that gained or lost an item, at most 5,000. */
  changed: z.array(flowUnit),
});

/** How current the county's answer is. */
export const insightPosition = z.strictObject({
  /** Number of the last change of the register, and the last one the facts have followed. */
  seq: z.int().min(0),
  through: z.int().min(0),
  /** False: the facts still follow the register, and the same question may soon be answered otherwise. */
  isSettled: z.boolean(),
  /** By the county's clock. */
  at: instant,
});
const positioned = <S extends z.ZodType>(answer: S) => z.strictObject({ position: insightPosition, answer });
export const sumsReply = positioned(sumsAnswer);
export const unitsReply = positioned(unitsAnswer);
export const sitesReply = positioned(sitesAnswer);
export const recordsReply = positioned(recordsAnswer);
export const flowReply = positioned(flowAnswer);

/** As somebody asks: what has a default may be left out. */
export type SumsQuestion = Readonly<z.input<typeof sumsQuestion>>;
export type SumsAnswer = z.infer<typeof sumsAnswer>;
export type SumsPoint = z.infer<typeof sumsPoint>;
export type SumsGroup = z.infer<typeof sumsGroup>;
export type UnitsQuestion = Readonly<z.input<typeof unitsQuestion>>;
export type UnitsAnswer = z.infer<typeof unitsAnswer>;
export type ListedUnit = z.infer<typeof listedUnit>;
export type SitesQuestion = Readonly<z.input<typeof sitesQuestion>>;
export type SitesAnswer = z.infer<typeof sitesAnswer>;
export type ListedSite = z.infer<typeof listedSite>;
export type RecordsQuestion = Readonly<z.input<typeof recordsQuestion>>;
export type RecordsAnswer = z.infer<typeof recordsAnswer>;
export type ListedRecord = z.infer<typeof listedRecord>;
export type FlowQuestion = z.infer<typeof flowQuestion>;
export type FlowAnswer = z.infer<typeof flowAnswer>;
export type FlowUnit = z.infer<typeof flowUnit>;
export type InsightPosition = z.infer<typeof insightPosition>;
