-- To whom a link was sent, sealed with the house's key, and found by a digest (decision 0046).
alter table signin.link alter column email drop not null;
alter table signin.link add column sealed_email bytea;
alter table signin.link add column email_digest bytea;
alter table signin.link add check ((email is null) = (sealed_email is not null));
create index on signin.link (email_digest);
comment on column signin.link.email is 'of before it was sealed; null since';
