-- How many people serve units is asked of those units alone that have an instructor.
create index unit_facts_served on unit_facts (county_id, valid_to) where instructor_ids is not null;
