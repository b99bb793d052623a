-- Times that are told of together: whose they are, who else is told, what is asked.
create table feedback.round (
  id            uuid primary key,
  organization  uuid not null,
  partners      uuid[] not null,
  about         uuid,
  title         jsonb not null,
  asks_more     boolean not null,
  learnt        text[] not null,
  asks_words    boolean not null,
  state         text not null check (state in ('open', 'summarised', 'reviewed')),
  locked        boolean not null default false,
  again         int not null default 0,
  figures       jsonb,
  summarised_on date,
  decision      text check (decision in ('continue', 'change', 'end')),
  minutes       text not null default '' check (length(minutes) <= 4000),
  published     boolean not null default false,
  check ((state = 'open') = (figures is null)),
  check ((state = 'open') = (summarised_on is null)),
  check ((state = 'reviewed') = (decision is not null)),
  check (not published or state <> 'open')
);
comment on column feedback.round.about is 'what it is about, such as an event; null when nothing here';
comment on column feedback.round.locked is 'somebody has answered: what was asked of whom stays';
comment on column feedback.round.again is 'how many answers came from a phone that had answered before';
comment on column feedback.round.figures is 'what may be shown, counted once; what is too small is not in it';
create index round_organization on feedback.round (organization);
create index round_partners on feedback.round using gin (partners);

-- One visit or time, and the way to its questions: one for all who were there.
create table feedback.sitting (
  id           uuid primary key,
  round        uuid not null references feedback.round on delete cascade,
  organization uuid not null,
  title        jsonb not null,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  token        text not null unique,
  check (ends_at >= starts_at),
  unique (round, starts_at)
);
create index sitting_round on feedback.sitting (round);

-- One answer, until its round is summarised: no name, no phone, no address and no time. It never
-- changes, and only the house reads it, to count.
create table feedback.answer (
  id      uuid primary key,
  round   uuid not null references feedback.round on delete cascade,
  sitting uuid not null references feedback.sitting,
  lang    text not null check (lang in ('fi', 'sv', 'en')),
  useful  int not null check (useful between 1 and 5),
  more    boolean,
  learnt  text[] not null
);
create index answer_round on feedback.answer (round);
comment on table feedback.answer is 'written, counted and deleted; see the trigger for never changed';

-- Words of the answers, apart from them: of which answer, sitting, language or day is nowhere.
create table feedback.remark (
  id           uuid primary key,
  round        uuid not null references feedback.round on delete cascade,
  organization uuid not null,
  words        text not null check (length(words) <= 500),
  shown        boolean not null default false
);
create index remark_round on feedback.remark (round);
comment on column feedback.remark.shown is 'the owner has read it, and the partners may';

-- Forms that have come in, so that one sent twice counts once; forgotten when the sitting closes.
create table feedback.form (
  id      uuid primary key,
  sitting uuid not null references feedback.sitting on delete cascade
);

-- What people were told when they answered can't become otherwise afterwards.
create function feedback.keep_what_was_asked() returns trigger language plpgsql as
$$ begin
  if old.locked and
     (new.organization, new.partners, new.title, new.asks_more, new.learnt, new.asks_words, new.locked)
     is distinct from
     (old.organization, old.partners, old.title, old.asks_more, old.learnt, old.asks_words, old.locked)
  then
    raise exception 'somebody has answered: what was asked stays as it was';
  end if;
  if old.figures is not null and new.figures is distinct from old.figures then
    raise exception 'figures are counted once';
  end if;
  return new;
end $$;
create trigger keep_what_was_asked before update on feedback.round
  for each row execute function feedback.keep_what_was_asked();

create function feedback.answers_only_to_what_is_locked() returns trigger language plpgsql as
$$ begin
  if tg_op = 'UPDATE' then
    raise exception 'an answer never changes';
  end if;
  if not exists (select from feedback.round where id = new.round and locked and state = 'open') then
    raise exception 'an answer to what could still be changed, or is closed';
  end if;
  return new;
end $$;
create trigger answers_only_to_what_is_locked before insert or update on feedback.answer
  for each row execute function feedback.answers_only_to_what_is_locked();

alter table feedback.round enable row level security;
alter table feedback.round force row level security;
create policy house on feedback.round using (storage.is_house());
create policy own on feedback.round using (organization = any (storage.viewer_organizations()));
create policy partner on feedback.round for select using (
  partners && storage.viewer_organizations()
);

alter table feedback.sitting enable row level security;
alter table feedback.sitting force row level security;
create policy house on feedback.sitting using (storage.is_house());
create policy own on feedback.sitting using (organization = any (storage.viewer_organizations()));
create policy partner on feedback.sitting for select using (
  exists (select from feedback.round r
           where r.id = round and r.partners && storage.viewer_organizations())
);

alter table feedback.answer enable row level security;
alter table feedback.answer force row level security;
create policy house on feedback.answer using (storage.is_house());

alter table feedback.remark enable row level security;
alter table feedback.remark force row level security;
create policy house on feedback.remark using (storage.is_house());
create policy own on feedback.remark using (
  organization = any (storage.viewer_organizations())
  and exists (select from feedback.round r where r.id = round and r.state <> 'open')
);
create policy partner on feedback.remark for select using (
  shown
  and exists (select from feedback.round r
               where r.id = round and r.state <> 'open'
                 and r.partners && storage.viewer_organizations())
);

alter table feedback.form enable row level security;
alter table feedback.form force row level security;
create policy house on feedback.form using (storage.is_house());
