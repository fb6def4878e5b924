-- DEVICE-4: what a device handed over so that the county can help when its people forgot every password. Sealed for the
-- county's key; worth nothing without the keyring on that computer.
create table unlock_deposits (
  county_id text not null,
  device_id text not null,
  -- How people name it; another with every deposit.
  request text not null,
  -- Base64.
  box text not null,
  kept_at timestamptz not null,
  primary key (county_id, device_id)
);
create index unlock_deposits_by_request on unlock_deposits (county_id, request);
