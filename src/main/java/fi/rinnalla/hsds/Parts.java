package fi.rinnalla.hsds;

import fi.rinnalla.directory.Contact;
import fi.rinnalla.directory.Phone;
import fi.rinnalla.directory.PracticalFacts;
import fi.rinnalla.pages.Messages;
import fi.rinnalla.vocabulary.Accessibility;
import fi.rinnalla.vocabulary.Text;
import fi.rinnalla.vocabulary.UuidV5;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The parts that records have in common: phones, contacts, languages, what families ask before
/// they dare to come. A part has no id of its own here, so it gets one of its owner's and its
/// place.
@Component
class Parts {
  private final Messages messages;

  Parts(Messages messages) {
    this.messages = messages;
  }

  /// Whose a part is: the kind, which names the column that points at it, and the id.
  record Owner(String kind, UUID id) {

    Thing part(String schema, Object which) {
      return new Thing(schema, UuidV5.of("hsds", id.toString(), schema, which.toString()))
          .put(kind + "_id", id);
    }
  }

  List<Thing> phones(Owner owner, List<Phone> phones) {
    List<Thing> things = new ArrayList<>();
    for (Phone phone : phones) {
      Thing thing = owner.part("phone", things.size());
      String extension = phone.extension();
      // The standard wants a number there; an extension in letters goes with the words.
      boolean digits = extension != null && extension.matches("\\d{1,9}");
      Text description = phone.description();
      if (extension != null && !digits) {
        description =
            Words.each(lang -> (phone.description().orEmpty(lang) + " " + extension).strip());
      }
      thing
          .put("number", phone.number())
          .put("extension", extension != null && digits ? Integer.valueOf(extension) : null)
          .put("type", phone.type())
          .put("description", description);
      things.add(
          thing.put("languages", languages(new Owner("phone", id(thing)), phone.languages())));
    }
    return things;
  }

  /// By role alone: pages don't name whom an organization's feed names, and a copy that travels
  /// must not either. A contact with nothing but a name is left out.
  List<Thing> contacts(Owner owner, List<Contact> contacts) {
    List<Thing> things = new ArrayList<>();
    for (Contact contact : contacts) {
      Thing thing = owner.part("contact", things.size());
      int bare = thing.fields().size();
      thing
          .put("title", contact.title())
          .put("department", contact.department())
          .put("email", Links.email(contact.email()))
          .put("phones", phones(new Owner("contact", id(thing)), contact.phones()));
      if (thing.fields().size() > bare) {
        things.add(thing);
      }
    }
    return things;
  }

  List<Thing> languages(Owner owner, List<String> codes) {
    return codes.stream()
        .map(code -> owner.part("language", code).put("name", languageName(code)).put("code", code))
        .toList();
  }

  private Text languageName(String code) {
    return Words.each(lang -> {
      String key = "language." + (code.equals("sgn") ? "sign" : code);
      return messages.has(lang, key)
          ? messages.say(lang, key)
          : Locale.of(code).getDisplayLanguage(lang.locale());
    });
  }

  /// Our profile's columns, of a service.
  void facts(Thing thing, PracticalFacts facts) {
    thing
        .put("door", facts.door())
        .put("floor", facts.floor())
        .put("prams", facts.prams())
        .put("how_it_goes", facts.howItGoes())
        .put("snack", facts.snack())
        .put("snack_price", facts.snackPrice() == null ? null : facts.snackPrice().euros())
        .put("who_you_meet", facts.whoYouMeet())
        .put("features", codes(facts.features()));
  }

  List<Thing> accessibility(Owner owner, Text description, Collection<Accessibility> features) {
    if (description.isEmpty() && features.isEmpty()) {
      return List.of();
    }
    return List.of(
        owner
            .part("accessibility", 0)
            .put("description", description)
            .put("details", features.isEmpty() ? null : inWords(features))
            .put("features", codes(features)));
  }

  private Text inWords(Collection<Accessibility> features) {
    return Words.each(lang ->
        features.stream()
            .map(feature -> messages.say(lang, "feature." + feature.code()))
            .collect(Collectors.joining(", ")));
  }

  private static @Nullable String codes(Collection<Accessibility> features) {
    return features.isEmpty()
        ? null
        : features.stream().map(Accessibility::code).sorted().collect(Collectors.joining(";"));
  }

  static UUID id(Thing thing) {
    return UUID.fromString(String.valueOf(thing.fields().get("id")));
  }
}
