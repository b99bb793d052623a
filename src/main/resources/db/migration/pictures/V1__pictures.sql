-- One picture of each listing, and each organization's logo. Whether it is in sight isn't written
-- here but asked of the calendar and the directory each time, so that what is withdrawn is gone at
-- once; hence both tables are closed, and visitors are shown pictures by the house.
create table pictures.picture (
  id           text primary key,
  kind         text not null check (kind in ('event', 'service', 'organization')),
  subject      uuid not null unique,
  organization uuid not null,
  alt          jsonb not null,
  version      int not null,
  changed_at   timestamptz not null,
  changed_by   uuid not null
);

create table pictures.rendition (
  picture      text not null references pictures.picture on delete cascade,
  width        int not null,
  height       int not null,
  organization uuid not null,
  bytes        bytea not null,
  primary key (picture, width)
);
-- What is compressed already only gets slower by compressing it again.
alter table pictures.rendition alter column bytes set storage external;

alter table pictures.picture enable row level security;
alter table pictures.picture force row level security;
create policy house on pictures.picture using (storage.is_house());
create policy own on pictures.picture using (organization = any (storage.viewer_organizations()));

alter table pictures.rendition enable row level security;
alter table pictures.rendition force row level security;
create policy house on pictures.rendition using (storage.is_house());
create policy own on pictures.rendition
  using (organization = any (storage.viewer_organizations()));
