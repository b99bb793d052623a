package fi.rinnalla.merging.web;

import fi.rinnalla.merging.Pair;
import fi.rinnalla.pages.Page;
import fi.rinnalla.upkeep.Seen;
import fi.rinnalla.upkeep.Subject;
import fi.rinnalla.upkeep.Subjects;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The two of a pair as families see them.
@Component
class Sides {
  private final Subjects subjects;

  Sides(Subjects subjects) {
    this.subjects = subjects;
  }

  @Nullable Seen of(Pair pair, UUID id) {
    Subject.Kind kind =
        switch (pair.kind()) {
          case ORGANIZATION -> Subject.Kind.ORGANIZATION;
          case PLACE -> Subject.Kind.PLACE;
          case SERVICE -> Subject.Kind.SERVICE;
          case EVENT -> Subject.Kind.EVENT;
        };
    return subjects.find(new Subject(kind, id)).orElse(null);
  }

  /// Why the two look alike and why not, in the page's words.
  static List<String> reasons(Page page, Pair pair) {
    return pair.reasons().stream().map(it -> page.say(it.message(), it.figure())).toList();
  }
}
