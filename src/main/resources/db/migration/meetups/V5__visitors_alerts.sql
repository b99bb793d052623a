-- What somebody told who isn't signed in. Nothing is kept of who it was: that one of them counts once
-- a day is remembered in memory alone.
alter table meetups.alert add column visitor boolean not null default false;
comment on column meetups.alert.visitor is 'told without signing in; the reporter is nobody';
