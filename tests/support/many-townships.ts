/** A county of any number of townships, three young units in each: one with an organization, one without, one out of scope. */
import type { DemoDrafts } from '@shared/demo/demo-model';
import { demoSeed, generateDemoCounty } from '@shared/demo/generate-county';
import { registerOf } from '@shared/demo/register-of';
import type { Register } from '@shared/domain/collections';
import { buildDocument } from './build-documents';

const madeAt = '2026-06-30T02:00:00.000Z';
/** Before that day there was nothing to count. */
const foundedOn = '2026-02';

/** As long as names of such places are. */
const townshipName = (i: number): string => `清溪河畔经济技术开发区第${i + 1}街道`;

export function manyTownships(count: number): Register {
  const { settings, orgUnits } = generateDemoCounty(demoSeed, madeAt.slice(0, 10));
  const county: DemoDrafts['orgUnits'] = orgUnits.filter(({ level }) => level === 'county');
  const base = registerOf({ settings, orgUnits: county }, madeAt);
  const countyId = county[0]?.id ?? null;
  const numbers = Array.from({ length: count }, (_, i) => i);
  const unit = (i: number, name: string, status: 'operating' | 'preparing') =>
    buildDocument('units', {
      id: `many-${name}-${i}`,
      orgUnitId: `many-${i}`,
      name: `安徽${name}环保科技股份有限公司${i + 1}`,
      unitType: 'enterprise',
      townshipId: `many-${i}`,
      status,
      statusSince: foundedOn,
      foundedOn,
      staff: 20 + i,
    });
  return {
    ...base,
    orgUnits: [
      ...base.orgUnits,
      ...numbers.map((i) =>
        buildDocument('orgUnits', {
          id: `many-${i}`,
          orgUnitId: `many-${i}`,
          name: townshipName(i),
          level: 'township',
          parentId: countyId,
        }),
      ),
    ],
    units: numbers.flatMap((i) => [
      unit(i, '青禾', 'operating'),
      unit(i, '白泽', 'operating'),
      unit(i, '未成', 'preparing'),
    ]),
    partyOrgs: numbers.map((i) =>
      buildDocument('partyOrgs', {
        id: `many-org-${i}`,
        orgUnitId: `many-${i}`,
        name: `中共安徽青禾环保科技股份有限公司${i + 1}支部委员会`,
        foundedOn: '2026-04-10',
        status: 'active',
        tier: 'branch',
        formation: 'solo',
        hostUnitId: `many-青禾-${i}`,
        covers: { own: { unitId: `many-青禾-${i}`, from: '2026-04-10', to: null } },
        termStart: '2026-04',
      }),
    ),
  };
}
