/** Places with what lies in them, for the administration page. */
import type { OrgUnit } from '@shared/domain/org-unit';
import type { Queryable, Row } from '../../db/database';
import type { Realm } from './place-repository';

export interface UsedPlace {
  readonly id: string;
  readonly name: string;
  readonly level: OrgUnit['level'];
  readonly parentId: string | null;
  readonly divisionCode: string | null;
  /** Live documents lying in this very place, not below it; the place's own is not counted. */
  readonly documentCount: number;
}

/** @param placeId only this one; null = all of the realm, from above to below */
export async function listUsedPlaces(
  on: Queryable,
  { countyId, rootId }: Realm,
  placeId: string | null,
): Promise<readonly UsedPlace[]> {
  return on.query<UsedPlace & Row>(
    `select p.org_unit_id as id, p.name, p.level, p.parent_id as "parentId",
        d.body ->> 'divisionCode' as "divisionCode", coalesce(n.documents, 0)::int as "documentCount"
      from org_tree p
      join documents d on d.county_id = p.county_id and d.collection = 'orgUnits' and d.id = p.org_unit_id
      left join (
        select org_unit_id, count(*) as documents from documents
          where county_id = $1 and not is_deleted and collection <> 'orgUnits' group by org_unit_id) n
        on n.org_unit_id = p.org_unit_id
      where p.county_id = $1 and ($2::text is null or $2 = any(p.ancestors))
        and ($3::text is null or p.org_unit_id = $3) and not d.is_deleted
      order by cardinality(p.ancestors), p.name, p.org_unit_id`,
    [countyId, rootId, placeId],
  );
}
