-- Counting, comparing and paging a scope read ids and numbers from the index alone; the documents are ten times as wide.
drop index documents_in_scope;
create index documents_in_scope on documents (county_id, org_unit_id, seq) include (collection, id);
