/** C11 业主任书记占比, by organization at its seat. */
import type { UnitIndicator } from '../indicator';

export const ownerSecretaries: UnitIndicator = {
  id: 'C11',
  subject: 'unit',
  label: '出资人任书记占比',
  form: 'share',
  base: '已配书记的党组织',
  rule: '由出资人担任书记的党组织÷已配书记的党组织',
  source: 'C11；S1.3',
  numerator: (f) => (f.inScope ? f.seatOwnerSecretaries : 0),
  denominator: (f) => (f.inScope ? f.seatSecretaries : 0),
};
