package fi.rinnalla.families;

import fi.rinnalla.families.Consent.Disclosed;
import fi.rinnalla.identity.People;
import fi.rinnalla.identity.Person;
import fi.rinnalla.identity.PersonId;
import fi.rinnalla.storage.HouseWork;
import fi.rinnalla.vocabulary.AreaCode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What may be known of a person by somebody else: as much as a consent that holds at this moment
/// says, and no field more.
@Component
public class Disclosure {
  private final ConsentRows consents;
  private final FamilyRows families;
  private final People people;
  private final HouseWork house;
  private final Clock clock;

  Disclosure(
      ConsentRows consents, FamilyRows families, People people, HouseWork house, Clock clock) {
    this.consents = consents;
    this.families = families;
    this.people = people;
    this.house = house;
    this.clock = clock;
  }

  /// What is known by a consent.
  ///
  /// @param name what they wish to be called; empty when it mustn't be known or isn't told
  /// @param municipality null when it mustn't be known or isn't told
  /// @param children none when they mustn't be known or aren't told
  public record Known(
      Set<Disclosed> fields,
      String name,
      @Nullable AreaCode municipality,
      String postcode,
      List<Child> children) {
    public Known {
      fields = Set.copyOf(fields);
      children = List.copyOf(children);
    }

    public boolean has(Disclosed field) {
      return fields.contains(field);
    }

    /// Says nothing of anybody.
    @Override
    public String toString() {
      return "what is known of a family";
    }
  }

  /// Nothing when the consent doesn't hold. The asking room has opened its gate to whoever reads.
  @Transactional(readOnly = true)
  public Optional<Known> by(ConsentId consent) {
    return house.step(() ->
        consents
            .find(consent)
            .filter(it -> it.isGiven(clock.instant()))
            .map(it -> known(it.person(), it.fields())));
  }

  private Known known(PersonId person, Set<Disclosed> fields) {
    Optional<Family> family = families.of(person).flatMap(families::find);
    boolean area = fields.contains(Disclosed.AREA);
    return new Known(
        fields,
        fields.contains(Disclosed.NAME)
            ? people
                .find(person)
                .map(Person::name)
                .filter(it -> !it.isEmpty())
                .or(() -> family.map(Family::nickname))
                .orElse("")
            : "",
        area ? family.map(Family::municipality).orElse(null) : null,
        area ? family.map(Family::postcode).orElse("") : "",
        fields.contains(Disclosed.CHILDREN)
            ? family.map(Family::children).orElse(List.of())
            : List.of());
  }
}
