-- Whom an organization has put on duty for a function in an area.
create table networks.duty (
  id           uuid primary key,
  organization uuid not null,
  function     text not null,
  area         text not null,
  person       uuid not null,
  invited_at   timestamptz,
  since        timestamptz not null,
  unique (organization, function, area, person)
);
comment on column networks.duty.invited_at is 'when last invited: who was asked longest ago is asked next';
create index on networks.duty (function, area);
create index on networks.duty (person);
alter table networks.duty enable row level security;
alter table networks.duty force row level security;
create policy house on networks.duty using (storage.is_house());
create policy keeps on networks.duty for select using (organization = any (storage.viewer_organizations()));

-- Those around one adult of a family, assembled with one press. What tells of the adult is sealed
-- with their key. A call without permission has no row here or anywhere: it is a count.
create table networks.network (
  id            uuid primary key,
  person        uuid not null,
  area          text not null,
  worker        uuid not null,
  name          bytea not null,
  contact       bytea not null,
  caller_digest bytea unique,
  assembled_at  timestamptz not null,
  until         timestamptz not null,
  dissolved_at  timestamptz
);
create index on networks.network (person);
create index on networks.network (area, assembled_at);
create index on networks.network (until);
alter table networks.network enable row level security;
alter table networks.network force row level security;
create policy house on networks.network using (storage.is_house());
create policy own on networks.network for select using (person = storage.viewer());

create table networks.member (
  id           uuid primary key,
  network      uuid not null references networks.network on delete cascade,
  function     text not null,
  organization uuid not null,
  person       uuid not null,
  consent      uuid not null,
  state        text not null check (state in ('invited', 'joined', 'declined', 'left', 'removed_by_family')),
  digest       bytea unique,
  invited_at   timestamptz not null,
  shown_at     timestamptz,
  answered_at  timestamptz,
  unique (network, function)
);
comment on column networks.member.shown_at is 'when the family saw or heard of this member: nothing is told before';
create index on networks.member (person);
create index on networks.member (consent);
alter table networks.member enable row level security;
alter table networks.member force row level security;
create policy house on networks.member using (storage.is_house());
create policy assigned on networks.member for select using (person = storage.viewer());

create table networks.meeting (
  network   uuid not null references networks.network on delete cascade,
  starts_at timestamptz not null,
  primary key (network, starts_at)
);
alter table networks.meeting enable row level security;
alter table networks.meeting force row level security;
create policy house on networks.meeting using (storage.is_house());

create table networks.suits (
  network   uuid not null,
  starts_at timestamptz not null,
  who       uuid not null,
  primary key (network, starts_at, who),
  foreign key (network, starts_at) references networks.meeting on delete cascade
);
comment on column networks.suits.who is 'a member, or the network itself for the family';
alter table networks.suits enable row level security;
alter table networks.suits force row level security;
create policy house on networks.suits using (storage.is_house());

-- What is left when people are forgotten: counts that tell of nobody.
create table networks.tally (
  month  date not null,
  area   text not null,
  what   text not null,
  detail text not null,
  n      int not null,
  primary key (month, area, what, detail)
);
alter table networks.tally enable row level security;
alter table networks.tally force row level security;
create policy house on networks.tally using (storage.is_house());
