-- On what terms an event is signed up for. Public, as the event is.
create table signups.terms (
  event        uuid primary key,
  organization uuid not null,
  scope        text not null check (scope in ('series', 'time')),
  unit         text not null check (unit in ('persons', 'families')),
  capacity     int not null check (capacity between 1 and 1000),
  queues       boolean not null,
  closes_hours int not null check (closes_hours between 0 and 336),
  is_open      boolean not null,
  changed_at   timestamptz not null
);
alter table signups.terms enable row level security;
alter table signups.terms force row level security;
create policy house on signups.terms using (storage.is_house());
create policy public on signups.terms for select using (true);

-- What places are counted for: one time of an event, or the whole series. Whoever takes a place
-- holds this row meanwhile, so that no two take the last one.
create table signups.slot (
  id            uuid primary key,
  event         uuid not null,
  organization  uuid not null,
  recurrence_id timestamp,
  starts_at     timestamptz not null,
  ends_at       timestamptz not null,
  families      int not null default 0,
  adults        int not null default 0,
  children      int not null default 0,
  present       int not null default 0,
  absent        int not null default 0,
  unique nulls not distinct (event, recurrence_id)
);
comment on column signups.slot.recurrence_id is 'null for the whole series';
comment on column signups.slot.families is 'this and the next four: what is left when the sign-ups are forgotten';
create index on signups.slot (ends_at);
alter table signups.slot enable row level security;
alter table signups.slot force row level security;
create policy house on signups.slot using (storage.is_house());
create policy public on signups.slot for select using (true);

-- The times as those who signed up know them: what differs from the calendar they haven't heard of.
create table signups.known_time (
  slot          uuid not null references signups.slot on delete cascade,
  recurrence_id timestamp not null,
  starts_at     timestamptz not null,
  ends_at       timestamptz not null,
  cancelled     boolean not null,
  primary key (slot, recurrence_id)
);
alter table signups.known_time enable row level security;
alter table signups.known_time force row level security;
create policy house on signups.known_time using (storage.is_house());
create policy public on signups.known_time for select using (true);

-- A family that comes, or wishes to. Children are told by their ages only.
create table signups.signup (
  id           uuid primary key,
  slot         uuid not null references signups.slot,
  event        uuid not null,
  organization uuid not null,
  person       uuid,
  aim          text not null check (aim in ('seat', 'queue', 'word')),
  state        text not null check (state in ('held', 'unconfirmed', 'confirmed', 'waiting',
                                              'offered', 'watching', 'cancelled', 'lapsed')),
  adults       int not null check (adults between 1 and 20),
  children     int[] not null,
  name         text not null,
  lang         text not null,
  hold         bytea unique,
  until        timestamptz,
  made_at      timestamptz not null,
  turn         int,
  passed_over  boolean not null default false
);
comment on column signups.signup.hold is 'a digest, of the secret in the address of the form';
comment on column signups.signup.until is 'how long a place is held, or a link or an offer is good';
comment on column signups.signup.turn is 'the order in the slot''s queue; clocks of two nodes may differ';
comment on column signups.signup.passed_over is 'has been told that a smaller family came first';
create index on signups.signup (slot);
create unique index signup_person on signups.signup (slot, person, (aim = 'word'))
  where state in ('confirmed', 'waiting', 'offered', 'watching');
create index on signups.signup (person);
create index on signups.signup (until) where until is not null;
alter table signups.signup enable row level security;
alter table signups.signup force row level security;
create policy house on signups.signup using (storage.is_house());
create policy own on signups.signup for select using (person = storage.viewer());
create policy colleagues on signups.signup for select using (
  organization = any (storage.viewer_organizations())
);

-- Where letters go. Beside the sign-up and not in it: the organizer's people never see it.
create table signups.contact (
  signup uuid primary key references signups.signup on delete cascade,
  slot   uuid not null,
  email  text not null,
  word   boolean not null,
  unique (slot, email, word)
);
comment on column signups.contact.email is 'lower-cased; taken away when the sign-up is over';
create index on signups.contact (email);
alter table signups.contact enable row level security;
alter table signups.contact force row level security;
create policy house on signups.contact using (storage.is_house());

-- The links in letters, and the browsers that have opened one. Digests, so the tables open nothing.
create table signups.link (
  digest bytea primary key,
  signup uuid not null references signups.signup on delete cascade
);
create index on signups.link (signup);
alter table signups.link enable row level security;
alter table signups.link force row level security;
create policy house on signups.link using (storage.is_house());

create table signups.browser (
  digest bytea not null,
  signup uuid not null references signups.signup on delete cascade,
  until  timestamptz not null,
  primary key (digest, signup)
);
alter table signups.browser enable row level security;
alter table signups.browser force row level security;
create policy house on signups.browser using (storage.is_house());

-- Who came to which time; no row is unknown.
create table signups.attendance (
  signup        uuid not null references signups.signup on delete cascade,
  recurrence_id timestamp not null,
  organization  uuid not null,
  mark          text not null check (mark in ('present', 'absent')),
  primary key (signup, recurrence_id)
);
alter table signups.attendance enable row level security;
alter table signups.attendance force row level security;
create policy house on signups.attendance using (storage.is_house());
create policy colleagues on signups.attendance
  using (organization = any (storage.viewer_organizations()));
