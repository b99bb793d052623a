-- Where two events are one, one of them stands for both; the columns are those of directory/V6.
alter table calendar.event add replaced_by uuid, add replaced_at timestamptz,
  add check (replaced_by <> id), add check (replaced_at is null or replaced_by is not null);
create index event_replaced on calendar.event (replaced_by) where replaced_by is not null;
