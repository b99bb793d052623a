-- Passkeys (WebAuthn Level 3, 4 "credential record"). A public key opens nothing by itself, but who
-- has which keys is theirs. The person's id is the user handle: random, so it tells nothing.
create table signin.passkey (
  credential       text primary key,
  person           uuid not null,
  label            text not null,
  public_key       bytea not null,
  signature_count  bigint not null,
  verified_user    boolean not null,
  backup_eligible  boolean not null,
  backed_up        boolean not null,
  transports       text not null,
  attestation      bytea,
  attestation_data bytea,
  added_at         timestamptz not null,
  used_at          timestamptz
);
comment on column signin.passkey.credential is 'base64url, as the browser names it';
create index on signin.passkey (person);

alter table signin.passkey enable row level security;
alter table signin.passkey force row level security;
create policy house on signin.passkey using (storage.is_house());
create policy own on signin.passkey for select using (person = storage.viewer());

-- An invitation is a link that another browser than the inviter's opens.
alter table signin.link alter column browser drop not null;
comment on column signin.link.browser is 'null in an invitation, which any browser may open';

-- A person's account at somebody's identity provider: never its subject, only a keyed digest whose
-- key lies in the data folder.
create table signin.outside (
  issuer    text not null,
  subject   bytea not null,
  person    uuid not null,
  linked_at timestamptz not null,
  used_at   timestamptz,
  primary key (issuer, subject)
);
create index on signin.outside (person);

alter table signin.outside enable row level security;
alter table signin.outside force row level security;
create policy house on signin.outside using (storage.is_house());
create policy own on signin.outside for select using (person = storage.viewer());
