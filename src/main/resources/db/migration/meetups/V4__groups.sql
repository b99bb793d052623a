-- A group of families that lives on after a meet-up. Its name, its sentence and how many belong to
-- it are public while it is active; who belongs to it is not.
create table meetups.family_group (
  id             uuid primary key,
  lang           text not null,
  name_fi        text,
  name_sv        text,
  name_en        text,
  ages           text not null,
  words          text not null,
  place          uuid not null,
  organization   uuid,
  areas          text[] not null,
  begun_from     uuid not null,
  state          text not null check (state in ('proposed', 'active', 'hidden', 'refused',
                                                'withdrawn', 'removed', 'ended')),
  version        int not null,
  answer         text not null default '',
  asked_at       timestamptz not null,
  busy_until     timestamptz not null,
  hostless_since timestamptz,
  warned_at      timestamptz,
  over_at        timestamptz,
  check (coalesce(name_fi, name_sv, name_en) is not null)
);
comment on column meetups.family_group.place is 'where it began: whose people answer for it';
comment on column meetups.family_group.begun_from is 'a meet-up, which is forgotten before it';
comment on column meetups.family_group.busy_until is 'the end of its last time';
comment on column meetups.family_group.over_at is 'what is personal goes after it';
create unique index on meetups.family_group (begun_from)
  where state in ('proposed', 'active', 'hidden');
create index on meetups.family_group (state);
create index on meetups.family_group (over_at);
alter table meetups.family_group enable row level security;
alter table meetups.family_group force row level security;
create policy house on meetups.family_group using (storage.is_house());
create policy colleagues on meetups.family_group for select using (
  organization = any (storage.viewer_organizations())
);
create policy region on meetups.family_group for select using (storage.viewer_has('region'));

-- Who belongs to a group. It goes with the group.
create table meetups.member (
  id           uuid not null unique,
  family_group uuid not null references meetups.family_group on delete cascade,
  person       uuid not null,
  name         text not null,
  host         boolean not null,
  joined_at    timestamptz not null,
  asked_until  timestamptz,
  instead_of   uuid,
  primary key (family_group, person)
);
comment on column meetups.member.asked_until is 'until when they may say yes to hosting';
comment on column meetups.member.instead_of is 'the host who asked and would step back';
create index on meetups.member (person);
alter table meetups.member enable row level security;
alter table meetups.member force row level security;
create policy house on meetups.member using (storage.is_house());
create policy own on meetups.member for select using (person = storage.viewer());

-- A letter's link by which its reader leaves the group in one tap.
create table meetups.way_out (
  digest       bytea primary key,
  family_group uuid not null,
  person       uuid not null,
  foreign key (family_group, person) references meetups.member on delete cascade
);
create index on meetups.way_out (family_group, person);
alter table meetups.way_out enable row level security;
alter table meetups.way_out force row level security;
create policy house on meetups.way_out using (storage.is_house());

alter table meetups.meetup
  add column family_group uuid references meetups.family_group on delete set null;
comment on column meetups.meetup.family_group is 'whose meet-up it is; null when no group''s';
create index on meetups.meetup (family_group);

-- A board is a meet-up's or a group's, by the id of either. It is forgotten with it.
alter table meetups.message drop constraint message_meetup_fkey;
alter table meetups.message rename column meetup to gathering;
alter table meetups.alert drop constraint alert_meetup_fkey;
alter table meetups.alert rename column meetup to gathering;
comment on column meetups.message.gathering is 'the meet-up or the group whose board it is on';
comment on column meetups.alert.gathering is 'the meet-up or the group that is told of';
