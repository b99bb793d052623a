package fi.rinnalla.referrals.web;

import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.pages.Typed;
import fi.rinnalla.referrals.HelpCase;
import fi.rinnalla.referrals.HelpRequests;
import fi.rinnalla.referrals.Need;
import fi.rinnalla.vocabulary.AreaCode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// A request for help as somebody wrote it.
///
/// @param source what led here; all that is known of it is that it was a talk
/// @param faults by the field that has to be mended, the ends of the keys of why
public record HelpForm(
    OrganizationId team,
    AreaCode area,
    Set<Need> needs,
    String words,
    HelpCase.@Nullable Reach reach,
    String phone,
    Set<HelpCase.Hours> hours,
    boolean children,
    HelpCase.Source source,
    Map<String, String> faults) {
  private static final int LONGEST_PHONE = 25;

  static HelpForm empty(OrganizationId team, AreaCode area) {
    return empty(team, area, HelpCase.Source.SELF);
  }

  static HelpForm empty(OrganizationId team, AreaCode area, HelpCase.Source source) {
    return new HelpForm(team, area, Set.of(), "", null, "", Set.of(), true, source, Map.of());
  }

  /// `?from=chat` is the only other way here.
  static HelpCase.Source source(String from) {
    return from.equals(HelpCase.Source.CHAT.code()) ? HelpCase.Source.CHAT : HelpCase.Source.SELF;
  }

  static HelpForm read(
      OrganizationId team, AreaCode area, MultiValueMap<String, String> typed, boolean hasEmail) {
    Map<String, String> faults = new LinkedHashMap<>();
    Set<Need> needs = EnumSet.noneOf(Need.class);
    typed.getOrDefault("need", List.of()).stream()
        .flatMap(it -> Need.find(it).stream())
        .forEach(needs::add);
    String words = Typed.plain(first(typed, "words"));
    if (needs.isEmpty() && words.isEmpty()) {
      faults.put("needs", "needs");
    }
    if (words.length() > HelpCase.LONGEST_WORDS) {
      faults.put("words", "words");
    }
    HelpCase.Reach reach =
        Arrays.stream(HelpCase.Reach.values())
            .filter(it -> it.code().equals(first(typed, "reach")))
            .findFirst()
            .orElse(null);
    if (reach == null || (reach == HelpCase.Reach.EMAIL && !hasEmail)) {
      faults.put("reach", "reach");
    }
    String phone = Typed.plain(first(typed, "phone")).replace('\n', ' ');
    boolean isPhone = phone.matches("\\+?[0-9 ()-]{5," + LONGEST_PHONE + "}");
    if (reach == HelpCase.Reach.PHONE && !isPhone) {
      faults.put("phone", "phone");
    }
    Set<HelpCase.Hours> hours = EnumSet.noneOf(HelpCase.Hours.class);
    Arrays.stream(HelpCase.Hours.values())
        .filter(it -> typed.getOrDefault("hours", List.of()).contains(it.code()))
        .forEach(hours::add);
    return new HelpForm(
        team,
        area,
        needs,
        words,
        reach,
        phone,
        hours,
        typed.containsKey("children"),
        source(first(typed, "from")),
        faults);
  }

  private static String first(MultiValueMap<String, String> typed, String name) {
    return Optional.ofNullable(typed.getFirst(name)).orElse("");
  }

  /// What is asked, when nothing has to be mended.
  ///
  /// @param email the person's own
  public HelpRequests.Asked asked(@Nullable String email) {
    HelpCase.Reach how = reach == null ? HelpCase.Reach.HERE : reach;
    String contact =
        switch (how) {
          case PHONE -> phone;
          case EMAIL -> email == null ? "" : email;
          case HERE -> "";
        };
    return new HelpRequests.Asked(team, area, source, needs, words, how, contact, hours, children);
  }

  public @Nullable String invalid(String field) {
    return faults.containsKey(field) ? "true" : null;
  }
}
