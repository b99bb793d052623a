package fi.rinnalla.finland;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Location;
import fi.rinnalla.exchange.FieldNotice;
import fi.rinnalla.exchange.Reading;
import fi.rinnalla.exchange.ValueNotice;
import fi.rinnalla.exchange.WatchedThing;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The addresses of one place in PTV, and what they tell beside the street.
///
/// @param approximate when PTV itself didn't find the address on the map
/// @param wayIn which door, which yard
/// @param accessibility the sentences of the accessibility register, entrance by entrance
record PtvAddresses(
    List<Location.Address> addresses,
    @Nullable Position position,
    boolean approximate,
    @Nullable AreaCode area,
    Text wayIn,
    Text accessibility) {

  /// PTV's words for coordinates that somebody has seen to.
  private static final Set<String> SURE = Set.of("ok", "enteredbyuser", "enteredbyar");

  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  static PtvAddresses of(PtvThing of, String list, Areas areas) {
    List<Location.Address> addresses = new ArrayList<>();
    Position position = null;
    boolean approximate = false;
    AreaCode area = null;
    Text wayIn = Text.none();
    Text accessibility = Text.none();
    for (WatchedThing one : of.thing().things(list)) {
      boolean postal = "Postal".equals(one.text("type"));
      String subType = Objects.toString(one.text("subType"), "");
      WatchedThing where = where(one, subType);
      if (where == null) {
        Text abroad =
            of.within(one)
                .text(
                    one.has("locationAbroad") ? "locationAbroad" : "foreignAddress", Reading.LINE);
        String country = one.text("country");
        if (!abroad.isEmpty()) {
          addresses.add(
              new Location.Address(
                  abroad, null, Text.none(), country == null ? "FI" : country, "physical"));
        }
        continue;
      }
      PtvThing at = of.within(where);
      Location.Address address = address(at, one, postal);
      addresses.add(address);
      AreaCode here = area(at, areas);
      if (!postal) {
        area = area == null ? here : area;
        String state = Objects.toString(where.text("coordinateState"), "ok");
        Position spot = position(at);
        if (position == null && spot != null) {
          position = spot;
          approximate = !SURE.contains(state.toLowerCase(Locale.ROOT));
        }
        wayIn = Paragraphs.join(" ", wayIn, at.text("additionalInformation", Reading.LINE));
        accessibility = Paragraphs.join("\n\n", accessibility, entrances(of, one));
      } else if (addresses.size() == 1 && area == null) {
        area = here;
      }
    }
    return new PtvAddresses(addresses, position, approximate, area, wayIn, accessibility);
  }

  private static @Nullable WatchedThing where(WatchedThing one, String subType) {
    return switch (subType) {
      case "PostOfficeBox" -> one.thing("postOfficeBoxAddress");
      case "Other" -> one.thing("otherAddress");
      case "Abroad" -> null;
      default -> {
        WatchedThing street = one.thing("streetAddress");
        WatchedThing box = street == null ? one.thing("postOfficeBoxAddress") : street;
        yield box == null ? one.thing("otherAddress") : box;
      }
    };
  }

  private static Location.Address address(PtvThing at, WatchedThing one, boolean postal) {
    Text street = at.text("street", Reading.LINE);
    String number = at.thing().text("streetNumber");
    if (number != null) {
      for (Lang lang : Lang.values()) {
        String name = street.in(lang);
        if (name != null) {
          street = street.with(lang, name + " " + number);
        }
      }
    }
    Text box = at.text("postOfficeBox", Reading.LINE);
    String country = one.text("country");
    return new Location.Address(
        street.isEmpty() ? box : street,
        at.it().word("postalCode"),
        ordinary(at.text("postOffice", Reading.LINE)),
        country == null ? "FI" : country.toUpperCase(Locale.ROOT),
        postal ? "postal" : "physical");
  }

  private static @Nullable AreaCode area(PtvThing at, Areas areas) {
    WatchedThing municipality = at.thing().thing("municipality");
    String code = municipality == null ? null : municipality.text("code");
    if (municipality != null) {
      municipality.pass("name");
    }
    String postalCode = at.thing().text("postalCode");
    return java.util.Optional.ofNullable(code)
        .flatMap(it -> areas.find(AreaCode.municipality(it)).map(Area::code))
        .or(() ->
            java.util.Optional.ofNullable(postalCode)
                .flatMap(areas::findPostcode)
                .map(it -> it.municipality().code()))
        .orElse(null);
  }

  /// `latitude` and `longitude` are northing and easting in metres, whatever their names say.
  private static @Nullable Position position(PtvThing at) {
    String north = at.thing().text("latitude");
    String east = at.thing().text("longitude");
    if (north == null || east == null) {
      return null;
    }
    String written = north + ", " + east;
    if (!north.matches("-?\\d{1,8}(\\.\\d{1,9})?") || !east.matches("-?\\d{1,8}(\\.\\d{1,9})?")) {
      at.sink().notice(new ValueNotice.NotAPosition(at.record(), "latitude", written));
      return null;
    }
    double northing = Double.parseDouble(north);
    double easting = Double.parseDouble(east);
    if (northing == 0 && easting == 0) {
      return null;
    }
    if (!FinnishGrid.covers(northing, easting)) {
      at.sink().notice(new ValueNotice.NotAPosition(at.record(), "latitude", written));
      return null;
    }
    return FinnishGrid.position(northing, easting);
  }

  private static Text entrances(PtvThing of, WatchedThing address) {
    Text said = Text.none();
    for (WatchedThing entrance : address.things("entrances")) {
      PtvThing door = of.within(entrance);
      entrance.text("isMainEntrance");
      Text name = door.text("name", Reading.LINE);
      Text sentences = Text.none();
      for (WatchedThing group : entrance.things("accessibilitySentences")) {
        Text heading = of.within(group).text("sentenceGroup", Reading.LINE);
        Text lines = Text.none();
        for (WatchedThing sentence : group.things("sentences")) {
          lines = Paragraphs.join(" ", lines, of.within(sentence).text("sentence", Reading.PROSE));
        }
        sentences = Paragraphs.join("\n", sentences, Paragraphs.join(": ", heading, lines));
      }
      said = Paragraphs.join("\n\n", said, Paragraphs.join("\n", name, sentences));
    }
    return said;
  }

  /// Post offices come in capitals.
  private static Text ordinary(Text shouted) {
    Text words = shouted;
    for (Lang lang : Lang.values()) {
      String town = shouted.in(lang);
      if (town != null && town.equals(town.toUpperCase(Locale.ROOT))) {
        words = words.with(lang, WORD.matcher(town).replaceAll(PtvAddresses::capitalised));
      }
    }
    return words;
  }

  private static String capitalised(MatchResult word) {
    String letters = word.group();
    return letters.substring(0, 1) + letters.substring(1).toLowerCase(Locale.ROOT);
  }

  /// The municipalities that a service or a channel is for.
  static List<AreaCode> servedBy(PtvThing of, Areas areas) {
    String type = of.thing().text("areaType");
    if (type != null && type.startsWith("Nationwide")) {
      return List.of(new AreaCode("FI"));
    }
    Set<AreaCode> found = new java.util.LinkedHashSet<>();
    for (WatchedThing one : of.thing().things("areas")) {
      String kind = Objects.toString(one.text("type"), "");
      String code = one.text("code");
      one.pass("name");
      AreaCode county = new AreaCode("HVA-" + code);
      if (kind.startsWith("Wellbeing") && areas.find(county).isPresent()) {
        one.pass("municipalities");
        found.add(county);
        continue;
      }
      // A region or a hospital district names its municipalities.
      for (WatchedThing municipality : one.things("municipalities")) {
        municipality.pass("name");
        String number = municipality.text("code");
        if (number != null && areas.find(AreaCode.municipality(number)).isPresent()) {
          found.add(AreaCode.municipality(number));
        } else {
          of.sink().notice(new FieldNotice.UnknownArea(of.record(), "areas", number));
        }
      }
    }
    return List.copyOf(found);
  }
}
