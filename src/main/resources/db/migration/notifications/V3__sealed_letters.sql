-- What waits to be sent is sealed with the house's key, which is in no database (decision 0046).
alter table notifications.letter add column sealed bytea;
alter table notifications.letter add column recipient bytea;
alter table notifications.letter drop constraint letter_check;
alter table notifications.letter add constraint letter_waits
  check ((outcome = 'WAITING') = (coalesce(sealed, '') <> '' or body is not null));
create index letter_recipient on notifications.letter (recipient) where outcome = 'WAITING';
comment on column notifications.letter.body is 'of before it was sealed; null since';
comment on column notifications.letter.recipient is 'a digest of the address, to take back by';
alter table notifications.demo_letter alter column body drop not null;
alter table notifications.demo_letter add column sealed bytea;
alter table notifications.demo_letter add column recipient bytea;
