import { compareText } from '@shared/lib/compare-text';
import type { OrgUnit } from './org-unit';

const standsFirst: ReadonlySet<OrgUnit['level']> = new Set(['county', 'township', 'village']);
/** Behind every code. */
const noCode = '~';

const keyOf = ({ level, divisionCode }: OrgUnit): string =>
  `${standsFirst.has(level) ? 0 : 1}${divisionCode ?? noCode}`;

/**
 * The order in which offices list places: townships and villages before parks and buildings, by division code; places
 * without a code behind those with one, as they were entered (ids sort by creation), so as their own workbook has them.
 */
export const comparePlaces = (a: OrgUnit, b: OrgUnit): number =>
  compareText(keyOf(a), keyOf(b)) || compareText(a.id, b.id);
