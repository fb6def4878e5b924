-- People and devices of a county. Secrets are kept as digests only.

create table users (
  county_id text not null,
  user_id text not null,
  user_name text not null,
  name text not null,
  role text not null check (role in ('clerk', 'lead', 'organizer', 'auditor', 'administrator')),
  org_unit_id text not null,
  password_hash text not null,
  must_change_password boolean not null,
  is_active boolean not null default true,
  failed_logins integer not null default 0,
  locked_until timestamptz,
  last_login_at timestamptz,
  created_at timestamptz not null,
  primary key (county_id, user_id)
);
create unique index users_by_name on users (county_id, lower(user_name));

create table devices (
  county_id text not null,
  device_id text not null,
  name text not null,
  org_unit_id text not null,
  token_digest text not null,
  state text not null check (state in ('active', 'draining', 'wiped')),
  enrolled_at timestamptz not null,
  last_seen_at timestamptz,
  last_user_id text,
  last_push_at timestamptz,
  last_push_count integer,
  pulled_through bigint,
  unsent_count integer,
  last_agreed_at timestamptz,
  primary key (county_id, device_id)
);
create unique index devices_by_token on devices (token_digest);

create table sessions (
  county_id text not null,
  token_digest text not null,
  user_id text not null,
  device_id text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (county_id, token_digest)
);
create unique index sessions_by_token on sessions (token_digest);

create table enrolment_codes (
  county_id text not null,
  code_id text not null,
  code_digest text not null,
  org_unit_id text not null,
  note text not null,
  created_at timestamptz not null,
  created_by text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  device_id text,
  primary key (county_id, code_id)
);
create unique index enrolment_codes_by_digest on enrolment_codes (code_digest);

-- Who did what to accounts, devices and masked values.
create table audit_log (
  county_id text not null,
  audit_id text not null,
  at timestamptz not null,
  user_id text,
  action text not null,
  subject text not null,
  detail text,
  primary key (county_id, audit_id)
);
