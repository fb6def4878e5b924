-- The register of a county: documents, the log of edits, and the counter that orders them.
-- county_id leads every primary key, so that one database can hold, and a distributed one can spread, many counties.

create table counties (
  county_id text primary key,
  name text not null,
  -- The locked counter (PULL-1): number of the last change that was committed.
  seq bigint not null default 0,
  -- Highest number ever purged (HORIZON-1); 0 = nothing was.
  horizon_seq bigint not null default 0,
  created_at timestamptz not null
);

-- PULL-1: whoever takes numbers keeps the county's row locked until its commit, so numbers become visible in order.
-- @return the last of the numbers taken
create function take_numbers(of_county text, how_many integer) returns bigint language sql as $$
  update counties set seq = seq + how_many where county_id = of_county returning seq;
$$;
-- PULL-3: everything up to this number is visible to whoever sees it.
create function last_number(of_county text) returns bigint stable language sql as $$
  select seq from counties where county_id = of_county;
$$;

create table epochs (
  county_id text not null references counties,
  ordinal integer not null,
  epoch text not null,
  started_at timestamptz not null,
  -- Last number that survived the restore; null = the first life of this database (EPOCH-1).
  restored_to bigint,
  primary key (county_id, ordinal)
);

-- The tree of org units as scopes need it; kept by the push that changes an orgUnits document.
create table org_tree (
  county_id text not null,
  org_unit_id text not null,
  parent_id text,
  level text not null,
  name text not null,
  -- From the county down to this org unit, both included.
  ancestors text[] not null,
  primary key (county_id, org_unit_id)
);

create table documents (
  county_id text not null,
  collection text not null,
  id text not null,
  -- Whose scope it lies in; an orgUnits document lies in its own.
  org_unit_id text not null,
  seq bigint not null,
  is_deleted boolean not null,
  -- json, not jsonb: pages are sent as they were written.
  body json not null,
  primary key (county_id, collection, id)
);
create index documents_in_scope on documents (county_id, org_unit_id, seq);
create index documents_in_order on documents (county_id, seq);

-- A document that left the subtree of scope_id with the change numbered seq (SCOPE-4).
create table scope_exits (
  county_id text not null,
  scope_id text not null,
  seq bigint not null,
  collection text not null,
  id text not null,
  -- Whether its own people could write it (it lay in the subtree); a document read from above is nobody's to hand over.
  was_own boolean not null,
  primary key (county_id, scope_id, seq, collection, id)
);
create index scope_exits_of_document on scope_exits (county_id, collection, id);

-- HIST-2: every answered edit, append-only, chained per org unit.
create table edits (
  county_id text not null,
  edit_id text not null,
  org_unit_id text not null,
  height bigint not null,
  collection text not null,
  document_id text not null,
  outcome text not null check (outcome in ('accepted', 'conflicted', 'rejected')),
  -- Number of the document after it; null for rejected edits.
  seq bigint,
  user_id text not null,
  device_id text not null,
  -- The device's clock when it sent the edit, and the county's when it came (SKEW-4).
  sent_at timestamptz not null,
  received_at timestamptz not null,
  -- Text, not json: the digest is over exactly these characters.
  entry text not null,
  answer json not null,
  previous_hash text not null,
  hash text not null,
  -- Empty for an answer that stands for whoever sends the edit again (PUSH-2). A person who may not write there is
  -- refused for herself only: the same edit may still come from somebody who may, for example after a restore.
  refused_to text not null,
  primary key (county_id, edit_id, refused_to)
);
create unique index edits_in_chain on edits (county_id, org_unit_id, height);
create index edits_of_document on edits (county_id, collection, document_id);

create table chain_heads (
  county_id text not null,
  org_unit_id text not null,
  height bigint not null,
  hash text not null,
  primary key (county_id, org_unit_id)
);

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'the log of edits is append-only';
end $$;
create trigger edits_are_append_only before update or delete on edits
  for each row execute function refuse_rewriting();
create trigger edits_are_never_emptied before truncate on edits
  for each statement execute function refuse_rewriting();

-- Where the conflicts documents point to, so that they move along (CONFLICT-3) and can be counted.
create table conflicts (
  county_id text not null,
  id text not null,
  org_unit_id text not null,
  collection text not null,
  document_id text not null,
  is_open boolean not null,
  primary key (county_id, id)
);
create index conflicts_of_document on conflicts (county_id, collection, document_id);

-- DEVICE-2: what a drained device delivered, waiting for a person.
create table held_edits (
  county_id text not null,
  edit_id text not null,
  device_id text not null,
  user_id text not null,
  collection text not null,
  document_id text not null,
  -- Text, not json: what came is kept as it came.
  entry text not null,
  sent_at timestamptz not null,
  received_at timestamptz not null,
  -- null = still waiting.
  settled_at timestamptz,
  settled_by text,
  outcome text check (outcome in ('accepted', 'conflicted', 'discarded')),
  -- Why it was given up; there when it was.
  reason text,
  primary key (county_id, edit_id)
);
