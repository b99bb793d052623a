-- What a family and those who walk with it write to each other: its navigator, or, about one
-- referral, the organization that received it. Sealed with the adult's key.
create table referrals.said (
  id        uuid primary key,
  help_case uuid not null references referrals.help_case on delete cascade,
  referral  uuid references referrals.referral on delete cascade,
  person    uuid not null,
  by        text not null check (by in ('family', 'navigator', 'organization')),
  words     bytea not null,
  said_at   timestamptz not null,
  check ((by = 'organization') <= (referral is not null)),
  check ((by = 'navigator') <= (referral is null))
);
comment on column referrals.said.person is 'the family''s adult, whoever wrote';
create index on referrals.said (help_case, said_at);
create index on referrals.said (referral);
alter table referrals.said enable row level security;
alter table referrals.said force row level security;
create policy house on referrals.said using (storage.is_house());
create policy own on referrals.said for select using (person = storage.viewer());
