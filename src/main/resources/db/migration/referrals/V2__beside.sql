-- Going along: by bus, the first time together, on the telephone together. Where is sealed.
create table referrals.accompaniment (
  id        uuid primary key,
  help_case uuid not null references referrals.help_case on delete cascade,
  person    uuid not null,
  kind      text not null check (kind in ('bus', 'first_visit', 'phone_together')),
  starts_at timestamptz not null,
  place     bytea not null,
  state     text not null check (state in ('planned', 'done', 'missed', 'cancelled')),
  reminded  boolean not null default false
);
create index on referrals.accompaniment (help_case);
create index on referrals.accompaniment (starts_at) where state = 'planned' and not reminded;
alter table referrals.accompaniment enable row level security;
alter table referrals.accompaniment force row level security;
create policy house on referrals.accompaniment using (storage.is_house());
create policy own on referrals.accompaniment for select using (person = storage.viewer());

-- Asking afterwards whether it helped: two weeks and six weeks after the family was on its way.
create table referrals.follow_up (
  id        uuid primary key,
  help_case uuid not null references referrals.help_case on delete cascade,
  person    uuid not null,
  weeks     int not null check (weeks in (2, 6)),
  due_on    date not null,
  outcome   text check (outcome in ('got_help', 'partly', 'not_yet', 'no_contact')),
  asked     boolean not null default false,
  unique (help_case, weeks)
);
create index on referrals.follow_up (due_on) where outcome is null;
alter table referrals.follow_up enable row level security;
alter table referrals.follow_up force row level security;
create policy house on referrals.follow_up using (storage.is_house());
create policy own on referrals.follow_up for select using (person = storage.viewer());
