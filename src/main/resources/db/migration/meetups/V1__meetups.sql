-- A meet-up as a parent proposed it. What is public of an approved one is an event of the calendar
-- with the same id; who hosts is told only to those who come.
create table meetups.meetup (
  id           uuid primary key,
  host         uuid,
  host_name    text not null,
  lang         text not null,
  place        uuid not null,
  organization uuid,
  areas        text[] not null,
  state        text not null check (state in ('waiting', 'published', 'hidden', 'declined',
                                              'withdrawn', 'lapsed', 'cancelled', 'removed',
                                              'ended')),
  version      int not null,
  what         text not null,
  title        text not null,
  words        text not null,
  starts_at    timestamp not null,
  minutes      int not null check (minutes between 15 and 480),
  ages         text not null,
  weekly_until date,
  wish         text check (wish in ('weekly', 'move')),
  wish_time    timestamp,
  wish_start   timestamp,
  answer       text not null default '',
  asked_at     timestamptz not null,
  ends_at      timestamptz not null,
  told         int not null default 0,
  told_on      date,
  check ((wish is not distinct from 'move') = (wish_start is not null)),
  check ((wish_time is null) = (wish_start is null))
);
comment on column meetups.meetup.organization is 'whose place it is; null when nobody''s';
comment on column meetups.meetup.areas is 'where the place is: whose staff it is shown to';
comment on column meetups.meetup.starts_at is 'the first time, local; a moved one keeps it';
comment on column meetups.meetup.wish is 'what the host asks of the place''s people, once published';
comment on column meetups.meetup.asked_at is 'since when somebody has to answer';
comment on column meetups.meetup.ends_at is 'the end of the last time: what is personal goes after it';
comment on column meetups.meetup.told is 'how many families the host has heard of';
create index on meetups.meetup (host);
create index on meetups.meetup (organization) where state = 'waiting' or wish is not null;
create index on meetups.meetup (ends_at);
alter table meetups.meetup enable row level security;
alter table meetups.meetup force row level security;
create policy house on meetups.meetup using (storage.is_house());
create policy own on meetups.meetup for select using (host = storage.viewer());
create policy colleagues on meetups.meetup for select using (
  organization = any (storage.viewer_organizations())
);
create policy region on meetups.meetup for select using (storage.viewer_has('region'));

-- A proposal that was typed before its writer signed in. The secret is in the address they come
-- back to; here is only its digest.
create table meetups.draft (
  digest bytea primary key,
  fields jsonb not null,
  until  timestamptz not null
);
create index on meetups.draft (until);
alter table meetups.draft enable row level security;
alter table meetups.draft force row level security;
create policy house on meetups.draft using (storage.is_house());

-- Places where families may not meet on their own, as those who keep them said.
create table meetups.closed_place (
  place        uuid primary key,
  organization uuid not null,
  closed_by    uuid not null,
  closed_at    timestamptz not null
);
alter table meetups.closed_place enable row level security;
alter table meetups.closed_place force row level security;
create policy house on meetups.closed_place using (storage.is_house());
create policy colleagues on meetups.closed_place for select using (
  organization = any (storage.viewer_organizations())
);
