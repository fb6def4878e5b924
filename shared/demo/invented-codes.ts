/**
 * Codes that pass every check and belong to nobody: the division 349921 does not exist, and the numbers after
 * 19900 are counted up.
 */
import { organizationCheckOf } from '@shared/identifiers/organization-code';
import { residentCheckOf } from '@shared/identifiers/resident-id';
import { usccCheckOf } from '@shared/identifiers/uscc';
import type { DemoContext } from './demo-model';

/** No county has this code. */
export const inventedDivision = '349921';

/** @param prefix registrar and kind: 91 enterprise, 92 sole trader, 51–53 social organization, 31 law firm */
export function inventedUscc(prefix: string, { serial }: DemoContext): string {
  const organization = `MB${String(serial()).padStart(6, '0')}`;
  const body = `${prefix}${inventedDivision}${organization}${organizationCheckOf(organization)}`;
  const check = usccCheckOf(body);
  if (check === null) throw new Error(`no check character for ${body}`);
  return body + check;
}

export const inventedPhone = ({ serial }: DemoContext): string => `19900${String(serial()).padStart(6, '0')}`;

/** @param bornOn YYYY-MM-DD */
export function inventedIdNo(
  bornOn: string,
  gender: 'male' | 'female',
  { serial, random }: DemoContext,
): string {
  const order = String((serial() * 10) % 1000)
    .padStart(3, '0')
    .slice(0, 2);
  const last = random.int(0, 4) * 2 + (gender === 'male' ? 1 : 0);
  const body = `${inventedDivision}${bornOn.replaceAll('-', '')}${order}${last}`;
  return body + residentCheckOf(body);
}
