-- Letters that wait, and what became of them. Everything that tells whom a letter was for and what
-- it said is erased when it has left or was given up; the hash of its key stays for a while, so that
-- the same letter isn't sent twice.
create table notifications.letter (
  id          uuid primary key,
  key_hash    bytea not null unique,
  urgency     text not null,
  body        jsonb,
  written_at  timestamptz not null,
  due_at      timestamptz not null,
  give_up_at  timestamptz not null,
  tries       integer not null default 0,
  outcome     text not null default 'WAITING' check (outcome in ('WAITING', 'SENT', 'FAILED')),
  finished_at timestamptz,
  check ((outcome = 'WAITING') = (body is not null)),
  check ((outcome = 'WAITING') = (finished_at is null))
)
-- What was erased is also swept from the pages of the table soon, not at some later time.
with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20);
create index letter_due on notifications.letter (due_at) where outcome = 'WAITING';
create index letter_finished on notifications.letter (finished_at) where outcome <> 'WAITING';

-- The letters that the demonstration shows on a page instead of sending them.
create table notifications.demo_letter (
  id       uuid primary key,
  body     jsonb not null,
  shown_at timestamptz not null
);

alter table notifications.letter enable row level security;
alter table notifications.letter force row level security;
create policy house on notifications.letter using (storage.is_house());
alter table notifications.demo_letter enable row level security;
alter table notifications.demo_letter force row level security;
create policy house on notifications.demo_letter using (storage.is_house());
