-- What those who are along write to each other on the meet-up's page. It goes with the meet-up.
create table meetups.message (
  id          uuid primary key,
  meetup      uuid not null references meetups.meetup on delete cascade,
  author      uuid,
  author_name text not null,
  by_host     boolean not null,
  words       text not null,
  state       text not null check (state in ('waiting', 'shown', 'hidden', 'removed')),
  written_at  timestamptz not null
);
create index on meetups.message (meetup);
create index on meetups.message (author);
alter table meetups.message enable row level security;
alter table meetups.message force row level security;
create policy house on meetups.message using (storage.is_house());
create policy own on meetups.message for select using (author = storage.viewer());

-- That somebody says that a meet-up or a message shouldn't be here. Who said it is told to nobody:
-- it is kept so that one person counts once.
create table meetups.alert (
  id         uuid primary key,
  meetup     uuid not null references meetups.meetup on delete cascade,
  message    uuid references meetups.message on delete cascade,
  reporter   uuid not null,
  trusted    boolean not null,
  why        text not null,
  told_at    timestamptz not null,
  settled_at timestamptz,
  unique nulls not distinct (meetup, message, reporter)
);
comment on column meetups.alert.trusted is 'told by somebody with a role: one is enough';
create index on meetups.alert (reporter);
alter table meetups.alert enable row level security;
alter table meetups.alert force row level security;
create policy house on meetups.alert using (storage.is_house());
