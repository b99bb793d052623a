-- Where people of one or several organizations answer families, and when.
create table advice.desk (
  id            uuid primary key,
  name          jsonb not null,
  organizations uuid[] not null check (cardinality(organizations) > 0),
  areas         text[] not null,
  languages     text[] not null check (cardinality(languages) > 0),
  most_waiting  int not null check (most_waiting between 1 and 50),
  answer_hours  int not null check (answer_hours between 1 and 240),
  opened_at     timestamptz not null
);
comment on column advice.desk.areas is 'where its organizations are: whose staff sees it';
comment on column advice.desk.most_waiting is 'with so many in the queue no more are let in';
comment on column advice.desk.answer_hours is 'how long a question that was left may wait for its answer';

-- When it answers in a usual week; local time of Helsinki.
create table advice.duty_window (
  desk    uuid not null references advice.desk on delete cascade,
  weekday int not null check (weekday between 1 and 7),
  opens   time not null,
  closes  time not null check (closes > opens),
  primary key (desk, weekday, opens)
);

-- Days that aren't as usual: shut, or open at other times.
create table advice.duty_exception (
  id      uuid primary key,
  desk    uuid not null references advice.desk on delete cascade,
  first   date not null,
  last    date not null check (last >= first),
  windows jsonb not null,
  reason  jsonb not null
);
comment on column advice.duty_exception.windows is 'the times of each of these days; none when it is shut';
create index on advice.duty_exception (desk);

-- Who may sit at a desk, and whether they do. The name is what visitors see: a first name.
create table advice.adviser (
  desk         uuid not null references advice.desk on delete cascade,
  person       uuid not null,
  organization uuid not null,
  name         text not null,
  state        text not null default 'off' check (state in ('on', 'paused', 'off')),
  seats        int not null default 3 check (seats between 1 and 8),
  heartbeat_at timestamptz,
  primary key (desk, person)
);
comment on column advice.adviser.seats is 'how many families one talks with at once';
create index on advice.adviser (person);

-- Answers that are written once and said often.
create table advice.canned (
  id     uuid primary key,
  desk   uuid not null references advice.desk on delete cascade,
  lang   text not null check (lang in ('fi', 'sv', 'en')),
  title  text not null,
  body   text not null,
  cards  jsonb not null
);
create index on advice.canned (desk);

alter table advice.desk enable row level security;
alter table advice.desk force row level security;
create policy house on advice.desk using (storage.is_house());
create policy colleagues on advice.desk for select using (
  organizations && storage.viewer_organizations()
);
create policy region on advice.desk for select using (storage.viewer_has('region'));

alter table advice.adviser enable row level security;
alter table advice.adviser force row level security;
create policy house on advice.adviser using (storage.is_house());
create policy own on advice.adviser for select using (person = storage.viewer());
create policy colleagues on advice.adviser for select using (
  organization = any (storage.viewer_organizations())
);

alter table advice.duty_window enable row level security;
alter table advice.duty_window force row level security;
create policy house on advice.duty_window using (storage.is_house());

alter table advice.duty_exception enable row level security;
alter table advice.duty_exception force row level security;
create policy house on advice.duty_exception using (storage.is_house());

alter table advice.canned enable row level security;
alter table advice.canned force row level security;
create policy house on advice.canned using (storage.is_house());
