-- What a merge changed, so that it can be taken back. That one record stands for the other is
-- written where the records are (directory/V6, calendar/V4).
create table merging.merge (
  pair     uuid primary key references merging.pair,
  stays    uuid not null,
  goes     uuid not null,
  before   jsonb not null,
  laid     jsonb not null,
  followed uuid[] not null,
  check (stays <> goes)
);
comment on column merging.merge.before is 'the overrides of the fields that were chosen from the one that goes, as they were';
comment on column merging.merge.laid is 'the same fields'' overrides as the merge left them';
comment on column merging.merge.followed is 'what pointed at the one that goes';

alter table merging.merge enable row level security;
alter table merging.merge force row level security;
create policy house on merging.merge using (storage.is_house());
create policy region on merging.merge using (storage.viewer_has('region'));
