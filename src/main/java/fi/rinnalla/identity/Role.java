package fi.rinnalla.identity;

import java.util.Set;

/// What a person was trusted with; always held for an organization or an area, but for the first
/// two, which come by themselves. The list is the house's one list of roles.
public enum Role {
  /// Whoever opens a page.
  VISITOR(Level.NONE),
  /// Whoever has signed in.
  PARENT(Level.WEAK),
  /// Answers families at an organization's desk; keeps no listings.
  ADVISER(Level.STRONG),
  /// Walks families to the right help, in an organization's team; keeps no listings.
  NAVIGATOR(Level.STRONG),
  /// Teacher, nurse, librarian: asks for help together with a family.
  PROFESSIONAL(Level.STRONG),
  /// Takes the one call for an area and assembles the network.
  LUURI_WORKER(Level.STRONG),
  /// Decides on the support of children's hobbies for an organization's funds.
  HOBBY_HANDLER(Level.STRONG),
  /// Keeps an organization's listings.
  ORG_EDITOR(Level.WEAK),
  /// An editor who may also invite others and let them go.
  ORG_OWNER(Level.WEAK),
  /// Looks after a region's quality; reads no case.
  REGION_ADMIN(Level.STRONG),
  /// Reads who did what, never the content.
  AUDITOR(Level.STRONG);

  /// Those who keep an organization's pages; whoever else works for it sees none of its drafts.
  public static final Set<Role> KEEPERS = Set.of(ORG_EDITOR, ORG_OWNER);

  private final Level needs;

  Role(Level needs) {
    this.needs = needs;
  }

  /// The sign-in it takes for the role to count (OWASP ASVS 5.0, 6.3.6: e-mail alone is not for
  /// staff).
  public Level needs() {
    return needs;
  }
}
