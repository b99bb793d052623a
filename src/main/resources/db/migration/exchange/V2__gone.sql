-- The last run whose feed has said by itself that the record is no more, where the feed tells only of
-- changes and what is missing from it says nothing.
alter table exchange.source_record add column gone_run bigint;
