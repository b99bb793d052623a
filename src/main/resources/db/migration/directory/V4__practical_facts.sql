-- A service has the same practical facts as an event; what happens when one comes is one of them.
create function directory.with_facts(service jsonb) returns jsonb language sql immutable as $$
  select (service - 'howItGoes') || jsonb_build_object('facts', jsonb_build_object(
    'door', '{}'::jsonb, 'floor', null, 'prams', '{}'::jsonb,
    'howItGoes', coalesce(service -> 'howItGoes', '{}'::jsonb),
    'snack', '{}'::jsonb, 'snackPrice', null, 'whoYouMeet', '{}'::jsonb, 'features', '[]'::jsonb))
$$;
update directory.service
   set feed = directory.with_facts(feed),
       body = directory.with_facts(body),
       overrides = case when overrides ? 'howItGoes'
         then (overrides - 'howItGoes')
              || jsonb_build_object('facts', jsonb_build_object('howItGoes', overrides -> 'howItGoes'))
         else overrides end;
drop function directory.with_facts(jsonb);
