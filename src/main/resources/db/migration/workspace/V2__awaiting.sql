-- A new listing may wait for a moderator; region staff sees what waits, and nothing else here.
alter table workspace.sheet drop constraint sheet_state_check;
alter table workspace.sheet add constraint sheet_state_check
  check (state in ('draft', 'awaiting', 'published', 'withdrawn'));
create index sheet_awaiting on workspace.sheet (changed_at) where state = 'awaiting';
create policy region on workspace.sheet using (
  storage.viewer_has('region') and state = 'awaiting'
);

-- Why a moderator returned a listing, until it is sent again.
create table workspace.returned (
  sheet        uuid primary key,
  organization uuid not null,
  reason       text not null,
  returned_at  timestamptz not null
);

alter table workspace.returned enable row level security;
alter table workspace.returned force row level security;
create policy house on workspace.returned using (storage.is_house());
create policy own on workspace.returned using (
  organization = any (storage.viewer_organizations())
);
