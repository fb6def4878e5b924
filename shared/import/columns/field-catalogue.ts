/** All columns an importer knows, compiled for look-up: by sheet kind, by heading key, and their labels. */
import { type CodeLabels, codeLabelsOf } from '@shared/domain/define';
import { assignmentSchema, instructorSchema } from '@shared/domain/instructor';
import { parkGrades } from '@shared/domain/org-unit';
import { partyOrgSchema } from '@shared/domain/party-org';
import { partyRoomSchema } from '@shared/domain/party-room';
import { personSchema } from '@shared/domain/person';
import { type PathSchema, schemaWithin } from '@shared/domain/schema-path';
import { unitSchema } from '@shared/domain/unit';
import type { z } from 'zod';
import { type SheetKind, sheetKinds } from '../model';
import { choiceWords } from './choice-words';
import { declaredFields } from './declared-fields';
import type { FieldSpec } from './field-spec';
import { headingKey } from './heading-key';
import { orgFieldsInUnits, partyOrgFields } from './party-org-fields';
import { instructorFields, partyRoomFields, personFields } from './people-fields';
import { unitFieldsOnly } from './unit-fields';

const unitFields = [...unitFieldsOnly, ...orgFieldsInUnits, ...declaredFields];

const specsByKind: Readonly<Record<SheetKind, readonly FieldSpec[]>> = {
  units: unitFields,
  socialOrgs: unitFields,
  partyOrgs: partyOrgFields,
  instructors: instructorFields,
  partyRooms: partyRoomFields,
  people: personFields,
  unknown: [],
};

const schemas: Readonly<Record<string, z.ZodType>> = {
  unit: unitSchema,
  partyOrg: partyOrgSchema,
  instructor: instructorSchema,
  assignment: assignmentSchema,
  room: partyRoomSchema,
  person: personSchema,
};

/** Labels and schema of a field path such as `unit.owner.name`; schema null when the model has no such field. */
export function schemaOf(field: string): PathSchema {
  const [record = '', ...path] = field.split('.');
  return schemaWithin(schemas[record] ?? null, path);
}

/** Codes and labels a field takes; null for a field of any other kind. */
export function codesOf(field: string): CodeLabels | null {
  // Read with the unit, stored with its park.
  if (field === 'row.parkGrade') return parkGrades;
  const { schema } = schemaOf(field);
  return schema === null ? null : codeLabelsOf(schema);
}

const ownLabels = new Map<string, string>();
for (const { field, label } of Object.values(specsByKind).flat())
  if (label !== null) ownLabels.set(field, label);

/** Chinese label of a field path; the model's own where there is one. */
export function labelOf(field: string): string {
  const own = ownLabels.get(field);
  if (own !== undefined) return own;
  const { schema, fields } = schemaOf(field);
  return (schema === null ? null : fields.at(-1)?.label) ?? field;
}

export interface KnownHeading {
  readonly spec: FieldSpec;
  /** Key of an ancestor heading it needs; null = stands alone. */
  readonly group: string | null;
  readonly leaf: string;
  /** The model's own label rather than a synonym. */
  readonly isLabel: boolean;
}

export interface KindFields {
  readonly specs: readonly FieldSpec[];
  readonly byLeaf: ReadonlyMap<string, readonly KnownHeading[]>;
  readonly headings: readonly KnownHeading[];
  readonly byField: ReadonlyMap<string, FieldSpec>;
}

function listedHeadings(spec: FieldSpec): KnownHeading[] {
  const label = headingKey(labelOf(spec.field));
  return spec.headings.map((text) => {
    const [first = '', second] = text.split('/');
    const leaf = headingKey(second ?? first);
    return { spec, group: second === undefined ? null : headingKey(first), leaf, isLabel: leaf === label };
  });
}

/** The model's own label heads a column too, unless the tables give that heading to another field. */
function compile(specs: readonly FieldSpec[]): KindFields {
  const headings = specs.flatMap(listedHeadings);
  const taken = new Set(headings.filter(({ group }) => group === null).map(({ leaf }) => leaf));
  for (const spec of specs) {
    const leaf = headingKey(labelOf(spec.field));
    if (spec.field.startsWith('row.') || taken.has(leaf)) continue;
    headings.push({ spec, group: null, leaf, isLabel: true });
    taken.add(leaf);
  }
  const byLeaf = new Map<string, KnownHeading[]>();
  for (const heading of headings) byLeaf.set(heading.leaf, [...(byLeaf.get(heading.leaf) ?? []), heading]);
  const byField = new Map<string, FieldSpec>();
  for (const spec of specs) if (!byField.has(spec.field)) byField.set(spec.field, spec);
  return { specs, byLeaf, headings, byField };
}

const compiled = new Map<SheetKind, KindFields>(sheetKinds.map((kind) => [kind, compile(specsByKind[kind])]));
const nothing = compile([]);
export const fieldsOf = (kind: SheetKind): KindFields => compiled.get(kind) ?? nothing;

/** Fields the wizard offers for a column of this kind of sheet, with their labels. */
export const listFields = (kind: SheetKind): readonly { readonly field: string; readonly label: string }[] =>
  [...fieldsOf(kind).byField.values()]
    .filter(({ parse }) => parse !== 'ignore')
    .map(({ field }) => ({ field, label: labelOf(field) }));

const leaves = new Set<string>();
const groups = new Set<string>(
  '企业基本情况 基本情况 出资人情况 企业出资人情况 出资人 党组织设置情况 党组织设置 党组织情况 党组织 党组织书记情况 书记 党组织书记 党务队伍建设情况 党务工作者 党员队伍 党员队伍情况 党员情况 党员 群团 群团部门设置情况 群团组织 是否健全群团组织 保障 基础保障情况 基础保障 制度 落实相关制度情况 设施 从业人员 经费 场所 组织生活次数 负责人'
    .split(' ')
    .map(headingKey),
);
for (const kind of sheetKinds)
  for (const heading of fieldsOf(kind).headings) {
    leaves.add(heading.leaf);
    if (heading.group !== null) groups.add(heading.group);
  }
const choiceLeaves = new Set(
  Object.values(choiceWords).flatMap((words) => Object.values(words).flat().map(headingKey)),
);

export const isKnownHeading = (key: string): boolean => leaves.has(key) || groups.has(key) || key === '单位';
export const isKnownSubheading = (key: string): boolean => isKnownHeading(key) || choiceLeaves.has(key);
