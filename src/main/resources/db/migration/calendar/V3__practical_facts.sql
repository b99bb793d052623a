-- The practical facts have grown by the snack, its price and whom one meets.
update calendar.event
   set feed = jsonb_set(feed, '{facts}',
         '{"snack": {}, "snackPrice": null, "whoYouMeet": {}}'::jsonb || (feed -> 'facts')),
       body = jsonb_set(body, '{facts}',
         '{"snack": {}, "snackPrice": null, "whoYouMeet": {}}'::jsonb || (body -> 'facts'));
