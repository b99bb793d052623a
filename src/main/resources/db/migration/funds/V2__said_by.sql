-- Everybody who has said a word of an application, also one that was asked for anew afterwards: none
-- of them decides on it.
alter table funds.application add column said_by uuid[] not null default '{}';
update funds.application set said_by = array[recommender]
 where recommender is not null and recommended is not null;
