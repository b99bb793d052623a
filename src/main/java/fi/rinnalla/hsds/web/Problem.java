package fi.rinnalla.hsds.web;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// Why a question isn't answered: RFC 9457, with the parameter that is to blame.
///
/// @param message the key of the sentence
/// @param arguments what the sentence names
/// @param known the parameters that could be asked instead
record Problem(
    HttpStatus status,
    @Nullable String parameter,
    String message,
    List<String> arguments,
    List<String> known) {

  Problem(HttpStatus status, String message, String... arguments) {
    this(status, null, message, List.of(arguments), List.of());
  }

  /// A question that can't be answered as it was asked.
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    Refused(Problem problem) {
      super(problem.message(), null, false, false);
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }

  static Refused parameter(String name, String message, String... arguments) {
    return new Refused(
        new Problem(
            HttpStatus.BAD_REQUEST,
            name,
            "hsds.problem." + message,
            List.of(arguments),
            List.of()));
  }

  static Refused stranger(String name, String message, Collection<String> known) {
    return new Refused(
        new Problem(
            HttpStatus.BAD_REQUEST,
            name,
            "hsds.problem." + message,
            List.of(String.join(", ", known)),
            List.copyOf(known)));
  }

  static Refused notHere() {
    return new Refused(new Problem(HttpStatus.NOT_FOUND, "hsds.problem.not_here"));
  }
}
