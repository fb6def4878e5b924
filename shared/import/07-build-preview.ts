/**
 * Step 7: the plan of an import. Pure: the same file, register, context and decisions give the same plan, and
 * nothing is written until somebody confirms it.
 */
import type { Register } from '@shared/domain/collections';
import { chinaDayOf } from '@shared/lib/day';
import { matchingProblems as problems } from '@shared/problems/matching-problems';
import type { Problem } from '@shared/problems/problem';
import { UnitMatcher } from './06-match-records';
import { KnownElsewhere } from './known-elsewhere';
import type { ReadSheet, ReadWorkbook } from './model';
import { InstructorPlanner } from './plan-instructors';
import { MentionPlanner } from './plan-mentions';
import {
  type EarlierImport,
  type ImportPlan,
  type Outcome,
  type PlanContext,
  type PlanItem,
  plannedCollections,
} from './plan-model';
import { PartyOrgPlanner } from './plan-party-orgs';
import { PersonPlanner } from './plan-people';
import { PlacePlanner } from './plan-places';
import { RoomPlanner } from './plan-rooms';
import { UnitPlanner } from './plan-units';
import { Planning } from './planning';
import { rememberedAnswers } from './remembered-answers';

export function planImport(read: ReadWorkbook, register: Register, context: PlanContext): ImportPlan {
  const planning = new Planning(context, read, rememberedAnswers(register));
  planRecords(
    planning,
    read.sheets.filter((sheet) => sheet.kind !== 'unknown'),
    register,
  );
  const earlier = findEarlier(register, context.fileSha256);
  const counts = countOutcomes(planning.items);
  const total = planning.items.length;
  const isNothingNew = total > 0 && counts.unchanged + counts.skip === total;
  const notes: Problem[] = [];
  if (earlier) {
    const { fileName, importedAt } = earlier;
    notes.push(problems.fileAgain({ fileName, importedOn: chinaDayOf(importedAt) }));
  }
  const answered = planning.items.filter(({ decision }) => decision?.isRemembered === true).length;
  if (answered > 0) notes.push(problems.answeredBefore({ count: answered }));
  if (isNothingNew) notes.push(problems.nothingNew({ count: counts.unchanged, skipped: counts.skip }));
  return {
    fileName: read.fileName,
    items: inOrder(planning.items),
    problems: [...notes, ...planning.restProblems()],
    counts,
    earlier,
    isNothingNew,
    ids: planning.ids,
    decisions: context.decisions,
    source: { read, register, context },
  };
}

function planRecords(planning: Planning, sheets: readonly ReadSheet[], register: Register): void {
  const places = new PlacePlanner(planning, register.orgUnits);
  const townships = new Map(register.orgUnits.map(({ id, name }) => [id, name]));
  const units = new UnitMatcher(planning, townships);
  addLive(planning, register.units, units);
  const elsewhere = new KnownElsewhere(register, planning.context.asOf);
  const unitIds = new UnitPlanner(planning, units, places, elsewhere).plan(sheets);
  const mentions = new MentionPlanner(planning, units);
  const orgs = new PartyOrgPlanner(planning, units, mentions, unitIds);
  addLive(planning, register.partyOrgs, orgs.matcher);
  noteCovered(planning, sheets, unitIds, orgs);
  orgs.plan(sheets);
  const instructors = new InstructorPlanner(planning, mentions, unitIds);
  addLive(planning, register.instructors, instructors);
  instructors.plan(sheets);
  const rooms = new RoomPlanner(planning, places, mentions, orgs.matcher);
  addLive(planning, register.partyRooms, rooms);
  rooms.plan(sheets);
  const people = new PersonPlanner(planning, mentions, orgs.matcher);
  addLive(planning, register.people, people);
  people.plan(sheets);
}

function addLive(
  planning: Planning,
  documents: readonly { readonly id: string; readonly deletedAt: string | null }[],
  into: { add(id: string): void },
): void {
  for (const document of documents) {
    if (document.deletedAt !== null) continue;
    planning.know(document);
    into.add(document.id);
  }
}

/** 未建 in the file against a cover in the register: never dissolved from a ledger, only pointed out. */
function noteCovered(
  planning: Planning,
  sheets: readonly ReadSheet[],
  unitIds: ReadonlyMap<ReadSheet, readonly (string | null)[]>,
  orgs: PartyOrgPlanner,
): void {
  const rowsById = new Map(
    planning.items.map((item) => [`${item.sheet}|${item.row}|${item.documentId}`, item.key]),
  );
  for (const sheet of sheets)
    sheet.units.forEach((unit, i) => {
      const id = unitIds.get(sheet)?.[i] ?? null;
      const [org] = id === null || unit.isOrgBuilt !== false ? [] : orgs.matcher.covering(id);
      const key = rowsById.get(`${sheet.name}|${unit.row}|${id}`);
      if (org !== undefined && key !== undefined)
        planning.addProblem(key, problems.orgInRegister({ org: orgs.matcher.org(org).name }));
    });
}

function findEarlier(register: Register, sha256: string | null): EarlierImport | null {
  if (sha256 === null) return null;
  const found = register.settings
    .filter((setting) => setting.kind === 'importBatch')
    .filter((batch) => batch.fileSha256 === sha256 && batch.undoneAt === null && batch.deletedAt === null)
    .sort((a, b) => (a.importedAt < b.importedAt ? 1 : -1))[0];
  return found ? { batchId: found.id, fileName: found.fileName, importedAt: found.importedAt } : null;
}

function countOutcomes(items: readonly PlanItem[]): Record<Outcome, number> {
  const counts = { create: 0, change: 0, unchanged: 0, decide: 0, skip: 0 };
  for (const { outcome } of items) counts[outcome] += 1;
  return counts;
}

/** What others link to comes first; within a collection the order of the file. */
const inOrder = (items: readonly PlanItem[]): PlanItem[] =>
  plannedCollections.flatMap((collection) => items.filter((item) => item.collection === collection));
