/** Which township a file belongs to: proposed from what the file says of itself, chosen by the clerk. */
import { type OrgUnit, orgUnitSchema } from '@shared/domain/org-unit';
import type { Office } from '@shared/domain/setting';
import type { ImportTarget } from './import-session';

interface NamedFile {
  readonly fileName: string;
  readonly sheets: readonly { readonly title: string | null; readonly reportingUnit: string | null }[];
}

export interface NamedPlace {
  readonly countyName: string | null;
  readonly townshipName: string;
}

const noise = /^(?:中国共产党|中共|填报单位|报送单位|单位|[:：\s“”"'《》0-9\-—_.年月度]+)+/;
const place =
  /^(?:[\p{Script=Han}]{2,3}?省)?(?:[\p{Script=Han}]{2,3}?市)?([\p{Script=Han}]{1,4}?[县区市旗])?([\p{Script=Han}]{2,5}?(?:街道|镇|乡))/u;

/** 中共清溪镇委员会 → 清溪镇; 长丰县清溪镇非公企业台账 → 长丰县, 清溪镇. null when the text names no township. */
export function placeNamedIn(text: string): NamedPlace | null {
  const found = place.exec(text.replace(noise, ''));
  const townshipName = found?.[2];
  return townshipName === undefined ? null : { countyName: found?.[1] ?? null, townshipName };
}

/** 填报单位 lines first, then titles, then the file's name. */
export function placeNamedBy(file: NamedFile): NamedPlace | null {
  const texts = [
    ...file.sheets.map(({ reportingUnit }) => reportingUnit),
    ...file.sheets.map(({ title }) => title),
    file.fileName,
  ];
  for (const text of texts) {
    const found = text === null ? null : placeNamedIn(text);
    if (found) return found;
  }
  return null;
}

/**
 * What to import into unless the clerk says otherwise; null = has to be asked.
 * @param office null while the register is empty
 */
export function proposeTarget(
  file: NamedFile,
  office: Pick<Office, 'homeOrgUnitId'> | null,
  orgUnits: readonly OrgUnit[],
): ImportTarget | null {
  const named = placeNamedBy(file);
  if (office === null)
    return (
      named && { kind: 'newOffice', countyName: named.countyName ?? '', townshipName: named.townshipName }
    );
  const home = orgUnits.find(({ id }) => id === office.homeOrgUnitId);
  if (home && home.level !== 'county') return { kind: 'township', townshipId: home.id };
  if (named === null) return null;
  const known = orgUnits.find(({ level, name }) => level === 'township' && name === named.townshipName);
  return known
    ? { kind: 'township', townshipId: known.id }
    : { kind: 'newTownship', townshipName: named.townshipName };
}

/** A file of another township than the office's own is worth a question; the name it gives, else null. */
export function otherTownshipNamed(
  file: NamedFile,
  target: ImportTarget | null,
  orgUnits: readonly OrgUnit[],
): string | null {
  const named = placeNamedBy(file);
  if (named === null || target?.kind !== 'township') return null;
  const own = orgUnits.find(({ id }) => id === target.townshipId);
  return own === undefined || own.name === named.townshipName || own.name.includes(named.townshipName)
    ? null
    : named.townshipName;
}

export const isTargetComplete = (target: ImportTarget | null): target is ImportTarget =>
  target !== null && (target.kind === 'township' || target.townshipName.trim() !== '');

/** A township to plan with before it is in the register. Its id stays the same for one import. */
export function draftTownship(id: string, parentId: string, name: string, now: string): OrgUnit {
  return orgUnitSchema.parse({
    id,
    orgUnitId: parentId,
    createdAt: now,
    createdBy: '本机',
    updatedAt: now,
    updatedBy: '本机',
    rev: 0,
    deletedAt: null,
    source: 'import',
    importBatchId: null,
    attachments: {},
    kept: {},
    name: name.trim(),
    level: 'township',
    parentId,
  });
}
