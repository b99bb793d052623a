package fi.rinnalla.referrals.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.families.Consent;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.pages.Typed;
import fi.rinnalla.referrals.HelpCase;
import fi.rinnalla.referrals.Introductions;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// A request on behalf of a family as a professional wrote it.
///
/// @param help what is asked as a family itself would
/// @param name what the adult wishes to be called; may be empty
/// @param email to which the adult's letter goes
/// @param said how the adult gave the consent; null until it is said
/// @param faults by the field that has to be mended, the ends of the keys of why
public record IntroductionForm(
    HelpForm help,
    String name,
    String email,
    Lang lang,
    Consent.@Nullable Channel said,
    Map<String, String> faults) {
  public static final int LONGEST_NAME = 40;

  static IntroductionForm empty(OrganizationId team, AreaCode area, Lang lang) {
    return new IntroductionForm(HelpForm.empty(team, area), "", "", lang, null, Map.of());
  }

  /// @param own the professional's own address: who asks for themself does so at the other door
  static IntroductionForm read(
      OrganizationId team,
      AreaCode area,
      MultiValueMap<String, String> typed,
      Lang lang,
      @Nullable String own) {
    HelpForm help = HelpForm.read(team, area, typed, true);
    Map<String, String> faults = new LinkedHashMap<>(help.faults());
    faults.replace("reach", "reach_family");
    String name = Typed.plain(first(typed, "name")).replace('\n', ' ');
    if (name.length() > LONGEST_NAME) {
      faults.put("name", "name");
    }
    String email = first(typed, "email").strip();
    if (EmailAddress.find(email).isEmpty()) {
      faults.put("email", "email");
    } else if (email.equalsIgnoreCase(own)) {
      faults.put("email", "email_own");
    }
    Consent.Channel said =
        Stream.of(Consent.Channel.ORAL_ATTESTED, Consent.Channel.PAPER)
            .filter(it -> it.code().equals(first(typed, "said")))
            .findFirst()
            .orElse(null);
    if (said == null) {
      faults.put("said", "said");
    }
    return new IntroductionForm(
        help, name, email, Lang.find(first(typed, "lang")).orElse(lang), said, faults);
  }

  private static String first(MultiValueMap<String, String> typed, String name) {
    return Optional.ofNullable(typed.getFirst(name)).orElse("");
  }

  /// What is asked, when nothing has to be mended.
  Introductions.Asked asked() {
    if (said == null || help.reach() == null) {
      throw new IllegalStateException("something has to be mended");
    }
    String address =
        switch (help.reach()) {
          case PHONE -> help.phone();
          case EMAIL -> email;
          case HERE -> "";
        };
    String contact =
        Stream.of(name, address).filter(it -> !it.isEmpty()).collect(Collectors.joining(", "));
    return new Introductions.Asked(
        help.team(),
        help.area(),
        EmailAddress.find(email).orElseThrow(),
        lang,
        help.needs(),
        help.words(),
        help.reach(),
        contact.length() > HelpCase.LONGEST_CONTACT ? address : contact,
        help.hours(),
        said);
  }

  public @Nullable String invalid(String field) {
    return faults.containsKey(field) ? "true" : null;
  }
}
