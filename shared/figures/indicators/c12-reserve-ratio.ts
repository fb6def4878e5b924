/** C12 书记后备比, to be at least 1. */
import type { UnitIndicator } from '../indicator';

export const reserveRatio: UnitIndicator = {
  id: 'C12',
  subject: 'unit',
  label: '书记后备比',
  form: 'ratio',
  base: '在任书记',
  rule: '书记后备人选÷在任书记，目标不低于1',
  source: 'C12；S1.2',
  numerator: (f) => (f.inScope ? f.seatReserves : 0),
  denominator: (f) => (f.inScope ? f.seatSecretaries : 0),
  decimals: 2,
};
