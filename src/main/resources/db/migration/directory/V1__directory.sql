-- What help exists, in the terms of HSDS 3.1. A row is one aggregate: `body` is the whole of it as
-- JSON (docs/decisions/0003), the columns beside it are what the house asks by.
--   feed       what the source said; body = feed with the editor's overrides laid over it
--   overrides  JSON Merge Patch (RFC 7396) of fields an editor has set; survives every import
create table directory.organization (
  id           uuid primary key,
  slug         text not null unique,
  tail         text not null,
  source       text not null,
  feed         jsonb not null,
  overrides    jsonb not null default '{}',
  body         jsonb not null,
  changed_at   timestamptz not null,
  withdrawn_at timestamptz
);
create index organization_tail on directory.organization (tail);

create table directory.location (
  id              uuid primary key,
  slug            text not null unique,
  tail            text not null,
  source          text not null,
  organization_id uuid,
  feed            jsonb not null,
  overrides       jsonb not null default '{}',
  body            jsonb not null,
  changed_at      timestamptz not null,
  withdrawn_at    timestamptz
);
create index location_tail on directory.location (tail);
create index location_organization on directory.location (organization_id);

create table directory.service (
  id              uuid primary key,
  slug            text not null unique,
  tail            text not null,
  source          text not null,
  organization_id uuid not null references directory.organization,
  feed            jsonb not null,
  overrides       jsonb not null default '{}',
  body            jsonb not null,
  changed_at      timestamptz not null,
  withdrawn_at    timestamptz
);
create index service_tail on directory.service (tail);
create index service_organization on directory.service (organization_id);

create table directory.service_at_location (
  id           uuid primary key,
  slug         text not null unique,
  tail         text not null,
  source       text not null,
  service_id   uuid not null references directory.service,
  location_id  uuid not null references directory.location,
  feed         jsonb not null,
  overrides    jsonb not null default '{}',
  body         jsonb not null,
  changed_at   timestamptz not null,
  withdrawn_at timestamptz
);
create index service_at_location_service on directory.service_at_location (service_id);
create index service_at_location_location on directory.service_at_location (location_id);

-- What changed, for every node's index to follow (docs/decisions/0004). A reader takes only rows of
-- transactions that are all finished, so a number committed late is never skipped.
create table directory.change (
  seq  bigint generated always as identity primary key,
  tx   xid8 not null default pg_current_xact_id(),
  kind text not null,
  id   uuid not null,
  at   timestamptz not null
);
create index change_order on directory.change (tx, seq);
