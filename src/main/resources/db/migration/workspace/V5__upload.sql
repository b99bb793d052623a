-- A table of events between looking at it and publishing it; gone within a day.
create table workspace.upload (
  id           uuid primary key,
  organization uuid not null,
  name         text not null,
  content      bytea not null,
  made_by      uuid not null,
  made_at      timestamptz not null
);

-- What the table last said of a listing. The same said again changes nothing, also when somebody has
-- changed the listing by hand since.
create table workspace.uploaded (
  sheet        uuid primary key,
  organization uuid not null,
  digest       bytea not null
);

alter table workspace.upload enable row level security;
alter table workspace.upload force row level security;
create policy house on workspace.upload using (storage.is_house());
create policy own on workspace.upload using (organization = any (storage.viewer_organizations()));

alter table workspace.uploaded enable row level security;
alter table workspace.uploaded force row level security;
create policy house on workspace.uploaded using (storage.is_house());
create policy own on workspace.uploaded using (organization = any (storage.viewer_organizations()));
