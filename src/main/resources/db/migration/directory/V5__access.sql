-- A service tells how one gets in and how else than at a place it is given; a location, whether its
-- position is only the middle of its town.
update directory.service
   set feed = feed || '{"access": [], "deliveries": []}', body = body || '{"access": [], "deliveries": []}';
update directory.location
   set feed = feed || '{"approximate": false}', body = body || '{"approximate": false}';
