create table identity.person (
  id       uuid primary key,
  name     text not null,
  email    text unique,
  lang     text not null check (lang in ('fi', 'sv', 'en')),
  demo     boolean not null default false,
  made_at  timestamptz not null,
  ended_at timestamptz
);
comment on column identity.person.email is 'lower-cased; null when the person signs in otherwise';

create table identity.role_held (
  id           uuid primary key,
  person       uuid not null references identity.person (id) on delete cascade,
  role         text not null,
  organization uuid,
  area         text,
  given_by     uuid,
  given_at     timestamptz not null,
  ended_at     timestamptz,
  check ((organization is null) <> (area is null))
);
comment on table identity.role_held is 'a role is always held for an organization or an area';
create unique index on identity.role_held
  (person, role, coalesce(organization::text, area)) where ended_at is null;
create index on identity.role_held (organization) where ended_at is null;

alter table identity.person enable row level security;
alter table identity.person force row level security;
create policy house on identity.person using (storage.is_house());
create policy own on identity.person using (id = storage.viewer());
create policy colleagues on identity.person for select using (
  id in (select person from identity.role_held
          where organization = any (storage.viewer_organizations()) and ended_at is null)
);

alter table identity.role_held enable row level security;
alter table identity.role_held force row level security;
create policy house on identity.role_held using (storage.is_house());
create policy own on identity.role_held for select using (person = storage.viewer());
create policy colleagues on identity.role_held using (
  organization = any (storage.viewer_organizations())
);
create policy region on identity.role_held using (storage.viewer_has('region'));
