-- A talk between somebody without a name and an adviser. The browser has the token; here is only its
-- digest. A day after it is closed the row goes, and with it every word (decision 0036).
create table advice.chat (
  id           uuid primary key,
  desk         uuid not null references advice.desk on delete cascade,
  digest       bytea not null unique,
  lang         text not null check (lang in ('fi', 'sv', 'en')),
  topic        text not null,
  state        text not null check (state in ('waiting', 'active', 'closed')),
  adviser      uuid,
  adviser_name text not null default '',
  organization uuid,
  opened_at    timestamptz not null,
  queued_at    timestamptz not null,
  waits_since  timestamptz not null,
  answered_at  timestamptz,
  turn_since   timestamptz,
  told         text not null default '' check (told in ('', 'idle', 'long')),
  seen_at      timestamptz not null,
  closed_at    timestamptz,
  outcome      text check (outcome in ('resolved', 'visitor_left', 'idle', 'abuse', 'unanswered')),
  tag          text not null default '',
  note         text not null default '',
  numbered     int not null default 0,
  came         bigint generated always as identity,
  check ((state = 'closed') = (closed_at is not null)),
  check ((state = 'closed') = (outcome is not null)),
  check (state <> 'active' or adviser is not null)
);
comment on column advice.chat.queued_at is 'the order of the queue; whoever lost an adviser stands at its head';
comment on column advice.chat.came is 'who came first, of two who came in the same moment';
comment on column advice.chat.turn_since is 'since when it is the visitor''s turn; null when the adviser''s';
comment on column advice.chat.told is 'what the visitor was told last of waiting, so that it is told once';
comment on column advice.chat.note is 'what one adviser tells the next; never shown to the visitor';
comment on column advice.chat.numbered is 'the number of the last message';
create index on advice.chat (desk, queued_at) where state = 'waiting';
create index on advice.chat (adviser) where state = 'active';
create index on advice.chat (closed_at);

create table advice.message (
  chat    uuid not null references advice.chat on delete cascade,
  number  int not null,
  sender  text not null check (sender in ('visitor', 'adviser', 'system')),
  kind    text not null check (kind in ('text', 'card', 'notice')),
  name    text not null,
  body    text not null check (length(body) <= 2000),
  card    jsonb,
  key     uuid not null,
  said_at timestamptz not null,
  primary key (chat, number),
  unique (chat, key),
  check ((kind = 'card') = (card is not null))
);
comment on column advice.message.name is 'of the adviser who says it, or of whom a notice tells';
comment on column advice.message.number is 'from 1 in each chat, without a gap; given under the lock of the chat''s row';
comment on column advice.message.key is 'of the form it came by: sent twice it is one message';

-- What stays: how often, when and about what. No ids of chats or people.
create table advice.tally (
  desk   uuid not null references advice.desk on delete cascade,
  day    date not null,
  hour   int not null check (hour between 0 and 23),
  lang   text not null,
  topic  text not null,
  what   text not null,
  times  int not null,
  amount bigint not null default 0,
  primary key (desk, day, hour, lang, topic, what)
);
comment on column advice.tally.amount is 'what is added up, such as seconds waited';

alter table advice.chat enable row level security;
alter table advice.chat force row level security;
create policy house on advice.chat using (storage.is_house());
create policy advisers on advice.chat for select using (
  desk in (select a.desk from advice.adviser a where a.person = storage.viewer())
);

alter table advice.message enable row level security;
alter table advice.message force row level security;
create policy house on advice.message using (storage.is_house());
create policy advisers on advice.message for select using (
  chat in (select c.id from advice.chat c
            where c.adviser = storage.viewer() and c.state = 'active')
);

alter table advice.tally enable row level security;
alter table advice.tally force row level security;
create policy house on advice.tally using (storage.is_house());
