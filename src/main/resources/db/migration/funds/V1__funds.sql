-- Money that somebody gave for children's hobbies, and the organization that decides on it.
create table funds.fund (
  id              uuid primary key,
  organization    uuid not null,
  name            jsonb not null,
  donor           text not null,
  budget_cents    bigint not null check (budget_cents >= 0),
  committed_cents bigint not null default 0 check (committed_cents between 0 and budget_cents),
  refused_cents   bigint not null default 0 check (refused_cents >= 0),
  youngest        int not null check (youngest between 0 and 25),
  oldest          int not null check (oldest between youngest and 25),
  areas           text[] not null,
  most_cents      int not null check (most_cents > 0),
  made_at         timestamptz not null
);
comment on column funds.fund.committed_cents is 'promised or paid; never more than there is';
comment on column funds.fund.refused_cents is 'what was accepted in principle and had no money';
comment on column funds.fund.most_cents is 'for one child in one year';
create index on funds.fund (organization);

-- When one may apply; both days belong to it.
create table funds.round (
  id     uuid primary key,
  fund   uuid not null references funds.fund on delete cascade,
  opens  date not null,
  closes date not null check (closes >= opens)
);
create index on funds.round (fund);

-- What was promised, for the books: a sum, a club and an invoice. No child and no parent.
create table funds.voucher (
  id          uuid primary key,
  fund        uuid not null references funds.fund,
  digest      bytea not null unique,
  state       text not null check (state in ('voucher_issued', 'redeemed', 'paid', 'expired',
                                             'returned')),
  cents       int not null check (cents > 0),
  club        text not null,
  is_new      boolean not null,
  days        int not null check (days >= 0),
  issued_on   date not null,
  valid_to    date not null check (valid_to >= issued_on),
  ends_on     date not null,
  accepted_by uuid not null,
  invoice     text,
  redeemed_on date,
  paid_by     uuid,
  paid_on     date,
  goes_on     boolean,
  warned      boolean not null default false,
  asked       boolean not null default false,
  check (state <> 'redeemed' or (invoice is not null and redeemed_on is not null)),
  check (state <> 'paid' or (invoice is not null and paid_on is not null and paid_by is not null)),
  check (paid_by <> accepted_by)
);
comment on column funds.voucher.digest is 'of the serial in the link';
comment on column funds.voucher.days is 'from sending to decision';
comment on column funds.voucher.goes_on is 'whether the child goes on, when the term is over';
create index on funds.voucher (fund);
create index on funds.voucher (valid_to) where state = 'voucher_issued';

-- What a parent applies for. The words are sealed with the parent's key (room vault).
create sequence funds.queue;
create table funds.application (
  id             uuid primary key,
  fund           uuid not null references funds.fund,
  round          uuid not null references funds.round,
  person         uuid not null,
  state          text not null check (state in ('draft', 'submitted',
                   'additional_information_requested', 'additional_information_provided',
                   'recommended', 'accepted', 'rejected', 'waitlisted', 'withdrawn',
                   'voucher_issued', 'redeemed', 'paid', 'expired', 'returned')),
  words          bytea not null,
  serial         bytea not null,
  cents          int check (cents > 0),
  starts         date,
  ends           date check (ends >= starts),
  is_new         boolean not null default false,
  asked          text[] not null default '{}',
  made_at        timestamptz not null,
  sent_at        timestamptz,
  ended_at       timestamptz,
  recommender    uuid,
  link           bytea unique,
  recommended    text check (recommended in ('need_seen', 'not_now', 'not_known')),
  recommended_at timestamptz,
  decided_by     uuid,
  decided_at     timestamptz,
  granted_cents  int check (granted_cents > 0),
  reason         text check (reason in ('not_in_terms', 'not_recommended', 'no_money',
                                        'not_answered')),
  place          bigint,
  voucher        uuid references funds.voucher on delete set null,
  check (state = 'draft' or sent_at is not null or state = 'withdrawn'),
  check ((state = 'rejected') = (reason is not null)),
  check ((state = 'waitlisted') <= (place is not null and granted_cents is not null)),
  check (state not in ('voucher_issued', 'redeemed', 'paid')
         or (granted_cents is not null and decided_by is not null)),
  check (decided_by <> recommender),
  check (decided_by <> person),
  check (recommender <> person)
);
comment on column funds.application.link is 'digest of the secret in the recommender''s letter';
comment on column funds.application.place is 'the order in which money is offered when there is some again';
create index on funds.application (fund, state);
create index on funds.application (person);
create index on funds.application (recommender) where recommender is not null;

alter table funds.fund enable row level security;
alter table funds.fund force row level security;
create policy house on funds.fund using (storage.is_house());

alter table funds.round enable row level security;
alter table funds.round force row level security;
create policy house on funds.round using (storage.is_house());

alter table funds.voucher enable row level security;
alter table funds.voucher force row level security;
create policy house on funds.voucher using (storage.is_house());

alter table funds.application enable row level security;
alter table funds.application force row level security;
create policy house on funds.application using (storage.is_house());
create policy own on funds.application for select using (person = storage.viewer());
