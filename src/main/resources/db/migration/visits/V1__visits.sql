-- Visits that are planned together: at whose place, about what, with whom.
create table visits.series (
  id           uuid primary key,
  organization uuid not null,
  location     uuid not null,
  theme        jsonb not null,
  goal         jsonb not null,
  partners     uuid[] not null,
  round        uuid,
  planned_at   timestamptz not null
);
comment on column visits.series.organization is 'the host; the series is its own';
comment on column visits.series.round is 'where those who come to its visits say what they thought';
create index series_organization on visits.series (organization);
create index series_partners on visits.series using gin (partners);

-- One visit. It names nobody: whoever is met there is a role.
create table visits.visit (
  id            uuid primary key,
  series        uuid not null references visits.series on delete cascade,
  organization  uuid not null,
  location      uuid not null,
  partners      uuid[] not null,
  starts_at     timestamptz not null,
  ends_at       timestamptz not null,
  first_at      timestamptz,
  topic         jsonb not null,
  contact       text not null check (length(contact) <= 100),
  contributions jsonb not null,
  state         text not null check (state in ('planned', 'confirmed', 'announced', 'cancelled')),
  reason        jsonb not null default '{}',
  told          text[] not null default '{}',
  version       int not null default 1,
  check (ends_at > starts_at),
  check (state <> 'announced' or first_at is not null)
);
comment on column visits.visit.first_at is 'when it was to begin as it was first announced: the calendar knows it by that';
create index visit_series on visits.visit (series);
create index visit_location on visits.visit (location, starts_at);

-- What a partner says to a visit it is asked to.
create table visits.answer (
  visit        uuid not null references visits.visit on delete cascade,
  partner      uuid not null,
  organization uuid not null,
  answer       text not null check (answer in ('waiting', 'coming', 'other_time', 'not_coming')),
  words        text not null default '' check (length(words) <= 500),
  proposed_at  timestamptz,
  reminded     int,
  primary key (visit, partner)
);
comment on column visits.answer.reminded is 'so many days ahead of the visit they were reminded last';

-- Links of letters: whoever has one answers for the partner. Only their digests are kept.
create table visits.link (
  digest  bytea primary key,
  visit   uuid not null references visits.visit on delete cascade,
  partner uuid not null,
  until   timestamptz not null
);

-- How many came: numbers, and nobody.
create table visits.head_count (
  visit        uuid primary key references visits.visit on delete cascade,
  organization uuid not null,
  location     uuid not null,
  held_on      date not null,
  adults       int not null default 0 check (adults between 0 and 2000),
  children     int not null default 0 check (children between 0 and 2000),
  new_families int not null default 0 check (new_families between 0 and 2000)
);
create index head_count_location on visits.head_count (organization, location, held_on);

alter table visits.series enable row level security;
alter table visits.series force row level security;
create policy house on visits.series using (storage.is_house());
create policy own on visits.series using (organization = any (storage.viewer_organizations()));
create policy partner on visits.series for select using (
  partners && storage.viewer_organizations()
);

alter table visits.visit enable row level security;
alter table visits.visit force row level security;
create policy house on visits.visit using (storage.is_house());
create policy own on visits.visit using (organization = any (storage.viewer_organizations()));
create policy partner on visits.visit for select using (
  exists (select from visits.series s
           where s.id = series and s.partners && storage.viewer_organizations())
);

alter table visits.answer enable row level security;
alter table visits.answer force row level security;
create policy house on visits.answer using (storage.is_house());
create policy own on visits.answer using (organization = any (storage.viewer_organizations()));
create policy partner on visits.answer for select using (
  partner = any (storage.viewer_organizations())
);

alter table visits.link enable row level security;
alter table visits.link force row level security;
create policy house on visits.link using (storage.is_house());

alter table visits.head_count enable row level security;
alter table visits.head_count force row level security;
create policy house on visits.head_count using (storage.is_house());
create policy own on visits.head_count using (organization = any (storage.viewer_organizations()));
