-- What somebody asked, what they were answered and where the answer goes are sealed with the
-- question's own key in the vault, which goes with the question (decision 0042). Rows of before are
-- sealed when the house starts.
alter table advice.question add column sealed_body bytea;
alter table advice.question add column sealed_answer bytea;
alter table advice.question add column sealed_email bytea;
alter table advice.question alter column body drop not null;
alter table advice.question alter column answer drop not null;
alter table advice.question drop constraint question_check;
alter table advice.question add check (
  reply = 'link' or email is not null or sealed_email is not null or answered_at is not null);
alter table advice.question add check (sealed_body is not null or body is not null);
comment on column advice.question.body is 'of before it was sealed; null since';
comment on column advice.question.answer is 'of before it was sealed; null since';
comment on column advice.question.email is 'of before it was sealed; null since';
comment on column advice.question.sealed_email is 'gone as soon as the answer has left';
