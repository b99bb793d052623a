-- A question that was left when nobody could answer at once. The answer waits behind a secret link
-- of which only the digest is here, or goes by mail.
create table advice.question (
  id          uuid primary key,
  desk        uuid not null references advice.desk on delete cascade,
  digest      bytea not null unique,
  lang        text not null check (lang in ('fi', 'sv', 'en')),
  topic       text not null,
  body        text not null check (length(body) <= 2000),
  reply       text not null check (reply in ('link', 'mail_link', 'mail_text')),
  email       text,
  asked_at    timestamptz not null,
  answer_by   timestamptz not null,
  adviser     uuid,
  answer      text not null default '' check (length(answer) <= 4000),
  answered_by text not null default '',
  answered_at timestamptz,
  check (reply = 'link' or email is not null or answered_at is not null)
);
comment on column advice.question.adviser is 'who has taken it on';
comment on column advice.question.email is 'gone as soon as the answer has left';
create index on advice.question (desk, asked_at);

alter table advice.question enable row level security;
alter table advice.question force row level security;
create policy house on advice.question using (storage.is_house());
create policy advisers on advice.question for select using (
  desk in (select a.desk from advice.adviser a where a.person = storage.viewer())
);
