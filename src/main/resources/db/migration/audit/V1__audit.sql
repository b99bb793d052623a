-- What was done to closed records, by whom. Ids only: no words of a record, no address, no query.
create table audit.entry (
  seq       bigint primary key,
  at        timestamptz not null,
  actor     uuid,
  role      text not null,
  action    text not null,
  record    text not null,
  record_id text not null,
  subject   uuid,
  basis     text not null,
  hash      bytea not null
);
comment on table audit.entry is 'append-only: the role of the house may read and add';
create index on audit.entry (subject, seq) where subject is not null;
create index on audit.entry (actor, seq) where actor is not null;
create index on audit.entry (record, record_id, seq);

-- The end of the chain. Its row is held while an entry is added, so entries stand one after another.
create table audit.head (
  one_row boolean primary key default true check (one_row),
  seq  bigint not null,
  hash bytea  not null
);
insert into audit.head (seq, hash) values (0, '\x00');

-- Not even the owner changes what was written, unless triggers are switched off on purpose; and then
-- the chain tells.
create function audit.refuse() returns trigger language plpgsql as
$$ begin raise exception 'the audit log is only added to'; end $$;
create trigger added_only before update or delete on audit.entry
  for each row execute function audit.refuse();
create trigger never_emptied before truncate on audit.entry
  for each statement execute function audit.refuse();

alter table audit.entry enable row level security;
alter table audit.entry force row level security;
create policy add on audit.entry for insert with check (true);
create policy see on audit.entry for select using (
  storage.is_house()
  or storage.viewer_has('auditor')
  or subject = storage.viewer()
  or actor = storage.viewer()
);
