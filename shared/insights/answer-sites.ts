/** Lists of parks, buildings and streets behind the figures that count them, from facts in memory. */
import { listBehind } from '@shared/figures/summarize';
import type { SiteFacts } from '@shared/figures/unit-facts';
import { compareText } from '@shared/lib/compare-text';
import { sides } from './mark';
import type { SitesAnswer, SitesQuestion } from './messages';
import { isSiteWithin } from './within';

/** Ordered by township, then by id. */
export function answerSites(
  { id, part, within, limit = 5000 }: Omit<SitesQuestion, 'day'>,
  sites: Iterable<SiteFacts>,
): SitesAnswer {
  const here = [...sites].filter((site) => isSiteWithin(site, within));
  const counted = new Set(listBehind(id, 'numerator', [], here));
  const asked = new Set(listBehind(id, sides[part], [], here));
  const found = here
    .filter(({ siteId }) => asked.has(siteId))
    .map(({ siteId, name, level, townshipId }) => ({
      siteId,
      name,
      level,
      townshipId: townshipId ?? '',
      isCounted: counted.has(siteId),
    }))
    .sort((a, b) => compareText(a.townshipId, b.townshipId) || compareText(a.siteId, b.siteId));
  return { total: found.length, sites: found.slice(0, limit) };
}
