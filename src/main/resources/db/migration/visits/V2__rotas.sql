-- Whose turn it is to present itself at an opening of a place, for some months ahead.
create table visits.rota (
  id           uuid primary key,
  organization uuid not null,
  location     uuid not null,
  starts       timestamp not null,
  minutes      int not null check (minutes between 15 and 720),
  rrule        text not null check (length(rrule) <= 500),
  until        date not null,
  sent         boolean not null default false,
  planned_at   timestamptz not null
);
comment on column visits.rota.starts is 'the first opening that the rule is counted from, local';
comment on column visits.rota.sent is 'the presenters have been written to';
create index rota_organization on visits.rota (organization);

-- Who takes turns. One outside the directory has a name and an address of its own, and the address
-- is forgotten after the last turn.
create table visits.presenter (
  id           uuid primary key,
  rota         uuid not null references visits.rota on delete cascade,
  organization uuid not null,
  partner      uuid,
  name         text not null default '' check (length(name) <= 100),
  email        text,
  lang         text not null default 'fi',
  off_months   int[] not null default '{}',
  place        int not null,
  gone         boolean not null default false,
  unique (rota, partner),
  check (partner is not null or name <> '')
);
comment on column visits.presenter.organization is 'the host, as everywhere in a rota';
comment on column visits.presenter.off_months is 'the months it takes no turns in';

create table visits.turn (
  id           uuid primary key,
  rota         uuid not null references visits.rota on delete cascade,
  organization uuid not null,
  location     uuid not null,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  presenter    uuid references visits.presenter,
  state        text not null check (state in ('free', 'waiting', 'accepted', 'off')),
  offered      boolean not null default false,
  reminded     int,
  version      int not null default 1,
  check (ends_at > starts_at),
  check ((state in ('waiting', 'accepted')) = (presenter is not null)),
  check (state = 'free' or not offered)
);
comment on column visits.turn.offered is 'whoever of the rota takes it first has it';
comment on column visits.turn.reminded is 'so many days ahead its presenter was reminded last';
create index turn_rota on visits.turn (rota);
create index turn_location on visits.turn (location, starts_at);

-- Who couldn't take which turn; it isn't dealt to them again.
create table visits.declined (
  turn         uuid not null references visits.turn on delete cascade,
  presenter    uuid not null references visits.presenter on delete cascade,
  organization uuid not null,
  reason       text not null check (reason in ('no_hands', 'away', 'other')),
  primary key (turn, presenter)
);

-- A wish to change turns with another, until somebody answers to it.
create table visits.swap (
  turn         uuid not null references visits.turn on delete cascade,
  wanted       uuid not null references visits.turn on delete cascade,
  organization uuid not null,
  primary key (turn, wanted),
  check (turn <> wanted)
);

-- Links of letters to presenters. Only their digests are kept.
create table visits.turn_link (
  digest    bytea primary key,
  presenter uuid not null references visits.presenter on delete cascade,
  until     timestamptz not null
);

alter table visits.rota enable row level security;
alter table visits.rota force row level security;
create policy house on visits.rota using (storage.is_house());
create policy own on visits.rota using (organization = any (storage.viewer_organizations()));

alter table visits.presenter enable row level security;
alter table visits.presenter force row level security;
create policy house on visits.presenter using (storage.is_house());
create policy own on visits.presenter using (organization = any (storage.viewer_organizations()));

alter table visits.turn enable row level security;
alter table visits.turn force row level security;
create policy house on visits.turn using (storage.is_house());
create policy own on visits.turn using (organization = any (storage.viewer_organizations()));

alter table visits.declined enable row level security;
alter table visits.declined force row level security;
create policy house on visits.declined using (storage.is_house());
create policy own on visits.declined using (organization = any (storage.viewer_organizations()));

alter table visits.swap enable row level security;
alter table visits.swap force row level security;
create policy house on visits.swap using (storage.is_house());
create policy own on visits.swap using (organization = any (storage.viewer_organizations()));

alter table visits.turn_link enable row level security;
alter table visits.turn_link force row level security;
create policy house on visits.turn_link using (storage.is_house());
