/** C15 楼宇覆盖. A new building is due once half of it is let. */
import { one, type SiteIndicator } from '../indicator';
import type { SiteFacts } from '../unit-facts';

const counts = (site: SiteFacts): boolean => site.level === 'building' && site.isDue;

export const buildingCoverage: SiteIndicator = {
  id: 'C15',
  subject: 'site',
  label: '楼宇覆盖率',
  form: 'share',
  base: '应覆盖的楼宇',
  rule: '至少一家单位有党组织或指导员的楼宇÷应覆盖的楼宇（入驻率达到规定比例）',
  source: 'C15；S1.2',
  numerator: (site) => one(counts(site) && site.isCovered),
  denominator: (site) => one(counts(site)),
};
