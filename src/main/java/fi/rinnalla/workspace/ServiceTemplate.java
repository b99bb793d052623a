package fi.rinnalla.workspace;

import fi.rinnalla.directory.Service;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The common kinds of service, each with the themes and the ways in that most of them have.
public enum ServiceTemplate {
  FAMILY_COUNSELLING(List.of("parenting", "mind"), Service.Access.BOOKING, Service.Access.PHONE),
  OPEN_DAYCARE(List.of("meeting-others", "play-and-outdoors"), Service.Access.WALK_IN),
  SUPPORT_PERSON(List.of("loneliness"), Service.Access.PHONE, Service.Access.REFERRAL),
  CHILDCARE_HELP(List.of("baby-life", "parenting"), Service.Access.BOOKING),
  PEER_GROUP(List.of("meeting-others"), Service.Access.BOOKING),
  FOOD_AND_GOODS(List.of("money"), Service.Access.WALK_IN),
  OTHER(List.of());

  private final List<String> themes;
  private final List<Service.Access> access;

  ServiceTemplate(List<String> themes, Service.Access... access) {
    this.themes = themes;
    this.access = List.of(access);
  }

  /// What is chosen to begin with.
  public Sheet begin() {
    return Sheet.EMPTY
        .with(Field.KIND, code())
        .with(Field.CATEGORIES, String.join(",", themes))
        .with(Field.ACCESS, String.join(",", access.stream().map(Service.Access::code).toList()));
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ServiceTemplate> find(String code) {
    for (ServiceTemplate one : values()) {
      if (one.code().equals(code)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
