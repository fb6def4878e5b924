/** The list of indicators in the order they are printed. Add one: its file, its id in figure.ts, a line here. */
import type { FigureId } from '../figure';
import type { Indicator, SiteIndicator, UnitIndicator } from '../indicator';
import { orgCoverage } from './c01-org-coverage';
import { strictOrgCoverage } from './c01s-strict-org-coverage';
import { soloRate } from './c02-solo-rate';
import { workCoverage } from './c03-work-coverage';
import { effectiveWorkCoverage } from './c03e-effective-work-coverage';
import { residualWorkCoverage } from './c03r-residual-work-coverage';
import { blankSpots } from './c04-dual-coverage';
import { formationRate, soloFormationRate } from './c05-formation-rate';
import { potentialBuild, shouldBuildJointOnly, shouldBuildNotBuilt } from './c06-should-build';
import { memberUnitCoverage } from './c07-units-with-members';
import { aboveScaleCoverage } from './c08-above-scale-coverage';
import { membersIn50, orgsIn100 } from './c09-double-standard';
import { memberShare } from './c10-member-share';
import { ownerSecretaries } from './c11-owner-secretaries';
import { reserveRatio } from './c12-reserve-ratio';
import { instructorLoad, instructorRate } from './c13-instructors';
import { siteRooms } from './c14-site-rooms';
import { buildingCoverage } from './c15-building-coverage';
import { workersCongress } from './c16-workers-congress';
import { developmentStructure } from './c17-development-structure';
import { activists } from './c18-activists';
import { floating } from './c19-floating';
import { sixHavesAssessed, sixHavesInScope } from './c20-six-haves';
import { training } from './c21-training';

export const unitIndicators: readonly UnitIndicator[] = [
  orgCoverage,
  strictOrgCoverage,
  soloRate,
  workCoverage,
  residualWorkCoverage,
  effectiveWorkCoverage,
  blankSpots,
  formationRate,
  soloFormationRate,
  shouldBuildNotBuilt,
  shouldBuildJointOnly,
  potentialBuild,
  memberUnitCoverage,
  aboveScaleCoverage,
  membersIn50,
  orgsIn100,
  memberShare,
  ownerSecretaries,
  reserveRatio,
  instructorRate,
  instructorLoad,
  workersCongress,
  developmentStructure,
  activists,
  floating,
  sixHavesAssessed,
  sixHavesInScope,
  training,
];
export const siteIndicators: readonly SiteIndicator[] = [siteRooms, buildingCoverage];
export const allIndicators: readonly Indicator[] = [...unitIndicators, ...siteIndicators];

const byId = new Map<FigureId, Indicator>(allIndicators.map((indicator) => [indicator.id, indicator]));

/** Every figure id has an indicator; a missing one is a programming error. */
export function getIndicator(id: FigureId): Indicator {
  const found = byId.get(id);
  if (!found) throw new Error(`no indicator ${id}`);
  return found;
}
