-- Also those who work with families may be asked: advisers, navigators and others.
alter table workspace.invitation drop constraint invitation_role_check;
alter table workspace.invitation add constraint invitation_role_check check (
  role in ('ORG_EDITOR', 'ORG_OWNER', 'ADVISER', 'NAVIGATOR', 'PROFESSIONAL', 'HOBBY_HANDLER')
);
