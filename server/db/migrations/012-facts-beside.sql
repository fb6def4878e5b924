-- What sums need beside unit_facts so that they need not pass over all of it. Kept by whoever writes facts.

-- Its rows that have an instructor, and of them what a unit is looked for and grouped by: a sixth of the rows, a tenth of
-- the room. How many people serve units is asked of these alone.
drop index unit_facts_served;
create table unit_facts_served (
  valid_from date not null,
  in_scope boolean not null,
  is_sole_trader_in_scope boolean not null,
  county_id text not null,
  valid_to date,
  unit_type text not null,
  instructor_ids text[] not null,
  township_id text not null,
  village_ids text[],
  park_ids text[],
  building_ids text[],
  industry_section text,
  size_class text,
  ownership text,
  social_type text,
  key_fields text[],
  unit_id text not null,
  primary key (county_id, unit_id, valid_from)
);
insert into unit_facts_served select
  valid_from, in_scope, is_sole_trader_in_scope, county_id, valid_to, unit_type, instructor_ids, township_id, village_ids,
  park_ids, building_ids, industry_section, size_class, ownership, social_type, key_fields, unit_id
from unit_facts where instructor_ids is not null;
create index unit_facts_served_by_end on unit_facts_served (county_id, valid_to);
analyze unit_facts_served;

-- Values that stand in any row, now or before: a condition is asked for each of them, and most counties know few.
create table unit_facts_values (
  county_id text not null,
  column_name text not null,
  value text not null,
  primary key (county_id, column_name, value)
);
insert into unit_facts_values
select distinct county_id, 'scope_reason', scope_reason from unit_facts
union all select distinct county_id, 'coverage_state', coverage_state from unit_facts
union all select distinct county_id, 'six_met_items', unnest(six_met_items) from unit_facts;

-- Days on which facts of some unit or site begin, and the rules they were judged by. Rules are the same for all of a day,
-- so those of any day are those of the last day before it that is here.
create table facts_rules (
  county_id text not null,
  begins_on date not null,
  rule_set_version text not null,
  primary key (county_id, begins_on)
);
insert into facts_rules
select distinct on (county_id, valid_from) county_id, valid_from, rule_set_version from (
  select county_id, valid_from, rule_set_version from unit_facts
  union all select county_id, valid_from, rule_set_version from site_facts
) as facts order by county_id, valid_from, rule_set_version desc;
