/** Resident ids of invented people; their own arithmetic, so that the tests do not trust the code under test. */
import type { Seeded } from './seeded';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

export interface InventedId {
  readonly idNo: string;
  readonly gender: 'male' | 'female';
  /** YYYY-MM-DD */
  readonly birthOn: string;
}

export function inventIdNo(random: Seeded): InventedId {
  const two = (n: number): string => String(n).padStart(2, '0');
  const [year, month, day] = [1955 + random.below(45), two(1 + random.below(12)), two(1 + random.below(28))];
  const serial = 100 + random.below(800);
  const body = `341523${year}${month}${day}${serial}`;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return {
    idNo: body + '10X98765432'[sum % 11],
    gender: serial % 2 === 1 ? 'male' : 'female',
    birthOn: `${year}-${month}-${day}`,
  };
}
