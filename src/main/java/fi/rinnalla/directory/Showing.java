package fi.rinnalla.directory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether a record may be shown now. Its own page tells what is old or gone as such; whatever
/// leaves the page, such as a card, a poster or a file, shows only what is found.
@Component
public class Showing {
  private final Directory directory;
  private final FreshnessRule rule;

  Showing(Directory directory, FreshnessRule rule) {
    this.directory = directory;
    this.rule = rule;
  }

  /// Whether it is there, is given, and somebody has vouched for it in good time.
  public boolean isShown(Listing<? extends DirectoryRecord> listing) {
    boolean given = !(listing.record() instanceof Service service) || service.status().isShown();
    return given && !listing.isWithdrawn() && freshness(listing).isFound();
  }

  /// How fresh it is today, by what sort of body answers for it.
  public Freshness freshness(Listing<? extends DirectoryRecord> listing) {
    return rule.now(kind(listing.record()), listing.since());
  }

  /// What sort of body an organization is; null when none is told, or it isn't known.
  public @Nullable OrganizationKind kind(@Nullable OrganizationId organization) {
    return Optional.ofNullable(organization)
        .flatMap(directory::find)
        .map(it -> it.record().organizationKind())
        .orElse(null);
  }

  private @Nullable OrganizationKind kind(DirectoryRecord record) {
    return switch (record) {
      case Organization it -> it.organizationKind();
      case Service it -> kind(it.organization());
      case Location it -> kind(it.organization());
      case ServiceAtLocation it ->
          directory.find(it.service()).map(Listing::record).map(this::kind).orElse(null);
    };
  }
}
