-- Each decision about two records, for the history of both.
create table merging.decision (
  id         bigint generated always as identity primary key,
  kind       text not null check (kind in ('organization', 'place', 'service', 'event')),
  one        uuid not null,
  other      uuid not null,
  before     text not null check (before in ('open', 'merged', 'not_same')),
  state      text not null check (state in ('open', 'merged', 'not_same')),
  stays      uuid,
  decided_at timestamptz not null,
  decided_by uuid not null,
  check (before <> state),
  check ((stays is not null) = (state = 'merged'))
);
comment on table merging.decision is 'append-only: the role of the house may read and add';
comment on column merging.decision.stays is 'which of the two stands for both by this decision';
create index decision_one on merging.decision (one);
create index decision_other on merging.decision (other);

alter table merging.decision enable row level security;
alter table merging.decision force row level security;
create policy house on merging.decision using (storage.is_house());
create policy region on merging.decision for select using (storage.viewer_has('region'));
create policy region_decide on merging.decision for insert with check (storage.viewer_has('region'));
