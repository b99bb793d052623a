package fi.rinnalla.directory;

import fi.rinnalla.vocabulary.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// HSDS `contact`: whom to ask, by role. A person's name is kept when the feed publishes it, and
/// never asked for.
public record Contact(
    @Nullable String name,
    Text title,
    Text department,
    @Nullable String email,
    List<Phone> phones) {

  public Contact {
    phones = List.copyOf(phones);
  }
}
