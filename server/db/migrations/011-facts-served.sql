-- How many people serve units is asked of the few units that have an instructor, a fifth of them in a usual county.
create index unit_facts_served on unit_facts (county_id, valid_to) where instructor_ids is not null;
analyze unit_facts;
