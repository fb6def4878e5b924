-- Exchange by package (SPEC.md, PACKAGE). Secret keys of the county stand here because every process of it opens packages;
-- who reads this database reads the register itself.

-- Refers to no other table: keys stay while a restore replaces the county's rows.
create table county_keys (
  county_id text not null,
  -- Hexadecimal texts by use, see shared/sync/packages/keys.ts.
  public_keys json not null,
  secret_keys json not null,
  created_at timestamptz not null,
  primary key (county_id)
);

create table device_keys (
  county_id text not null,
  device_id text not null,
  public_keys json not null,
  primary key (county_id, device_id)
);

-- PACKAGE-3: who may speak through packages of a device.
create table device_people (
  county_id text not null,
  device_id text not null,
  user_id text not null,
  primary key (county_id, device_id, user_id)
);
insert into device_people (county_id, device_id, user_id)
  select county_id, device_id, last_user_id from devices where last_user_id is not null
  union select county_id, device_id, user_id from sessions;

-- PACKAGE-4: every package that was taken from a device, or made for it.
create table packages (
  county_id text not null,
  device_id text not null,
  direction text not null check (direction in ('in', 'out')),
  number integer not null,
  kind text not null check (kind in ('report', 'receipt', 'seed')),
  -- By the clock of who made it.
  made_at timestamptz not null,
  handled_at timestamptz not null,
  -- null = at the server's own console.
  handled_by text,
  -- Who sent the report, or for whom the package was made.
  user_id text not null,
  edit_count integer not null,
  -- Number of the report a receipt answers.
  answers integer,
  -- Base64 of the newest receipt of a device, to be had again when the stick is lost; null for all others.
  file text,
  primary key (county_id, device_id, direction, number)
);
