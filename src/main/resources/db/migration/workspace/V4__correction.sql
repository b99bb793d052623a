-- Who corrected what a feed says, and when. What it was corrected to lies over the record itself, in
-- the directory or the calendar, where every later import leaves it.
create table workspace.correction (
  record       uuid not null,
  field        text not null,
  organization uuid,
  corrected_at timestamptz not null,
  corrected_by uuid not null,
  primary key (record, field)
);
comment on column workspace.correction.organization is 'whose record it is, if an organization''s';

alter table workspace.correction enable row level security;
alter table workspace.correction force row level security;
create policy house on workspace.correction using (storage.is_house());
create policy own on workspace.correction
  using (organization = any (storage.viewer_organizations()));
create policy region on workspace.correction using (storage.viewer_has('region'));
