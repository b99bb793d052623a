package fi.rinnalla.exchange;

import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.OrganizationKind;
import fi.rinnalla.directory.Service;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The closed lists of words in HSDS. A word outside a list is told, and the safest one stands in.
final class HsdsWords {

  private HsdsWords() {}

  static OrganizationKind kind(Reading it) {
    String word = it.node().text("kind");
    if (word == null) {
      return OrganizationKind.OTHER;
    }
    Optional<OrganizationKind> kind = OrganizationKind.find(word.replace(' ', '_'));
    if (kind.isEmpty()) {
      it.sink().notice(new FieldNotice.UnknownWord(it.record(), "kind", word));
    }
    return kind.orElse(OrganizationKind.OTHER);
  }

  static Location.Type type(Reading it) {
    String word = it.node().text("location_type");
    if (word == null) {
      return Location.Type.PHYSICAL;
    }
    for (Location.Type type : Location.Type.values()) {
      if (type.code().equals(word.toLowerCase(Locale.ROOT))) {
        return type;
      }
    }
    it.sink().notice(new FieldNotice.UnknownWord(it.record(), "location_type", word));
    return Location.Type.PHYSICAL;
  }

  /// A word we don't know hides the address: whoever wrote it wanted something other than "public".
  static Location.Visibility visibility(Reading it) {
    String word = it.node().text("visibility");
    if (word == null) {
      return Location.Visibility.PUBLIC;
    }
    Optional<Location.Visibility> visibility =
        Location.Visibility.find(word.strip().replaceAll("[ -]", "_"));
    if (visibility.isEmpty()) {
      it.sink().notice(new FieldNotice.UnknownWord(it.record(), "visibility", word));
    }
    return visibility.orElse(Location.Visibility.AREA_ONLY);
  }

  static Service.Status status(Reading it) {
    String word = it.node().text("status");
    if (word == null) {
      return Service.Status.ACTIVE;
    }
    Optional<Service.Status> status = Service.Status.find(word);
    if (status.isEmpty()) {
      it.sink().notice(new FieldNotice.UnknownWord(it.record(), "status", word));
    }
    return status.orElse(Service.Status.ACTIVE);
  }

  /// Our own columns: the ways in, and the ways to get it without going anywhere.
  static Set<Service.Access> access(Reading it) {
    return words(it, "access", Service.Access::find);
  }

  static Set<Service.Delivery> deliveries(Reading it) {
    return words(it, "deliveries", Service.Delivery::find);
  }

  private static <T> Set<T> words(Reading it, String field, Function<String, Optional<T>> reader) {
    Set<T> found = new LinkedHashSet<>();
    for (String word : it.words(field)) {
      Optional<T> one = reader.apply(word.toLowerCase(Locale.ROOT).replaceAll("[ -]", "_"));
      if (one.isEmpty()) {
        it.sink().notice(new FieldNotice.UnknownWord(it.record(), field, word));
      }
      one.ifPresent(found::add);
    }
    return found;
  }
}
