-- Wrong passwords are counted apart on every computer on which the person has logged in before: who sits elsewhere and
-- knows her name can lock her out there, not where she works.
alter table device_people
  add column failed_logins integer not null default 0,
  add column locked_until timestamptz;
