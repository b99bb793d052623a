-- Who asks, as ViewerTransactions told at the start of this transaction. Policies of the closed
-- tables in all rooms are written with these. Outside a transaction, or without a viewer, they are
-- null and empty, and nothing closed is seen.

create function storage.viewer() returns uuid
  language sql stable as
$$ select nullif(current_setting('rinnalla.person', true), '')::uuid $$;

create function storage.viewer_organizations() returns uuid[]
  language sql stable as
$$ select coalesce(nullif(current_setting('rinnalla.organizations', true), ''), '{}')::uuid[] $$;

create function storage.viewer_has(task text) returns boolean
  language sql stable as
$$ select task = any(coalesce(nullif(current_setting('rinnalla.tasks', true), ''), '{}')::text[]) $$;

create function storage.is_house() returns boolean
  language sql stable as
$$ select coalesce(current_setting('rinnalla.house', true), '') = 'on' $$;
