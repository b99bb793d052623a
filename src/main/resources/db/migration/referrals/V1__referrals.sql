-- The navigators of an organization, and where they take requests from. Public: families choose.
create table referrals.team (
  organization uuid primary key,
  words        jsonb not null,
  areas        text[] not null,
  is_open      boolean not null,
  changed_at   timestamptz not null
);
alter table referrals.team enable row level security;
alter table referrals.team force row level security;
create policy house on referrals.team using (storage.is_house());
create policy public on referrals.team for select using (true);

-- A family's matter: one adult's. What tells of them is sealed with that adult's key (room vault);
-- the needs too, for beside an address they would tell all.
create table referrals.help_case (
  id           uuid primary key,
  person       uuid not null,
  team         uuid not null,
  area         text,
  source       text not null check (source in ('self', 'professional', 'chat', 'event')),
  state        text not null check (state in ('new', 'contacted', 'mapping', 'options_given',
                                              'referred', 'self_guided', 'settled', 'closed')),
  level        text not null check (level in ('info', 'light', 'close')),
  navigator    uuid,
  consent      uuid,
  needs        bytea not null,
  words        bytea not null,
  reach        text not null check (reach in ('phone', 'email', 'here')),
  contact      bytea not null,
  hours        text[] not null,
  outcome      text check (outcome in ('got_help', 'partly', 'declined', 'lost_contact',
                                       'withdrawn')),
  stops        int not null default 1,
  asked_at     timestamptz not null,
  contacted_at timestamptz,
  closed_at    timestamptz,
  check ((state = 'closed') = (outcome is not null)),
  check ((state = 'closed') = (closed_at is not null))
);
create index on referrals.help_case (person);
create index on referrals.help_case (team) where state <> 'closed';
create index on referrals.help_case (navigator);
create index on referrals.help_case (consent);
create index on referrals.help_case (closed_at);
alter table referrals.help_case enable row level security;
alter table referrals.help_case force row level security;
create policy house on referrals.help_case using (storage.is_house());
create policy own on referrals.help_case for select using (person = storage.viewer());
create policy assigned on referrals.help_case for select using (navigator = storage.viewer());

-- What a navigator found for a family, and what the family says of it.
create table referrals.option (
  id           uuid primary key,
  help_case    uuid not null references referrals.help_case on delete cascade,
  person       uuid not null,
  kind         text not null check (kind in ('service', 'event')),
  record       uuid not null,
  slug         text not null,
  title        jsonb not null,
  organization uuid,
  note         bytea not null,
  choice       text not null check (choice in ('open', 'wanted', 'self', 'declined')),
  offered_at   timestamptz not null,
  chosen_at    timestamptz,
  unique (help_case, record)
);
create index on referrals.option (person);
alter table referrals.option enable row level security;
alter table referrals.option force row level security;
create policy house on referrals.option using (storage.is_house());
create policy own on referrals.option for select using (person = storage.viewer());

-- A family that is referred to a service.
create table referrals.referral (
  id           uuid primary key,
  help_case    uuid not null references referrals.help_case on delete cascade,
  option       uuid not null references referrals.option on delete cascade,
  organization uuid not null,
  person       uuid not null,
  consent      uuid not null,
  state        text not null check (state in ('requested', 'accepted', 'in_progress', 'on_hold',
                                              'rejected', 'completed', 'failed', 'cancelled',
                                              'entered_in_error')),
  reason       text,
  requested_at timestamptz not null,
  answered_at  timestamptz,
  ended_at     timestamptz,
  digest       bytea unique,
  reminded     int not null default 0,
  check (state not in ('rejected', 'on_hold', 'failed', 'cancelled') or reason is not null)
);
comment on column referrals.referral.digest is 'of the secret in the letter to the organization';
comment on column referrals.referral.reminded is 'after how many working days somebody was reminded';
create index on referrals.referral (help_case);
create index on referrals.referral (organization);
create index on referrals.referral (consent);
create index on referrals.referral (requested_at) where state = 'requested';
create unique index referral_open on referrals.referral (option)
  where state in ('requested', 'accepted', 'in_progress', 'on_hold');
alter table referrals.referral enable row level security;
alter table referrals.referral force row level security;
create policy house on referrals.referral using (storage.is_house());
create policy own on referrals.referral for select using (person = storage.viewer());
create policy received on referrals.referral for select using (
  organization = any (storage.viewer_organizations())
  and reason is distinct from 'consent_withdrawn'
);

-- What is left when people are forgotten: counts that tell of nobody.
create table referrals.tally (
  month  date not null,
  team   uuid not null,
  what   text not null,
  detail text not null,
  n      int not null,
  primary key (month, team, what, detail)
);
alter table referrals.tally enable row level security;
alter table referrals.tally force row level security;
create policy house on referrals.tally using (storage.is_house());
