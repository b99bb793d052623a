-- A family. What its people call it is sealed with the family's own key (room vault).
create table families.family (
  id           uuid primary key,
  nickname     bytea not null,
  municipality text,
  postcode     text not null,
  is_protected boolean not null,
  made_at      timestamptz not null,
  check (not is_protected or (municipality is null and postcode = ''))
);
comment on table families.family is 'of a family whose address is protected no place is kept';

create table families.adult (
  person    uuid primary key,
  family    uuid not null references families.family on delete cascade,
  joined_at timestamptz not null
);
create index on families.adult (family);

create table families.child (
  id         uuid primary key,
  family     uuid not null references families.family on delete cascade,
  nickname   bytea not null,
  birth_year int not null check (birth_year between 1990 and 2100),
  place      int not null
);
comment on column families.child.place is 'the order in which the family tells of them';
create index on families.child (family);

-- Another adult who is asked to come along. A digest of the link's secret.
create table families.invitation (
  digest bytea primary key,
  family uuid not null references families.family on delete cascade,
  until  timestamptz not null
);

-- What an adult lets one organization know for one purpose.
create table families.consent (
  id           uuid primary key,
  person       uuid not null,
  organization uuid not null,
  purpose      text not null check (purpose in ('navigation', 'referral', 'network_member',
                                                'hobby_application')),
  fields       text[] not null check (cardinality(fields) > 0),
  matter       uuid not null,
  wording      int not null,
  lang         text not null check (lang in ('fi', 'sv', 'en')),
  channel      text not null check (channel in ('in_app', 'oral_attested', 'paper')),
  state        text not null check (state in ('requested', 'given', 'refused', 'lapsed',
                                              'withdrawn', 'expired', 'superseded')),
  asked_by     uuid,
  attested_by  uuid,
  asked_at     timestamptz not null,
  decided_at   timestamptz,
  valid_until  timestamptz,
  ended_at     timestamptz,
  digest       bytea unique,
  check ((state = 'given') <= (valid_until is not null and decided_at is not null))
);
comment on column families.consent.matter is 'of the room that asks; an id only';
comment on column families.consent.digest is 'of the secret in the letter''s link';
create index on families.consent (person);
create index on families.consent (matter);
create index on families.consent (organization) where state = 'given';
create unique index consent_stands on families.consent (person, organization, purpose, matter)
  where state in ('requested', 'given');

alter table families.family enable row level security;
alter table families.family force row level security;
create policy house on families.family using (storage.is_house());
create policy own on families.family for select using (
  exists (select from families.adult a where a.family = id and a.person = storage.viewer())
);

alter table families.adult enable row level security;
alter table families.adult force row level security;
create policy house on families.adult using (storage.is_house());
create policy own on families.adult for select using (person = storage.viewer());

alter table families.child enable row level security;
alter table families.child force row level security;
create policy house on families.child using (storage.is_house());
create policy own on families.child for select using (
  exists (select from families.adult a where a.family = child.family
                                         and a.person = storage.viewer())
);

alter table families.invitation enable row level security;
alter table families.invitation force row level security;
create policy house on families.invitation using (storage.is_house());

alter table families.consent enable row level security;
alter table families.consent force row level security;
create policy house on families.consent using (storage.is_house());
create policy own on families.consent for select using (person = storage.viewer());
create policy named on families.consent for select using (
  state = 'given' and organization = any (storage.viewer_organizations())
);
