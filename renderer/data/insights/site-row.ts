/** A park, building, street or market as a line of a list of names. */
import type { SiteFigureId } from '@shared/figures/figure';
import type { ListedSite } from '@shared/insights/messages';
import { describeSite } from '@shared/insights/site-words';
import { linkInTable } from '../record-title';

/** @param townshipName by id */
export const siteRow = (id: SiteFigureId, site: ListedSite, townshipName: (id: string) => string) => ({
  id: site.siteId,
  name: site.name,
  place: site.townshipId === '' ? '县直' : townshipName(site.townshipId),
  detail: describeSite(id, site),
  link: linkInTable('orgUnits', site.siteId),
});
