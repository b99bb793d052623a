-- Where feeds come from. A source with an interval is fetched by itself.
create table exchange.source (
  name          text primary key,
  format        text not null,
  location      text not null,
  every_minutes integer,
  licence       text,
  owner         text,
  registered_at timestamptz not null
);

-- One reading of a source. `complete` is true when the reader came to the feed's end: only then may
-- what is missing from it be withdrawn.
create table exchange.import_run (
  id           bigint generated always as identity primary key,
  source       text not null references exchange.source,
  location     text not null,
  state        text not null,
  complete     boolean not null default false,
  covers       text[] not null default '{}',
  started_at   timestamptz not null,
  finished_at  timestamptz,
  read         integer not null default 0,
  landed       integer not null default 0,
  unchanged    integer not null default 0,
  withdrawn    integer not null default 0,
  faulty       integer not null default 0,
  staged       integer not null default 0,
  missing      integer not null default 0,
  notices      jsonb not null default '{}'
);
create index import_run_source on exchange.import_run (source, id desc);

-- What has been read and has not landed yet. An import that is killed goes on from here.
create table exchange.draft (
  run        bigint not null references exchange.import_run on delete cascade,
  seq        integer not null,
  kind       text not null,
  record_id  uuid not null,
  source_id  text not null,
  source_url text,
  hash       bytea not null,
  body       text not null,
  raw        text not null,
  primary key (run, kind, record_id)
);
create index draft_order on exchange.draft (run, kind, seq);

-- What each source has said, as it said it, and the hash of what we made of it: a record whose hash
-- has not changed is not landed again. `seen_run` is the last run that had it.
create table exchange.source_record (
  source       text not null,
  kind         text not null,
  record_id    uuid not null,
  source_id    text not null,
  hash         bytea not null,
  raw          text not null,
  source_url   text,
  fetched_at   timestamptz not null,
  seen_run     bigint not null,
  withdrawn_at timestamptz,
  primary key (source, kind, record_id)
);
create index source_record_id on exchange.source_record (record_id);

-- What is wrong in a feed, for whoever owns it. Only the first of each type are kept per run; their
-- number is in import_run.notices.
create table exchange.notice (
  run      bigint not null references exchange.import_run on delete cascade,
  seq      integer not null,
  type     text not null,
  severity text not null,
  record   text,
  field    text,
  value    text,
  body     jsonb not null,
  primary key (run, seq)
);

-- The table of db-scheduler 16 (its postgresql_tables.sql), under our roof.
create table exchange.scheduled_tasks (
  task_name            text not null,
  task_instance        text not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on exchange.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on exchange.scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority
  on exchange.scheduled_tasks (priority desc, execution_time asc);
