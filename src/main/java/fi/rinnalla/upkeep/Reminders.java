package fi.rinnalla.upkeep;

import fi.rinnalla.calendar.EventUpkeep;
import fi.rinnalla.directory.Directory;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Organization;
import fi.rinnalla.directory.OrganizationId;
import fi.rinnalla.directory.Upkeep;
import fi.rinnalla.identity.People;
import fi.rinnalla.notifications.EmailAddress;
import fi.rinnalla.notifications.Letter;
import fi.rinnalla.notifications.Notifications;
import fi.rinnalla.pages.Dates;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.pages.Route;
import fi.rinnalla.pages.SiteAddress;
import fi.rinnalla.storage.Viewer;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Sha256;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.Zone;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Asks organizations whether what families see is still so: one letter to each, when something of
/// theirs has come to a new stage of growing old, and at most one a fortnight.
@Component
public class Reminders {
  private static final Logger log = LoggerFactory.getLogger(Reminders.class);
  private static final int TOKEN_BYTES = 32;
  private static final Duration REMEMBERED = Duration.ofDays(1000);

  private final AgedRecords records;
  private final ReminderRows rows;
  private final Directory directory;
  private final Upkeep upkeep;
  private final EventUpkeep eventUpkeep;
  private final People people;
  private final Notifications notifications;
  private final Messages messages;
  private final SiteAddress site;
  private final UpkeepSettings settings;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Reminders(
      AgedRecords records,
      ReminderRows rows,
      Directory directory,
      Upkeep upkeep,
      EventUpkeep eventUpkeep,
      People people,
      Notifications notifications,
      Messages messages,
      SiteAddress site,
      UpkeepSettings settings,
      TransactionTemplate transaction,
      Clock clock) {
    this.records = records;
    this.rows = rows;
    this.directory = directory;
    this.upkeep = upkeep;
    this.eventUpkeep = eventUpkeep;
    this.people = people;
    this.notifications = notifications;
    this.messages = messages;
    this.site = site;
    this.settings = settings;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// Tells the index of what has grown older by the calendar alone.
  public void turn() {
    int turned = upkeep.turn() + eventUpkeep.turn();
    if (turned > 0) {
      log.info("{} records are of another age than they were", turned);
    }
  }

  /// One round: writes to each organization that has something new to answer. Answers with how many
  /// were written to.
  public int send() {
    turn();
    int written = 0;
    for (OrganizationId id : records.organizations()) {
      Optional<Listing<Organization>> organization = directory.find(id);
      try {
        boolean wrote =
            organization.isPresent()
                && Viewer.house(() -> transaction.execute(_ -> write(organization.get())));
        written += wrote ? 1 : 0;
      } catch (RuntimeException fault) {
        // One organization's fault mustn't keep the others from being asked.
        log.warn("organization {} was not written to: {}", id, fault.getClass().getSimpleName());
      }
    }
    Instant now = clock.instant();
    Viewer.house(() -> {
      rows.forget(now, now.minus(REMEMBERED));
      return now;
    });
    return written;
  }

  private boolean write(Listing<Organization> organization) {
    OrganizationId id = organization.record().id();
    Instant now = clock.instant();
    ReminderRows.Correspondence correspondence = rows.hold(id);
    Instant before = correspondence.writtenAt();
    if (correspondence.silenced()
        || (before != null && now.isBefore(before.plus(settings.atMostEvery())))) {
      return false;
    }
    List<Aged> aged = records.of(organization);
    LocalDate lastCall = LocalDate.ofInstant(now, Zone.HELSINKI).plus(settings.lastCall());
    Set<Ref> known = rows.reminded(aged, it -> it.stage(lastCall));
    Map<EmailAddress, Lang> readers = readers(organization.record());
    if (readers.isEmpty() || aged.stream().allMatch(it -> known.contains(it.ref()))) {
      return false;
    }
    byte[] secret = new byte[TOKEN_BYTES];
    random.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    rows.written(id, Sha256.of(token), now, now.plus(settings.linkLasts()));
    aged.forEach(it -> rows.remember(it, it.stage(lastCall), now));
    int reader = 0;
    for (Map.Entry<EmailAddress, Lang> to : readers.entrySet()) {
      String key = "upkeep/remind/%s/%s/%d".formatted(id, now, reader++);
      notifications.send(letter(to.getKey(), to.getValue(), aged, token, key));
    }
    return true;
  }

  /// The organization's people, or else the address it has published.
  private Map<EmailAddress, Lang> readers(Organization organization) {
    Map<EmailAddress, Lang> readers = new LinkedHashMap<>();
    people
        .keepers(organization.id().value())
        .forEach(person ->
            Optional.ofNullable(person.email())
                .flatMap(EmailAddress::find)
                .ifPresent(to -> readers.put(to, person.lang())));
    if (readers.isEmpty()) {
      Lang lang = organization.name().said(Lang.FI).map(Text.Said::lang).orElse(Lang.FI);
      Optional.ofNullable(organization.email())
          .flatMap(EmailAddress::find)
          .ifPresent(to -> readers.put(to, lang));
    }
    return readers;
  }

  /// Whether there is anybody to write to.
  boolean hasReaders(Organization organization) {
    return Viewer.house(
        () -> Boolean.FALSE.equals(transaction.execute(_ -> readers(organization).isEmpty())));
  }

  private Letter letter(
      EmailAddress to, Lang lang, List<Aged> aged, String token, String dedupKey) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(messages.say(lang, "upkeep.remind.letter.text"));
    aged.stream().limit(settings.most()).forEach(it -> paragraphs.add(line(lang, it)));
    if (aged.size() > settings.most()) {
      paragraphs.add(
          messages.say(lang, "upkeep.remind.letter.more", aged.size() - settings.most()));
    }
    paragraphs.add(messages.say(lang, "upkeep.remind.letter.how"));
    paragraphs.add(messages.say(lang, "upkeep.remind.letter.stop"));
    URI address = site.of(Route.STILL_TRUE.path(lang, token));
    return Letter.calm(
            to, lang, messages.say(lang, "upkeep.remind.letter.subject"), paragraphs, dedupKey)
        .withLink(messages.say(lang, "upkeep.remind.letter.link"), address)
        .withUnsubscribe(URI.create(address + "#stop"));
  }

  private String line(Lang lang, Aged it) {
    String name = it.name().orEmpty(lang).replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    return messages.say(
        lang,
        it.freshness().isFound()
            ? "upkeep.remind.letter.line"
            : "upkeep.remind.letter.line_expired",
        "• " + name,
        Dates.full(lang, it.expires()));
  }
}
