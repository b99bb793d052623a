-- What is said in a talk is sealed with the talk's own key, which is in a file and never in here
-- (decision 0042). A talk that goes on while the house is updated ends: its words were not sealed.
delete from advice.chat;

alter table advice.message drop column body, drop column card;
alter table advice.message add column body bytea not null;
alter table advice.message add column card bytea;
alter table advice.message add check (octet_length(body) <= 9000);
alter table advice.message add check ((kind = 'card') = (card is not null));

alter table advice.chat drop column note;
alter table advice.chat add column note bytea not null default '';
alter table advice.chat add column begun_by bytea not null default '';
comment on column advice.chat.note is 'what one adviser tells the next; never shown to the visitor';
comment on column advice.chat.begun_by is 'the digest of the connection, sealed like the words: for a bar alone';

-- Digests of connections that may begin no talk today. The key of the digests is in a file that is
-- destroyed the day after.
create table advice.bar (
  day    date not null,
  digest text not null,
  primary key (day, digest)
);
alter table advice.bar enable row level security;
alter table advice.bar force row level security;
create policy house on advice.bar using (storage.is_house());
