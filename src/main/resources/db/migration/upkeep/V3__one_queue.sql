-- What an organization tells to be wrong goes to the same queue as what visitors tell.
insert into upkeep.report (id, kind, record, organization, areas, what, words, reported_at, state)
select id, record, record_id, organization, '{FI}', 'by_organization', words, at, 'open'
  from upkeep.remark;
drop table upkeep.remark;
