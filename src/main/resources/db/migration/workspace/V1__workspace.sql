-- What an editor has typed of one listing. A draft lives here only; of a published one the public
-- truth is in the calendar or the directory, under the same id.
create table workspace.sheet (
  id           uuid primary key,
  organization uuid not null,
  kind         text not null check (kind in ('event', 'service')),
  state        text not null check (state in ('draft', 'published', 'withdrawn')),
  version      int not null,
  fields       jsonb not null,
  changed_at   timestamptz not null,
  changed_by   uuid not null
);
create index sheet_organization on workspace.sheet (organization);

-- Each version as it was saved: who, when, and the whole of it, so that any of them can be put back.
create table workspace.history (
  sheet        uuid not null,
  version      int not null,
  organization uuid not null,
  state        text not null,
  fields       jsonb not null,
  changed_at   timestamptz not null,
  changed_by   uuid not null,
  primary key (sheet, version)
);
comment on table workspace.history is 'append-only: the role of the house may read and add';

alter table workspace.sheet enable row level security;
alter table workspace.sheet force row level security;
create policy house on workspace.sheet using (storage.is_house());
create policy own on workspace.sheet using (organization = any (storage.viewer_organizations()));

alter table workspace.history enable row level security;
alter table workspace.history force row level security;
create policy house on workspace.history using (storage.is_house());
create policy own on workspace.history using (organization = any (storage.viewer_organizations()));
