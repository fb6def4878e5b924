-- What the figures know about each unit on each day: runs of equal facts, derived from the documents by shared/figures and
-- never edited. Dashboards are sums over the rows of a day:
--   valid_from <= day and (valid_to is null or day < valid_to)

create table unit_facts (
  county_id text not null,
  unit_id text not null,
  valid_from date not null,
  -- First day after the run; null = it lasts.
  valid_to date,
  rule_set_version text not null,
  criteria_set_code text not null,

  -- What figures are broken down by. Empty lists are null.
  township_id text not null,
  village_ids text[],
  park_ids text[],
  building_ids text[],
  unit_type text not null,
  ownership text,
  social_type text,
  industry_section text,
  size_class text,
  key_fields text[],

  status text not null,
  scope_reason text not null,
  in_scope boolean not null,
  is_sole_trader_in_scope boolean not null,

  staff integer,
  is_above_scale boolean,
  has_50 boolean not null,
  has_100 boolean not null,
  has_union boolean not null,
  has_league boolean not null,
  has_women boolean not null,
  has_workers_congress boolean not null,
  not_built_reason text,

  coverage_state text not null,
  cover_org_id text,
  has_org boolean not null,
  is_org_covered boolean not null,
  is_work_covered boolean not null,
  is_effectively_covered boolean not null,
  is_blank boolean not null,
  has_instructor boolean not null,
  has_liaison boolean not null,
  has_mass_org boolean not null,
  instructor_ids text[],
  is_should_build boolean not null,
  build_list text,

  members_basis text not null,
  members_here integer not null,
  full_members_here integer not null,
  probationary_here integer not null,
  members_elsewhere integer not null,
  members_working integer not null,
  declared_difference integer,
  counting_full_here integer not null,
  counting_full_elsewhere integer not null,
  roster_members integer not null,
  trained_members integer not null,
  new_members integer not null,
  new_members_preferred integer not null,
  activists integer not null,
  floating_out integer not null,
  floating_cross_province integer not null,
  floating_cross_city integer not null,
  floating_cross_county integer not null,
  floating_in_county integer not null,
  floating_abroad integer not null,
  floating_unknown integer not null,

  -- Organizations seated here (shared/rules/seat.ts), so that sums count each once.
  seat_org_ids text[],
  seat_orgs integer not null,
  seat_committees integer not null,
  seat_general_branches integer not null,
  seat_branches integer not null,
  seat_joint_branches integer not null,
  seat_temp_branches integer not null,
  seat_floating_branches integer not null,
  seat_secretaries integer not null,
  seat_owner_secretaries integer not null,
  seat_reserves integer not null,

  -- Codes of the criteria that are met.
  six_met_items text[],
  six_met integer not null,
  is_six_assessed boolean not null,
  is_six_passed boolean not null,
  is_six_basic boolean not null,

  primary key (county_id, unit_id, valid_from),
  check (valid_to > valid_from)
);

-- How far the facts have followed the register.
create table facts_state (
  county_id text primary key,
  -- Documents up to this number have been looked at.
  through bigint not null default 0,
  -- Everything is being derived again: units are noted only once all documents have been looked at.
  is_rebuilding boolean not null default true
);

-- Units and the day they have to be derived again: -infinity = now, because something about them changed; a day to come =
-- then, because the facts may change by date alone; null = never.
create table unit_facts_due (
  county_id text not null,
  unit_id text not null,
  due_on date,
  primary key (county_id, unit_id)
);
create index unit_facts_due_first on unit_facts_due (county_id, due_on) where due_on is not null;

-- Which documents name which, in any state they ever had (shared/figures/fact-links.ts): how the documents about a unit,
-- and the units a document counts for, are found.
create table fact_links (
  county_id text not null,
  name text not null,
  key text not null,
  document_id text not null,
  primary key (county_id, name, key, document_id)
);
create index fact_links_of_document on fact_links (county_id, document_id);

-- Documents deleted so long ago that the county no longer offers them to devices (HORIZON-1). Kept aside because figures of
-- the days on which they were in the register count them: a table printed then must come out the same today.
create table purged_documents (
  county_id text not null,
  collection text not null,
  id text not null,
  seq bigint not null,
  body json not null,
  primary key (county_id, collection, id)
);
create index purged_documents_in_order on purged_documents (county_id, seq);

-- Every document there ever was, once.
create view documents_ever as
  select county_id, collection, id, seq, body from documents
  union all
  select p.county_id, p.collection, p.id, p.seq, p.body from purged_documents p
  where not exists (
    select from documents d where d.county_id = p.county_id and d.collection = p.collection and d.id = p.id);
