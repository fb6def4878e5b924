-- What the figures know about each park, building, street and market on each day, like unit_facts. Whether a building is
-- reached is not here: that is a question about the units in it, which unit_facts answers.

create table site_facts (
  county_id text not null,
  site_id text not null,
  valid_from date not null,
  valid_to date,
  rule_set_version text not null,
  level text not null,
  -- null: directly under the county.
  township_id text,
  -- A building counts once enough of it is let; other sites always do.
  is_due boolean not null,
  has_room boolean not null,
  primary key (county_id, site_id, valid_from),
  check (valid_to > valid_from)
);

-- As unit_facts_due.
create table site_facts_due (
  county_id text not null,
  site_id text not null,
  due_on date,
  primary key (county_id, site_id)
);
create index site_facts_due_first on site_facts_due (county_id, due_on) where due_on is not null;

-- Sites that were there before this table was: looked at with everything else.
update facts_state set through = 0, is_rebuilding = true;
