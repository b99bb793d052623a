-- When it was last looked for what is here twice, and what came of it.
create table merging.round (
  id          bigint generated always as identity primary key,
  started_at  timestamptz not null,
  finished_at timestamptz,
  found       integer not null default 0,
  added       integer not null default 0,
  gone        integer not null default 0
);
comment on column merging.round.finished_at is 'null while it goes on, and of one that was broken off';

alter table merging.round enable row level security;
alter table merging.round force row level security;
create policy house on merging.round using (storage.is_house());
create policy region on merging.round for select using (storage.viewer_has('region'));
