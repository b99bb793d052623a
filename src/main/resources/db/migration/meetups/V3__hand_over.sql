-- A host asks one of those who come to take over. Until they have, the old host stays.
create table meetups.offer (
  meetup uuid primary key references meetups.meetup on delete cascade,
  digest bytea not null unique,
  signup uuid not null,
  until  timestamptz not null
);
comment on column meetups.offer.digest is 'of the secret in the letter''s link';
comment on column meetups.offer.signup is 'whose: nobody else takes over by this link';
alter table meetups.offer enable row level security;
alter table meetups.offer force row level security;
create policy house on meetups.offer using (storage.is_house());
