-- A message is for an address of mail or for a browser: both wait, leave and are erased alike.
alter table notifications.letter
  add column channel text not null default 'email' check (channel in ('email', 'push'));

-- The key by which push services know this house (VAPID, RFC 8292), made once.
create table notifications.push_key (
  one     boolean primary key default true check (one),
  jwk     text not null,
  made_at timestamptz not null
);
alter table notifications.push_key enable row level security;
alter table notifications.push_key force row level security;
create policy house on notifications.push_key using (storage.is_house());
