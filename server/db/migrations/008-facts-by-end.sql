-- Boards ask about today and days not long ago: most runs of facts had ended before, and need not be looked at.
create index unit_facts_by_end on unit_facts (county_id, valid_to);
