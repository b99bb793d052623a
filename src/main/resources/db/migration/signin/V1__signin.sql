-- Only a digest is kept: whoever reads this table can't sign in with it.
create table signin.link (
  digest    bytea primary key,
  email     text not null,
  browser   bytea not null,
  back_to   text not null,
  expires_at timestamptz not null
);
create index on signin.link (expires_at);

alter table signin.link enable row level security;
alter table signin.link force row level security;
create policy house on signin.link using (storage.is_house());

-- Spring Session 4.1, schema-postgresql.sql, in this room's schema. What a session holds is who
-- signed in, how and when; no page's content.
create table signin.session (
  primary_id            char(36) not null primary key,
  session_id            char(36) not null unique,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
create index on signin.session (expiry_time);
create index on signin.session (principal_name);
create table signin.session_attributes (
  session_primary_id char(36) not null references signin.session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);
