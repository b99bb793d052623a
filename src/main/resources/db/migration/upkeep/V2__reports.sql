-- What visitors told: that something is wrong on a page, or missing. Who told it is nowhere.
create table upkeep.report (
  id                uuid primary key,
  kind              text not null
                    check (kind in ('service', 'event', 'place', 'organization', 'suggestion')),
  record            uuid,
  organization      uuid,
  areas             text[] not null,
  what              text not null,
  words             text,
  reported_at       timestamptz not null,
  state             text not null
                    check (state in ('open', 'forwarded', 'mended', 'correct', 'improper')),
  settled_at        timestamptz,
  settled_by        uuid,
  settled_in_region boolean,
  check ((kind = 'suggestion') = (record is null)),
  check ((state in ('open', 'forwarded')) = (settled_at is null)),
  check ((settled_at is null) = (settled_by is null))
);
comment on column upkeep.report.organization is 'whose listing it is about; null when nobody''s';
comment on column upkeep.report.areas is 'where that is: whose staff it is shown to';
comment on column upkeep.report.words is 'erased some time after it was settled';
create index report_organization on upkeep.report (organization) where settled_at is null;
create index report_areas on upkeep.report using gin (areas);
create index report_record on upkeep.report (record);
create index report_settled on upkeep.report (settled_at) where words is not null;

alter table upkeep.report enable row level security;
alter table upkeep.report force row level security;
create policy house on upkeep.report using (storage.is_house());
create policy own on upkeep.report for select using (
  organization = any (storage.viewer_organizations())
);
create policy own_settle on upkeep.report for update using (
  organization = any (storage.viewer_organizations())
);
create policy region on upkeep.report for select using (storage.viewer_has('region'));
create policy region_settle on upkeep.report for update using (storage.viewer_has('region'));

-- When each moderator last looked after an area: where nobody has for long, publishing waits.
create table upkeep.moderator (
  person  uuid not null,
  area    text not null,
  seen_at timestamptz not null,
  primary key (person, area)
);

alter table upkeep.moderator enable row level security;
alter table upkeep.moderator force row level security;
create policy house on upkeep.moderator using (storage.is_house());
create policy region on upkeep.moderator for select using (storage.viewer_has('region'));
create policy own on upkeep.moderator using (
  person = storage.viewer() and storage.viewer_has('region')
);
