-- Who was asked to keep an organization's page and hasn't answered. An answer, a withdrawal or the
-- day's end takes the row away: what was done is in the audit log, and the address is nobody's to keep.
create table workspace.invitation (
  id           uuid primary key,
  organization uuid not null,
  email        text not null,
  role         text not null check (role in ('ORG_EDITOR', 'ORG_OWNER')),
  invited_by   uuid not null,
  invited_at   timestamptz not null,
  expires_at   timestamptz not null,
  unique (organization, email)
);
create index on workspace.invitation (email);
comment on column workspace.invitation.email is 'lower-cased';

alter table workspace.invitation enable row level security;
alter table workspace.invitation force row level security;
create policy house on workspace.invitation using (storage.is_house());
create policy own on workspace.invitation
  using (organization = any (storage.viewer_organizations()));

-- Somebody's wish to keep an organization's page, and what became of it.
create table workspace.claim (
  id           uuid primary key,
  organization uuid not null,
  person       uuid not null,
  way          text not null check (way in ('mailbox', 'owners', 'staff')),
  state        text not null check (state in ('open', 'granted', 'refused')),
  words        text not null,
  made_at      timestamptz not null,
  token        bytea unique,
  expires_at   timestamptz,
  decided_at   timestamptz,
  decided_by   uuid,
  reason       text not null default '',
  check ((token is null) = (expires_at is null))
);
comment on column workspace.claim.token is 'a digest, of the link sent to the published address';
comment on column workspace.claim.decided_by is 'null when the published address decided';
create unique index claim_open on workspace.claim (organization, person) where state = 'open';
create index on workspace.claim (person);

alter table workspace.claim enable row level security;
alter table workspace.claim force row level security;
create policy house on workspace.claim using (storage.is_house());
create policy own on workspace.claim for select using (person = storage.viewer());
create policy colleagues on workspace.claim
  using (organization = any (storage.viewer_organizations()));
create policy region on workspace.claim using (storage.viewer_has('region'));
