-- Where no moderator has been for a week, a new picture is out of sight until one has looked at it
-- (decision 0019).
alter table pictures.picture add column awaiting boolean not null default false;
