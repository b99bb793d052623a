-- How often an address was written to because somebody, who may be anybody, typed it in: a digest,
-- for a day. Whatever the asking rooms forget, this isn't forgotten with it.
create table notifications.asked (
  recipient bytea not null,
  at        timestamptz not null
);
create index on notifications.asked (recipient, at);
create index on notifications.asked (at);
alter table notifications.asked enable row level security;
alter table notifications.asked force row level security;
create policy house on notifications.asked using (storage.is_house());
