-- Where two records tell of one thing, one of them stands for both (docs/decisions/0026).
--   replaced_by  the one that stands for this one, since a person said that they are the same
--   replaced_at  since when that has been in force; null while the source of the other is without it
alter table directory.organization add replaced_by uuid, add replaced_at timestamptz,
  add check (replaced_by <> id), add check (replaced_at is null or replaced_by is not null);
alter table directory.location add replaced_by uuid, add replaced_at timestamptz,
  add check (replaced_by <> id), add check (replaced_at is null or replaced_by is not null);
alter table directory.service add replaced_by uuid, add replaced_at timestamptz,
  add check (replaced_by <> id), add check (replaced_at is null or replaced_by is not null);
-- A service at a place that has come to be the same as another by what it points at.
alter table directory.service_at_location add replaced_by uuid, add replaced_at timestamptz,
  add check (replaced_by <> id), add check (replaced_at is null or replaced_by is not null);

create index organization_replaced on directory.organization (replaced_by) where replaced_by is not null;
create index location_replaced on directory.location (replaced_by) where replaced_by is not null;
create index service_replaced on directory.service (replaced_by) where replaced_by is not null;
create index service_at_location_replaced on directory.service_at_location (replaced_by)
  where replaced_by is not null;
