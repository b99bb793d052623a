-- What keeps records true (docs/decisions/0018). None of it is touched by an import.
--   landed_at       when the record first came here; a later import doesn't restart its clock
--   vouched_on      when somebody said here that it's still so; wins over an older word of the feed
--   ended_at        somebody who may say so told that it's no more, though the feed still has it
--   freshness       as the change log was last told; what holds now is counted from the dates
alter table directory.organization add landed_at timestamptz, add vouched_on date,
  add vouched_method text, add ended_at timestamptz, add freshness text not null default 'FRESH';
update directory.organization set landed_at = changed_at;
alter table directory.organization alter landed_at set not null;

alter table directory.location add landed_at timestamptz, add vouched_on date,
  add vouched_method text, add ended_at timestamptz, add freshness text not null default 'FRESH';
update directory.location set landed_at = changed_at;
alter table directory.location alter landed_at set not null;

alter table directory.service add landed_at timestamptz, add vouched_on date,
  add vouched_method text, add ended_at timestamptz, add freshness text not null default 'FRESH';
update directory.service set landed_at = changed_at;
alter table directory.service alter landed_at set not null;

-- A service at a location follows its service; the columns are there for the tables to be alike.
alter table directory.service_at_location add landed_at timestamptz, add vouched_on date,
  add vouched_method text, add ended_at timestamptz, add freshness text not null default 'FRESH';
update directory.service_at_location set landed_at = changed_at;
alter table directory.service_at_location alter landed_at set not null;

create index organization_aged on directory.organization (freshness) where freshness <> 'FRESH';
create index location_aged on directory.location (freshness) where freshness <> 'FRESH';
create index service_aged on directory.service (freshness) where freshness <> 'FRESH';
