/** C14 阵地设置率 of parks, buildings and streets. */
import { one, type SiteIndicator } from '../indicator';
import type { SiteFacts } from '../unit-facts';

const counts = (site: SiteFacts): boolean => site.level !== 'market';

export const siteRooms: SiteIndicator = {
  id: 'C14',
  subject: 'site',
  label: '阵地设置率',
  form: 'share',
  base: '园区、楼宇和商业街',
  rule: '有在用党群活动阵地的园区、楼宇和商业街÷全部园区、楼宇和商业街',
  source: 'C14；S1.2',
  numerator: (site) => one(counts(site) && site.hasRoom),
  denominator: (site) => one(counts(site)),
};
