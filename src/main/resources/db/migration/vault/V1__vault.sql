-- Persons' keys, each wrapped by the master key of an epoch; master keys are outside the database.
-- A row opens nothing by itself, and which sealed words one may see is ruled where they are.
create table vault.key (
  subject uuid primary key,
  epoch   text not null,
  wrapped bytea not null,
  made_at timestamptz not null
);
create index on vault.key (epoch);
alter table vault.key enable row level security;
alter table vault.key force row level security;
create policy everyone on vault.key using (true);

-- Whom the house has forgotten: ids that lead nowhere.
create table vault.erased (
  receipt          uuid primary key,
  subject          uuid not null,
  erased_at        timestamptz not null,
  unreadable_after date not null,
  listed           boolean not null default false
);
comment on column vault.erased.receipt is 'what the person may show';
comment on column vault.erased.listed is 'whether the file beside the master keys has it too';
create index on vault.erased (subject);
alter table vault.erased enable row level security;
alter table vault.erased force row level security;
create policy house on vault.erased using (storage.is_house());
