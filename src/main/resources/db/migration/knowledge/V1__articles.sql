-- Questions that are asked often, with their answers. Nothing here tells of who asked.
create table knowledge.article (
  id            uuid primary key,
  tail          text not null unique,
  desk          uuid not null,
  organizations uuid[] not null,
  areas         text[] not null,
  topic         text not null,
  question      jsonb not null,
  answer        jsonb not null,
  links         text[] not null,
  state         text not null check (state in ('draft', 'published', 'retired')),
  checked_on    date,
  helped_yes    int not null default 0,
  helped_no     int not null default 0,
  changed_at    timestamptz not null,
  check (state <> 'published' or checked_on is not null)
);
comment on column knowledge.article.desk is 'who answers for it';
comment on column knowledge.article.links is 'what of the directory it leads to, as service:<id>';
comment on column knowledge.article.helped_yes is 'how often it was said to have helped; a count, and nothing of who said so';
create index on knowledge.article (desk);
create index on knowledge.article (state);

create table knowledge.change (
  seq  bigint generated always as identity primary key,
  tx   xid8 not null default pg_current_xact_id(),
  kind text not null,
  id   uuid not null,
  at   timestamptz not null
);
create index change_order on knowledge.change (tx, seq);
