-- How many came to a place on an ordinary open day: numbers, and nobody.
create table visits.open_day (
  location     uuid not null,
  held_on      date not null,
  organization uuid not null,
  adults       int not null default 0 check (adults between 0 and 2000),
  children     int not null default 0 check (children between 0 and 2000),
  new_families int not null default 0 check (new_families between 0 and 2000),
  primary key (organization, location, held_on)
);

alter table visits.open_day enable row level security;
alter table visits.open_day force row level security;
create policy house on visits.open_day using (storage.is_house());
create policy own on visits.open_day using (organization = any (storage.viewer_organizations()));
