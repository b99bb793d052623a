-- What keeps repeating events true; the columns are those of directory/V2.
alter table calendar.event add landed_at timestamptz, add vouched_on date,
  add vouched_method text, add ended_at timestamptz, add freshness text not null default 'FRESH';
update calendar.event set landed_at = changed_at;
alter table calendar.event alter landed_at set not null;
create index event_aged on calendar.event (freshness) where freshness <> 'FRESH';
