package fi.rinnalla.identity;

/// What a person was trusted with; always held for an organization or an area, but for the first
/// two, which come by themselves. The list is the house's one list of roles.
public enum Role {
  /// Whoever opens a page.
  VISITOR(Level.NONE),
  /// Whoever has signed in.
  PARENT(Level.WEAK),
  /// Answers families at an organization's desk; keeps no listings.
  ADVISER(Level.STRONG),
  /// Keeps an organization's listings.
  ORG_EDITOR(Level.WEAK),
  /// An editor who may also invite others and let them go.
  ORG_OWNER(Level.WEAK),
  /// Looks after a region's quality; reads no case.
  REGION_ADMIN(Level.STRONG),
  /// Reads who did what, never the content.
  AUDITOR(Level.STRONG);

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
