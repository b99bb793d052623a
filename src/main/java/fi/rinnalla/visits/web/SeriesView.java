package fi.rinnalla.visits.web;

import fi.rinnalla.calendar.EventListing;
import fi.rinnalla.directory.Listing;
import fi.rinnalla.directory.Location;
import fi.rinnalla.directory.OrganizationNames;
import fi.rinnalla.pages.Page;
import fi.rinnalla.visits.Addresses;
import fi.rinnalla.visits.HeadCount;
import fi.rinnalla.visits.Visit;
import fi.rinnalla.visits.VisitPlans;
import fi.rinnalla.visits.VisitSeries;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the page of a series shows.
///
/// @param place null when it may not be shown any more
/// @param event what families see, once a visit is announced
/// @param named the organizations by id
/// @param found organizations that could be partners, too
/// @param known organizations of the host's other series, which may be partners of this one too
/// @param link of the event, for what is told elsewhere
/// @param done what was just done, the end of a message key, or nothing
/// @param fault what is wrong with what was sent, or nothing
/// @param typed what was sent with it
public record SeriesView(
    UUID organization,
    VisitPlans.Shown shown,
    @Nullable Listing<Location> place,
    @Nullable EventListing event,
    Map<UUID, Text> named,
    Map<UUID, HeadCount> counts,
    Map<UUID, Text> known,
    String sought,
    OrganizationNames.Found found,
    String link,
    String done,
    String fault,
    Map<String, String> typed) {

  public VisitSeries series() {
    return shown.series();
  }

  public Text name(UUID one) {
    return named.getOrDefault(one, Text.none());
  }

  public String address(Lang lang) {
    return Addresses.series(lang, organization, series().id());
  }

  /// Ready to be copied to where else the host tells of it.
  public String words(Page page, Visit visit) {
    String guests =
        visit.partners().stream().map(it -> page.words(name(it))).collect(Collectors.joining(", "));
    String at = place == null ? "" : page.words(place.record().name());
    return page.words(visit.topic())
        + "\n"
        + page.when(visit.startsAt(), visit.endsAt())
        + ", "
        + at
        + "\n"
        + page.say("visits.public.guests", guests)
        + (visit.hasCoffee() ? " " + page.say("visits.public.coffee") : "")
        + "\n"
        + page.say("visits.tell.come")
        + "\n"
        + link;
  }
}
