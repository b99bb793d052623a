package fi.rinnalla.directory;

import fi.rinnalla.vocabulary.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// HSDS `phone`.
public record Phone(
    String number,
    @Nullable String extension,
    @Nullable String type,
    Text description,
    List<String> languages) {

  public Phone {
    if (number.isBlank()) {
      throw new IllegalArgumentException("a phone has a number");
    }
    languages = List.copyOf(languages);
  }

  /// The number as people in Finland write it: `09 4242 1009`, not `+358 9 4242 1009`.
  public String asWritten() {
    String stripped = number.strip();
    return stripped.startsWith("+358") ? "0" + stripped.substring(4).strip() : stripped;
  }

  /// The number as a `tel:` address wants it: RFC 3966, digits and a leading plus.
  public String dialled() {
    StringBuilder digits = new StringBuilder();
    for (char c : number.toCharArray()) {
      if (Character.isDigit(c) || (c == '+' && digits.isEmpty())) {
        digits.append(c);
      }
    }
    return digits.toString();
  }
}
