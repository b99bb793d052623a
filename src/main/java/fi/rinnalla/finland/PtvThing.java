package fi.rinnalla.finland;

import fi.rinnalla.exchange.FieldNotice;
import fi.rinnalla.exchange.Reading;
import fi.rinnalla.exchange.Sink;
import fi.rinnalla.exchange.WatchedThing;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An object of PTV with its texts, which stand in lists of `{"language", "type", "value"}`.
record PtvThing(WatchedThing thing, Reading it) {

  static PtvThing of(WatchedThing thing, String record, Sink sink) {
    return new PtvThing(thing, new Reading(thing, record, sink));
  }

  PtvThing within(WatchedThing other) {
    return new PtvThing(other, it.of(other));
  }

  String record() {
    return it.record();
  }

  Sink sink() {
    return it.sink();
  }

  Text text(String list, int most) {
    return text(list, null, most);
  }

  /// The text of one type in all our languages. What is told in another language only is shown as
  /// it is, where Finnish would stand.
  Text text(String list, @Nullable String type, int most) {
    Text text = Text.none();
    String other = null;
    String otherLanguage = null;
    for (WatchedThing one : thing.things(list)) {
      String language = one.text("language");
      String words = one.text("value");
      if (type != null && !type.equals(one.text("type"))) {
        continue;
      }
      String said = it.clean(type == null ? list : list + "." + type, words, most);
      Optional<Lang> lang = language == null ? Optional.empty() : Lang.find(language);
      if (said != null && lang.isPresent() && text.in(lang.get()) == null) {
        text = text.with(lang.get(), said);
      } else if (said != null && lang.isEmpty() && other == null) {
        other = said;
        otherLanguage = language;
      }
    }
    if (text.isEmpty() && other != null) {
      sink().notice(new FieldNotice.InAnotherLanguage(record(), list, otherLanguage));
      return Text.fi(other);
    }
    return text;
  }

  /// The name to show: PTV tells by language whether it is the name or the alternative one.
  Text name(String list) {
    Text name = text(list, "Name", Reading.LINE);
    Text alternative = text(list, "AlternativeName", Reading.LINE);
    for (WatchedThing one : thing.things("displayNameType")) {
      String language = one.text("language");
      if ("AlternativeName".equals(one.text("type")) && language != null) {
        Lang lang = Lang.find(language).orElse(null);
        if (lang != null && alternative.in(lang) != null) {
          name = name.with(lang, alternative.in(lang));
        }
      }
    }
    return name.isEmpty() ? alternative : name;
  }

  /// The other of the two names.
  Text otherName(String list, Text shown) {
    Text other = Text.none();
    for (String type : new String[] {"AlternativeName", "Name"}) {
      Text one = text(list, type, Reading.LINE);
      for (Lang lang : Lang.values()) {
        String words = one.in(lang);
        if (words != null && !words.equals(shown.in(lang)) && other.in(lang) == null) {
          other = other.with(lang, words);
        }
      }
    }
    return other;
  }

  /// Words beside a number or an address; those that name a person are left out.
  @Nullable String explanation(String field, @Nullable String words) {
    String said = it.clean(field, words, Reading.LINE);
    if (said != null && Person.isNamedIn(said)) {
      sink().notice(new FieldNotice.PersonLeftOut(record(), field, null));
      return null;
    }
    return said;
  }
}
