-- Two records that may tell of the same thing, and what was decided about them. A pair stands here
-- once, whichever of the two was found first: `one` is the lesser id.
create table merging.pair (
  id         uuid primary key,
  kind       text not null check (kind in ('organization', 'place', 'service', 'event')),
  one        uuid not null,
  other      uuid not null,
  score      double precision not null,
  reasons    jsonb not null,
  areas      text[] not null,
  state      text not null check (state in ('open', 'merged', 'not_same')),
  found_at   timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  check (one < other),
  check ((state = 'open') = (decided_at is null)),
  check ((decided_at is null) = (decided_by is null)),
  unique (one, other)
);
comment on column merging.pair.reasons is 'what spoke for it and against it: clue, agreement, points, measure';
comment on column merging.pair.areas is 'where the two are: whose staff the pair is shown to';
create index pair_open on merging.pair (score desc) where state = 'open';
create index pair_areas on merging.pair using gin (areas);
create index pair_other on merging.pair (other);

alter table merging.pair enable row level security;
alter table merging.pair force row level security;
create policy house on merging.pair using (storage.is_house());
create policy region on merging.pair for select using (storage.viewer_has('region'));
create policy region_decide on merging.pair for update using (storage.viewer_has('region'));
