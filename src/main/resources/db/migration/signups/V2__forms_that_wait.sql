-- Several forms of one address may wait for their letters' links, so that nobody can end a family's
-- own by filling in another with its address. One of them is confirmed, and the others go.
alter table signups.contact drop constraint contact_slot_email_word_key;
create index on signups.contact (slot, email, word);
