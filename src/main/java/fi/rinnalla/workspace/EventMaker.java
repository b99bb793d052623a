package fi.rinnalla.workspace;

import fi.rinnalla.calendar.Event;
import fi.rinnalla.calendar.EventId;
import fi.rinnalla.calendar.EventRule;
import fi.rinnalla.calendar.Occurrence;
import fi.rinnalla.calendar.OccurrenceChange;
import fi.rinnalla.calendar.Recurrence;
import fi.rinnalla.directory.Classification;
import fi.rinnalla.directory.LocationId;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.PracticalFacts;
import fi.rinnalla.directory.Verification;
import fi.rinnalla.vocabulary.Accessibility;
import fi.rinnalla.vocabulary.AgeRange;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Money;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes an event of a sheet, or says what must be mended first; and a sheet of an event, for
/// whoever copies last season's.
@Component
public class EventMaker {
  private static final Pattern FREE =
      Pattern.compile("(?iu)(maksuton|ilmainen|vapaa pääsy|gratis|avgiftsfri(tt)?|free)\\.?");
  private static final Pattern EUROS =
      Pattern.compile(
          "(\\d{1,5})(?:[.,](\\d{1,2}))?\\s*(?:€|e|euroa?|euro)?", Pattern.UNICODE_CASE);
  private static final Pattern MONTHS =
      Pattern.compile("(?iu)(\\d{1,2})\\s*(kk|mån|mo|months?)\\.?");
  private static final BigDecimal YEAR = BigDecimal.valueOf(12);

  private final Places places;
  private final Classification classification;
  private final Clock clock;

  EventMaker(Places places, Classification classification, Clock clock) {
    this.places = places;
    this.classification = classification;
    this.clock = clock;
  }

  /// @param event nothing when there are faults
  /// @param sheet with the years of its dates in place
  public record Made(@Nullable Event event, Sheet sheet, List<Fault> faults) {}

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Zone.HELSINKI);
  }

  /// What even a draft may not be.
  static List<Fault> tooLong(Sheet sheet) {
    List<Fault> faults = new ArrayList<>();
    sheet
        .inputs()
        .forEach((input, words) ->
            Field.ofInput(input)
                .filter(field -> words.length() > field.longest())
                .ifPresent(field ->
                    faults.add(new Fault(input, "too_long", String.valueOf(field.longest())))));
    return faults;
  }

  /// @param lang the language of the form, where a missing title is mended
  public Made make(UUID id, Organization organization, Sheet sheet, Lang lang) {
    List<Fault> faults = new ArrayList<>(tooLong(sheet));
    if (sheet.text(Field.TITLE).isEmpty()) {
      faults.addFirst(new Fault(Field.TITLE.input(lang), "title", ""));
    }
    Sheet said = sheet;
    EventRule rule = null;
    switch (RuleWords.read(sheet.get(Field.WHEN), today())) {
      case RuleWords.Outcome.Read read -> {
        rule = read.rule();
        said = sheet.with(Field.WHEN, read.words());
      }
      case RuleWords.Outcome.NotRead not ->
          faults.add(new Fault(Field.WHEN.code(), "when_" + not.reason().code(), not.word()));
    }
    Event.Venue venue = venue(organization, sheet, faults);
    AgeRange ages = ages(sheet, faults);
    Event.Registration registration = registration(sheet, faults);
    PracticalFacts facts = facts(sheet, faults);
    if (rule == null || !faults.isEmpty()) {
      return new Made(null, said, faults);
    }
    Template template = Template.find(sheet.get(Field.KIND)).orElse(Template.OTHER);
    Event event =
        new Event(
            new EventId(id),
            template.kind(),
            Event.Status.SCHEDULED,
            sheet.text(Field.TITLE),
            Text.none(),
            sheet.text(Field.DESCRIPTION),
            organization.id(),
            Text.none(),
            List.of(),
            null,
            venue,
            rule,
            changes(sheet),
            ages,
            words(sheet.get(Field.LANGUAGES)),
            price(sheet),
            List.copyOf(classification.themes(List.of(), template.keywords())),
            template.keywords(),
            registration,
            facts,
            null,
            null,
            Verification.byOrganization(today()));
    if (next(event, 1).isEmpty()) {
      return new Made(null, said, List.of(new Fault(Field.WHEN.code(), "when_no_times", "")));
    }
    return new Made(event, said, List.of());
  }

  /// The next times of a rule, whoever's it is.
  public List<Occurrence> next(EventRule rule, int most) {
    return next(
        new Event(
            new EventId(new UUID(0, 0)),
            Event.Kind.EVENT,
            Event.Status.SCHEDULED,
            Text.none(),
            Text.none(),
            Text.none(),
            null,
            Text.none(),
            List.of(),
            null,
            new Event.Venue(null, Text.none(), Text.none(), null, null, null, null),
            rule,
            List.of(),
            AgeRange.ANY,
            List.of(),
            Event.Price.UNKNOWN,
            List.of(),
            List.of(),
            Event.Registration.UNKNOWN,
            PracticalFacts.NONE,
            null,
            null,
            Verification.NEVER),
        most);
  }

  /// The next times of an event that are not over.
  public List<Occurrence> next(Event event, int most) {
    return Recurrence.of(event).between(today(), today().plusMonths(15)).stream()
        .filter(it -> it.end().isAfter(clock.instant()))
        .limit(most)
        .toList();
  }

  private Event.Venue venue(Organization organization, Sheet sheet, List<Fault> faults) {
    String place = sheet.get(Field.PLACE);
    if (place.isEmpty()) {
      faults.add(new Fault(Field.PLACE.code(), "place", ""));
    } else if (place.startsWith("https://") || place.startsWith("http://")) {
      if (!isWeb(place)) {
        faults.add(new Fault(Field.PLACE.code(), "url", place));
      }
      return new Event.Venue(null, Text.none(), Text.none(), null, null, null, place);
    }
    LocationId known = places.of(organization).get(place);
    return known != null
        ? Event.Venue.at(known)
        : new Event.Venue(
            null,
            Text.fi(place),
            Text.fi(sheet.get(Field.ADDRESS)),
            null,
            organization.area(),
            null,
            null);
  }

  private static AgeRange ages(Sheet sheet, List<Fault> faults) {
    BigDecimal min = age(sheet, Field.AGE_MIN, faults);
    BigDecimal max = age(sheet, Field.AGE_MAX, faults);
    if (min != null && max != null && min.compareTo(max) > 0) {
      faults.add(new Fault(Field.AGE_MIN.code(), "ages", ""));
      return AgeRange.ANY;
    }
    return new AgeRange(min, max);
  }

  private static @Nullable BigDecimal age(Sheet sheet, Field field, List<Fault> faults) {
    String words = sheet.get(field).replace(',', '.');
    if (words.isEmpty()) {
      return null;
    }
    Matcher months = MONTHS.matcher(words);
    if (months.matches()) {
      return new BigDecimal(months.group(1)).divide(YEAR, 2, RoundingMode.HALF_UP);
    }
    if (words.matches("\\d{1,2}(\\.\\d{1,2})?")) {
      return new BigDecimal(words);
    }
    faults.add(new Fault(field.code(), "age", sheet.get(field)));
    return null;
  }

  private static Event.Price price(Sheet sheet) {
    String words = sheet.get(Field.PRICE);
    Money amount = amount(words).orElse(null);
    return new Event.Price(amount, amount == null ? Text.fi(words) : Text.none());
  }

  /// An amount in words; nothing when the words say more than an amount.
  private static Optional<Money> amount(String words) {
    if (FREE.matcher(words).matches()) {
      return Optional.of(new Money(BigDecimal.ZERO));
    }
    Matcher euros = EUROS.matcher(words);
    if (!euros.matches()) {
      return Optional.empty();
    }
    String cents = euros.group(2) == null ? "" : "." + euros.group(2);
    return Optional.of(new Money(new BigDecimal(euros.group(1) + cents)));
  }

  private static Event.Registration registration(Sheet sheet, List<Fault> faults) {
    String url = sheet.get(Field.BOOKING_URL);
    if (!url.isEmpty() && !isWeb(url)) {
      faults.add(new Fault(Field.BOOKING_URL.code(), "url", url));
    }
    Event.Registration.Need need =
        Event.Registration.Need.find(sheet.get(Field.BOOKING))
            .orElse(Event.Registration.Need.UNKNOWN);
    return new Event.Registration(need, url.isEmpty() ? null : url, null);
  }

  private static boolean isWeb(String url) {
    try {
      URI uri = URI.create(url);
      return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getHost() != null;
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  private static PracticalFacts facts(Sheet sheet, List<Fault> faults) {
    Set<Accessibility> features = EnumSet.noneOf(Accessibility.class);
    words(sheet.get(Field.FEATURES))
        .forEach(word -> Accessibility.find(word).ifPresent(features::add));
    String floor = sheet.get(Field.FLOOR);
    String snackPrice = sheet.get(Field.SNACK_PRICE);
    Optional<Money> snack = amount(snackPrice);
    if (!snackPrice.isEmpty() && snack.isEmpty()) {
      faults.add(new Fault(Field.SNACK_PRICE.code(), "euros", snackPrice));
    }
    return new PracticalFacts(
        sheet.text(Field.DOOR),
        floor.isEmpty() ? null : floor,
        sheet.text(Field.PRAMS),
        sheet.text(Field.HOW_IT_GOES),
        sheet.text(Field.SNACK),
        snack.orElse(null),
        sheet.text(Field.WHO),
        features);
  }

  static List<String> words(String commas) {
    return Arrays.stream(commas.split(",")).map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  /// A line of [Field#CANCELLED]: `2026-12-01T09:30 fi Ohjaaja on kipeä`.
  static List<OccurrenceChange> changes(Sheet sheet) {
    List<OccurrenceChange> changes = new ArrayList<>();
    for (String line : sheet.get(Field.CANCELLED).split("\n")) {
      String[] parts = line.split(" ", 3);
      try {
        LocalDateTime time = LocalDateTime.parse(parts[0]);
        Text note =
            parts.length < 3 ? Text.none() : Text.of(Lang.find(parts[1]).orElse(Lang.FI), parts[2]);
        changes.add(new OccurrenceChange(time, true, null, null, Text.none(), note));
      } catch (DateTimeException notALine) {
        // Nothing is cancelled by a line that names no time.
      }
    }
    return changes;
  }

  /// What an editor would have typed to have this event.
  public Sheet sheet(Event event, Lang lang) {
    Event.Venue venue = event.venue();
    LocationId location = venue.location();
    Sheet sheet =
        Sheet.EMPTY
            .with(Field.TITLE, event.title())
            .with(Field.WHEN, SpokenRule.say(event.rule(), lang))
            .with(
                Field.DESCRIPTION,
                event.description().isEmpty() ? event.summary() : event.description())
            .with(Field.KIND, Template.of(event).code())
            .with(Field.AGE_MIN, number(event.ages().min()))
            .with(Field.AGE_MAX, number(event.ages().max()))
            .with(Field.SNACK, event.facts().snack())
            .with(Field.WHO, event.facts().whoYouMeet())
            .with(
                Field.BOOKING,
                event.registration().need() == Event.Registration.Need.UNKNOWN
                    ? ""
                    : event.registration().need().name().toLowerCase(java.util.Locale.ROOT))
            .with(Field.BOOKING_URL, Optional.ofNullable(event.registration().url()).orElse(""))
            .with(Field.LANGUAGES, String.join(",", event.languages()))
            .with(Field.DOOR, event.facts().door())
            .with(Field.FLOOR, Optional.ofNullable(event.facts().floor()).orElse(""))
            .with(Field.PRAMS, event.facts().prams())
            .with(Field.HOW_IT_GOES, event.facts().howItGoes())
            .with(
                Field.FEATURES,
                event.facts().features().stream()
                    .map(Accessibility::code)
                    .collect(Collectors.joining(",")));
    Money amount = event.price().amount();
    if (amount != null) {
      sheet = sheet.with(Field.PRICE, number(amount.euros()));
    } else {
      sheet = sheet.with(Field.PRICE, event.price().words().orEmpty(lang));
    }
    Money snack = event.facts().snackPrice();
    sheet = sheet.with(Field.SNACK_PRICE, number(snack == null ? null : snack.euros()));
    String place =
        location == null
            ? Optional.ofNullable(venue.onlineUrl()).orElse(venue.name().orEmpty(lang))
            : places.label(location).orElse("");
    return sheet.with(Field.PLACE, place).with(Field.ADDRESS, venue.address().orEmpty(lang));
  }

  private static String number(@Nullable BigDecimal years) {
    return years == null ? "" : years.toPlainString().replace('.', ',');
  }
}
