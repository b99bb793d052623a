-- An event and its rule, which is the truth; the occurrences are made from it some 15 months ahead.
--   feed       what the source said; body = feed with the editor's overrides laid over it
create table calendar.event (
  id              uuid primary key,
  slug            text not null unique,
  tail            text not null,
  source          text not null,
  organization_id uuid,
  location_id     uuid,
  service_id      uuid,
  feed            jsonb not null,
  overrides       jsonb not null default '{}',
  body            jsonb not null,
  made_until      date not null,
  changed_at      timestamptz not null,
  withdrawn_at    timestamptz
);
create index event_tail on calendar.event (tail);
create index event_organization on calendar.event (organization_id);
create index event_location on calendar.event (location_id);
create index event_service on calendar.event (service_id);
create index event_made_until on calendar.event (made_until) where withdrawn_at is null;

-- One time that an event is held. recurrence_id is the local start the rule gave it (RFC 5545
-- §3.8.4.4), which stays when this one time is moved.
create table calendar.occurrence (
  event_id      uuid not null references calendar.event,
  recurrence_id timestamp not null,
  starts_at     timestamptz not null,
  ends_at       timestamptz not null,
  status        text not null,
  body          jsonb,
  primary key (event_id, recurrence_id)
);
create index occurrence_starts on calendar.occurrence (starts_at);

create table calendar.change (
  seq  bigint generated always as identity primary key,
  tx   xid8 not null default pg_current_xact_id(),
  kind text not null,
  id   uuid not null,
  at   timestamptz not null
);
create index change_order on calendar.change (tx, seq);
