-- Forms offer the public places of a municipality.
create index location_area on directory.location ((body ->> 'area')) where withdrawn_at is null;
