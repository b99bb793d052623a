-- What a person is called and their address, sealed with their key (decision 0046). The address is
-- found by a digest. Rows of before are sealed when the house starts.
alter table identity.person add column sealed_name bytea;
alter table identity.person add column sealed_email bytea;
alter table identity.person add column email_digest bytea unique;
alter table identity.person alter column name drop not null;
comment on column identity.person.name is 'of before it was sealed; null since';
comment on column identity.person.email is 'of before it was sealed; null since';
