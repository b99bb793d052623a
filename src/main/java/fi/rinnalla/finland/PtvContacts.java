package fi.rinnalla.finland;

import fi.rinnalla.directory.Contact;
import fi.rinnalla.directory.Phone;
import fi.rinnalla.exchange.FieldNotice;
import fi.rinnalla.exchange.ValueNotice;
import fi.rinnalla.exchange.WatchedThing;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Numbers and addresses of PTV. The same number stands once for each language, with its words in
/// that language; ours stands once with all of them. A fax is not carried: no parent has one.
final class PtvContacts {
  private PtvContacts() {}

  private record Line(@Nullable String type, Text words) {}

  static List<Phone> phones(PtvThing of, String list) {
    Map<String, Line> numbers = new LinkedHashMap<>();
    for (WatchedThing one : of.thing().things(list)) {
      String type = one.text("type");
      String number = number(one);
      one.pass("serviceChargeType");
      String words =
          of.explanation(list + ".additionalInformation", one.text("additionalInformation"));
      String charge = of.explanation(list + ".chargeDescription", one.text("chargeDescription"));
      Lang lang = lang(one);
      if (number == null) {
        of.sink()
            .notice(new ValueNotice.NotANumber(of.record(), list + ".number", one.text("number")));
      } else if (!"Fax".equals(type)) {
        Text said = Paragraphs.join(". ", Text.of(lang, words), Text.of(lang, charge));
        Line before = numbers.get(number);
        numbers.put(
            number,
            new Line(
                "Sms".equals(type) ? "sms" : null,
                before == null ? said : Paragraphs.join(" / ", before.words(), said)));
      }
    }
    List<Phone> phones = new ArrayList<>();
    numbers.forEach((number, line) ->
        phones.add(new Phone(number, null, line.type(), line.words(), List.of())));
    return phones;
  }

  /// A service number (`029 500`, `116 117`) is dialled without the country's.
  private static @Nullable String number(WatchedThing one) {
    String number = one.text("number");
    String prefix = one.text("prefixNumber");
    boolean service = one.isTrue("isFinnishServiceNumber");
    if (number == null || number.length() > 60 || number.chars().noneMatch(Character::isDigit)) {
      return null;
    }
    String bare = number.replaceAll("\\s+", " ").strip();
    return service || prefix == null || bare.startsWith("+")
        ? bare
        : prefix + bare.replaceFirst("^0", "");
  }

  static List<Contact> emails(PtvThing of, String list) {
    Map<String, Text> addresses = new LinkedHashMap<>();
    for (WatchedThing one : of.thing().things(list)) {
      String written = one.text("value");
      String words = of.explanation(list + ".description", one.text("description"));
      Lang lang = lang(one);
      if (written != null && written.startsWith("etunimi.sukunimi@")) {
        // «firstname.lastname@»: a pattern to fill in, and nobody reads mail that is sent to it.
        of.sink().notice(new FieldNotice.NotAnEmail(of.record(), list, written));
        continue;
      }
      String address = of.it().of(one).email("value");
      if (address != null) {
        addresses.merge(
            address, Text.of(lang, words), (before, more) -> Paragraphs.join(" / ", before, more));
      }
    }
    List<Contact> contacts = new ArrayList<>();
    addresses.forEach((address, words) ->
        contacts.add(new Contact(null, words, Text.none(), address, List.of())));
    return contacts;
  }

  /// Addresses on the web, by language.
  ///
  /// @param first the one to show when there is room for one
  /// @param lines all of them, with what they are called
  record Web(@Nullable String first, Text lines, Map<Lang, String> byLang) {

    /// The lines but for the one that says no more than the address to be shown anyway.
    Text others() {
      Text others = Text.none();
      for (Lang lang : Lang.values()) {
        String words = lines.in(lang);
        if (words != null && !words.endsWith(String.valueOf(first))
            || words != null && words.contains("\n")) {
          others = others.with(lang, words);
        }
      }
      return others;
    }
  }

  static Web web(PtvThing of, String list) {
    Text lines = Text.none();
    Map<Lang, String> byLang = new EnumMap<>(Lang.class);
    String any = null;
    for (WatchedThing one : of.thing().things(list)) {
      // The form's addresses stand under `value`; of a page, that is what it is called.
      boolean named = one.has("url");
      String url = of.it().webOf(list, one.text(named ? "url" : "value"));
      String words = named ? of.explanation(list + ".value", one.text("value")) : null;
      one.pass("type", "description");
      Lang lang = lang(one);
      if (url != null) {
        byLang.putIfAbsent(lang, url);
        any = any == null ? url : any;
        lines =
            Paragraphs.join("\n", lines, Text.of(lang, words == null ? url : words + ": " + url));
      }
    }
    return new Web(Optional.ofNullable(byLang.get(Lang.FI)).orElse(any), lines, byLang);
  }

  private static Lang lang(WatchedThing one) {
    return Lang.find(Objects.toString(one.text("language"), "fi")).orElse(Lang.FI);
  }
}
