-- Who doesn't answer is marked, and another can be asked in their place; a meeting is agreed on.
alter table networks.member drop constraint member_state_check;
alter table networks.member add constraint member_state_check
  check (state in ('invited', 'joined', 'declined', 'left', 'removed_by_family', 'no_answer',
                   'replaced'));
alter table networks.member drop constraint member_network_function_key;
create unique index member_function on networks.member (network, function)
  where state <> 'replaced';
create index member_silent on networks.member (invited_at) where state = 'invited';

alter table networks.network add column meets_at timestamptz;
alter table networks.network add column meets_where bytea;
comment on column networks.network.meets_where is 'sealed: it may be where the family lives';
