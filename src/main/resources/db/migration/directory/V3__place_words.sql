-- By what people look for a place: its name and its address, in every language.
create function directory.place_words(place jsonb) returns text language sql immutable as $$
  select lower(concat_ws(' ',
    place #>> '{name,fi}', place #>> '{name,sv}', place #>> '{name,en}',
    place #>> '{alternateName,fi}', place #>> '{alternateName,sv}',
    place #>> '{addresses,0,address1,fi}', place #>> '{addresses,0,address1,sv}',
    place #>> '{addresses,0,postalCode}',
    place #>> '{addresses,0,city,fi}', place #>> '{addresses,0,city,sv}'))
$$;
