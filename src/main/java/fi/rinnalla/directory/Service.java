package fi.rinnalla.directory;

import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Money;
import fi.rinnalla.vocabulary.Text;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A help one can get: HSDS `service` (palvelu). A one-off happening is not a service but an event
/// of the calendar, however much feeds like to say "a service of one day" (HSDS issue 493).
public record Service(
    ServiceId id,
    OrganizationId organization,
    Text name,
    Text alternateName,
    Text summary,
    Text description,
    PracticalFacts facts,
    Text eligibility,
    Text applicationProcess,
    /// How one gets in; empty when nobody has told.
    Set<Access> access,
    /// How else than at a place it is given.
    Set<Delivery> deliveries,
    Text fees,
    Text alert,
    @Nullable String url,
    @Nullable String email,
    Status status,
    AgeRange ages,
    List<String> languages,
    List<CostOption> costs,
    List<TermCode> terms,
    List<AreaCode> areas,
    List<Text> requiredDocuments,
    List<Capacity> capacities,
    List<Phone> phones,
    List<Contact> contacts,
    List<Schedule> schedules,
    Verification verification)
    implements DirectoryRecord {

  public Service {
    access = Collections.unmodifiableSet(new TreeSet<>(access));
    deliveries = Collections.unmodifiableSet(new TreeSet<>(deliveries));
    languages = List.copyOf(languages);
    costs = List.copyOf(costs);
    terms = List.copyOf(terms);
    areas = List.copyOf(areas);
    requiredDocuments = List.copyOf(requiredDocuments);
    capacities = List.copyOf(capacities);
    phones = List.copyOf(phones);
    contacts = List.copyOf(contacts);
    schedules = List.copyOf(schedules);
  }

  @Override
  public UUID uuid() {
    return id.value();
  }

  @Override
  public Text title() {
    return name;
  }

  /// Free for certain: a price is told and it is nought. Silence about the price is not "free".
  public boolean isFree() {
    return !costs.isEmpty()
        && costs.stream().allMatch(cost -> cost.amount() != null && cost.amount().isFree());
  }

  /// HSDS `service.status`.
  public enum Status {
    ACTIVE,
    INACTIVE,
    DEFUNCT,
    TEMPORARILY_CLOSED;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public static Optional<Status> find(String code) {
      for (Status status : values()) {
        if (status.code().equals(code.strip().toLowerCase(Locale.ROOT).replace('_', ' '))) {
          return Optional.of(status);
        }
      }
      return Optional.empty();
    }

    /// Whether families should find it.
    public boolean isShown() {
      return this == ACTIVE || this == TEMPORARILY_CLOSED;
    }
  }

  /// The ways in, where HSDS has only the prose of `application_process`.
  public enum Access {
    /// One just comes.
    WALK_IN,
    BOOKING,
    PHONE,
    /// Somebody else sends one on, such as the clinic.
    REFERRAL;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Access> find(String code) {
      return Stream.of(values()).filter(it -> it.code().equals(code.strip())).findFirst();
    }
  }

  /// Where there is no place to go to.
  public enum Delivery {
    /// At the family's home.
    HOME,
    PHONE,
    ONLINE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Delivery> find(String code) {
      return Stream.of(values()).filter(it -> it.code().equals(code.strip())).findFirst();
    }
  }

  /// HSDS `cost_option`.
  public record CostOption(@Nullable Money amount, Text option) {}

  /// HSDS 3.1 `service_capacity` with its `unit`: some activities have more comers than places,
  /// others too few because nobody knows (seed 004).
  public record Capacity(Text unit, int available, @Nullable Integer maximum, LocalDate updated) {}
}
