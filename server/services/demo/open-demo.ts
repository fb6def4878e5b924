import { demoCountyName } from '@shared/demo/generate-places';
import { serverProblems } from '@shared/problems/server-problems';
import { listCounties } from '../../repositories/accounts/county-repository';
import type { Environment } from '../environment';
import { Refusal } from '../refusal';
import { createDemoAccounts, type Demo, findDemo } from './demo-accounts';

/**
 * The demonstration on this database, made first where it is empty.
 * @param making told before that is begun: it takes a while
 * @throws Refusal `demoBesideCounty` when the database holds anything else, or half a demonstration because an earlier
 *   start was cut short: edits are never removed, so only an empty database helps
 */
export async function openDemo(environment: Environment, making: () => void = () => {}): Promise<Demo> {
  const counties = await listCounties(environment.database);
  if (counties.length === 0) {
    making();
    // Loaded when it is needed: at every later start it is not.
    const { createDemoCounty } = await import('./create-demo-county');
    const countyId = await createDemoCounty(environment, environment.now().slice(0, 10));
    await createDemoAccounts(environment, countyId);
  }
  const [county, ...others] = await listCounties(environment.database);
  const demo =
    county?.name === demoCountyName && others.length === 0 ? await findDemo(environment, county.id) : null;
  if (demo === null) throw new Refusal(serverProblems.demoBesideCounty({}));
  return demo;
}
