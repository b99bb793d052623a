-- Where reminders go: an address of mail, or later a browser's. Nobody needs an account.
create table reminders.recipient (
  id      uuid primary key,
  channel text not null check (channel in ('email', 'push')),
  address text not null unique,
  person  uuid,
  made_at timestamptz not null
);
comment on column reminders.recipient.address is 'lower-cased mail; gone with the last reminder';
create index on reminders.recipient (person);
alter table reminders.recipient enable row level security;
alter table reminders.recipient force row level security;
create policy house on reminders.recipient using (storage.is_house());

-- A wish to be reminded: of one time of an event or of each, asked for by itself or because one
-- has said elsewhere that one comes.
create table reminders.reminder (
  id            uuid primary key,
  recipient     uuid references reminders.recipient on delete cascade,
  ref           uuid unique,
  event         uuid not null,
  recurrence_id timestamp,
  lang          text not null,
  state         text not null check (state in ('asked', 'on', 'off')),
  made_at       timestamptz not null,
  ends_at       timestamptz not null,
  look_at       timestamptz not null,
  check (recipient is not null or state = 'off')
);
comment on column reminders.reminder.ref is 'what it comes from in another room, such as a sign-up';
comment on column reminders.reminder.recurrence_id is 'null for every time';
comment on column reminders.reminder.ends_at is 'when it has no more use: of one asked for, when its link grows old';
comment on column reminders.reminder.look_at is 'when to see next whether it is due';
create unique index reminder_own on reminders.reminder (recipient, event, recurrence_id)
  nulls not distinct where ref is null;
create index on reminders.reminder (event);
create index on reminders.reminder (recipient);
create index on reminders.reminder (look_at) where state = 'on';
alter table reminders.reminder enable row level security;
alter table reminders.reminder force row level security;
create policy house on reminders.reminder using (storage.is_house());

-- What a recipient has been told of a time: its row is what makes a reminder be sent once.
create table reminders.told (
  recipient     uuid not null references reminders.recipient on delete cascade,
  event         uuid not null,
  recurrence_id timestamp not null,
  starts_at     timestamptz not null,
  off           boolean not null default false,
  number        int not null default 1,
  primary key (recipient, event, recurrence_id)
);
comment on column reminders.told.number is 'how many times, for a time that moves is told again';
alter table reminders.told enable row level security;
alter table reminders.told force row level security;
create policy house on reminders.told using (storage.is_house());

-- The links in letters, and the browsers that have opened one. Digests, so the tables open nothing.
create table reminders.link (
  digest   bytea primary key,
  reminder uuid not null references reminders.reminder on delete cascade
);
create index on reminders.link (reminder);
alter table reminders.link enable row level security;
alter table reminders.link force row level security;
create policy house on reminders.link using (storage.is_house());

create table reminders.browser (
  digest    bytea not null,
  recipient uuid not null references reminders.recipient on delete cascade,
  until     timestamptz not null,
  primary key (digest, recipient)
);
alter table reminders.browser enable row level security;
alter table reminders.browser force row level security;
create policy house on reminders.browser using (storage.is_house());
