-- That a professional asked for help on behalf of a family, with its word. It names nobody: which
-- matter it became is the house's to know, and whether it was taken on is all the professional sees.
create table referrals.introduction (
  help_case    uuid primary key references referrals.help_case on delete cascade,
  professional uuid not null,
  team         uuid not null,
  asked_at     timestamptz not null,
  taken_at     timestamptz
);
create index on referrals.introduction (professional, asked_at);
alter table referrals.introduction enable row level security;
alter table referrals.introduction force row level security;
create policy house on referrals.introduction using (storage.is_house());
