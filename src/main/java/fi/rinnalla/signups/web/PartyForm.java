package fi.rinnalla.signups.web;

import fi.rinnalla.signups.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How many come, as somebody wrote it.
///
/// @param party null when it can't be read
public record PartyForm(String adults, String ages, @Nullable Party party, List<Fault> faults) {
  private static final int LONGEST = 60;

  /// What is wrong with a field.
  ///
  /// @param reason the end of a message's key
  public record Fault(String field, String reason) {}

  public PartyForm {
    faults = List.copyOf(faults);
  }

  static PartyForm read(String adults, String ages) {
    List<Fault> faults = new ArrayList<>();
    Integer number = number(adults);
    if (number == null) {
      faults.add(new Fault("adults", "adults"));
    }
    Optional<List<Integer>> read = ages.length() > LONGEST ? Optional.empty() : Party.ages(ages);
    if (read.isEmpty()) {
      faults.add(new Fault("ages", "ages"));
    }
    Party party = number == null || read.isEmpty() ? null : new Party(number, read.get());
    return new PartyForm(adults, ages, party, faults);
  }

  PartyForm with(Fault fault) {
    List<Fault> more = new ArrayList<>(faults);
    more.add(fault);
    return new PartyForm(adults, ages, party, more);
  }

  private static @Nullable Integer number(String written) {
    String digits = written.strip();
    if (!digits.matches("\\d{1,2}")) {
      return null;
    }
    int number = Integer.parseInt(digits);
    return number < 1 || number > Party.MOST_ADULTS ? null : number;
  }
}
