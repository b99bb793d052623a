-- Waits are counted by steps, and no sum of seconds is kept: an hour with one talk would tell its wait.
alter table advice.tally drop column amount;

-- Whether something of the directory was shown in the talk, so that it is counted once.
alter table advice.chat add column led boolean not null default false;

-- Whether it was counted that nobody answered in time.
alter table advice.question add column late boolean not null default false;
create index on advice.question (answer_by) where answered_at is null and not late;
