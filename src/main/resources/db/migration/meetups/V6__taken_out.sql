-- Whom a host has taken out of a group: they can't come back by themselves. It goes with the group.
create table meetups.taken_out (
  family_group uuid not null references meetups.family_group on delete cascade,
  person       uuid not null,
  primary key (family_group, person)
);
create index on meetups.taken_out (person);
alter table meetups.taken_out enable row level security;
alter table meetups.taken_out force row level security;
create policy house on meetups.taken_out using (storage.is_house());
