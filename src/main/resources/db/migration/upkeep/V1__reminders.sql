-- What is written to each organization, and whether it wants to hear.
create table upkeep.correspondence (
  organization uuid primary key,
  written_at   timestamptz,
  silenced_at  timestamptz
);

-- The link of one round of letters to an organization. Only a digest is kept: whoever reads this
-- table can vouch for nothing with it.
create table upkeep.link (
  digest       bytea primary key,
  organization uuid not null,
  made_at      timestamptz not null,
  expires_at   timestamptz not null
);
create index link_expires on upkeep.link (expires_at);

-- Of which record its organization has been reminded, at which stage of its growing old. A record
-- that is vouched for begins anew, with another `since`.
create table upkeep.reminded (
  record       text not null,
  id           uuid not null,
  since        date not null,
  stage        text not null check (stage in ('DUE', 'OVERDUE', 'LAST')),
  at           timestamptz not null,
  primary key (record, id, since, stage)
);

-- What an organization told to be wrong, until the record is vouched for or ended.
create table upkeep.remark (
  id           uuid primary key,
  organization uuid not null,
  record       text not null,
  record_id    uuid not null,
  words        text not null,
  at           timestamptz not null
);
create index remark_organization on upkeep.remark (organization);

alter table upkeep.correspondence enable row level security;
alter table upkeep.correspondence force row level security;
create policy house on upkeep.correspondence using (storage.is_house());
alter table upkeep.link enable row level security;
alter table upkeep.link force row level security;
create policy house on upkeep.link using (storage.is_house());
alter table upkeep.reminded enable row level security;
alter table upkeep.reminded force row level security;
create policy house on upkeep.reminded using (storage.is_house());
alter table upkeep.remark enable row level security;
alter table upkeep.remark force row level security;
create policy house on upkeep.remark using (storage.is_house());
