package fi.rinnalla.exchange;

import fi.rinnalla.directory.Area;
import fi.rinnalla.directory.Areas;
import fi.rinnalla.directory.Classification;
import fi.rinnalla.directory.Contact;
import fi.rinnalla.directory.Phone;
import fi.rinnalla.directory.PracticalFacts;
import fi.rinnalla.directory.Schedule;
import fi.rinnalla.directory.Service;
import fi.rinnalla.directory.Term;
import fi.rinnalla.directory.TermCode;
import fi.rinnalla.vocabulary.Accessibility;
import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Money;
import fi.rinnalla.vocabulary.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The parts that HSDS records have in common: phones, contacts, languages, terms, areas, prices.
@Component
class HsdsParts {
  private final Areas areas;
  private final Classification classification;

  HsdsParts(Areas areas, Classification classification) {
    this.areas = areas;
    this.classification = classification;
  }

  List<Phone> phones(Reading of) {
    List<Phone> phones = new ArrayList<>();
    for (Node node : of.node().list("phones")) {
      Reading phone = of.of(node);
      String number = phone.word("number");
      if (number == null || number.chars().noneMatch(Character::isDigit)) {
        of.sink().notice(new ValueNotice.NotANumber(of.record(), "phones.number", number));
      } else {
        phones.add(
            new Phone(
                number.replace("\"", ""),
                phone.word("extension"),
                phone.word("type"),
                phone.line("description"),
                languages(phone)));
      }
    }
    return phones;
  }

  /// Our own columns, in events and services alike.
  PracticalFacts facts(Reading of) {
    Set<Accessibility> features = new TreeSet<>(features(of, "features"));
    if (EventCsvReader.yes(of.node().text("lift"))) {
      features.add(Accessibility.LIFT);
    }
    return new PracticalFacts(
        of.line("door"),
        of.word("floor"),
        of.prose("prams"),
        of.prose("how_it_goes"),
        of.line("snack"),
        money(of, "snack_price"),
        of.prose("who_you_meet"),
        features);
  }

  List<Contact> contacts(Reading of) {
    List<Contact> contacts = new ArrayList<>();
    for (Node node : of.node().list("contacts")) {
      Reading contact = of.of(node);
      contacts.add(
          new Contact(
              contact.word("name"),
              contact.line("title"),
              contact.line("department"),
              contact.email("email"),
              phones(contact)));
    }
    return contacts;
  }

  List<String> languages(Reading of) {
    List<String> words = new ArrayList<>();
    for (Node node : of.node().list("languages")) {
      String word = node.text("code", "language", "name");
      if (word != null) {
        words.add(word);
      }
    }
    if (words.isEmpty() && of.node().text("language") != null) {
      words.addAll(of.words("language"));
    }
    return of.languages("languages", words);
  }

  List<Schedule> schedules(Reading of) {
    return HsdsSchedules.read(of);
  }

  Set<Accessibility> features(Reading of) {
    Set<Accessibility> features = new TreeSet<>();
    for (Node node : of.node().list("accessibility")) {
      features.addAll(features(of.of(node), "features"));
    }
    return features;
  }

  Set<Accessibility> features(Reading of, String field) {
    Set<Accessibility> features = new TreeSet<>();
    for (String word : of.words(field)) {
      Optional<Accessibility> feature = Accessibility.find(word.replace(' ', '_'));
      if (feature.isEmpty()) {
        of.sink().notice(new FieldNotice.UnknownWord(of.record(), field, word));
      }
      feature.ifPresent(features::add);
    }
    return features;
  }

  Text accessibility(Reading of) {
    Text said = Text.none();
    for (Node node : of.node().list("accessibility")) {
      Text one = of.of(node).prose("description", "accessibility", "details");
      said = said.isEmpty() ? one : said;
    }
    return said;
  }

  /// The codes of our classifications that the attributes name; a term of another classification
  /// keeps its address, and its name may still tell the theme.
  List<TermCode> terms(Reading of) {
    Set<TermCode> terms = new LinkedHashSet<>();
    List<String> names = new ArrayList<>();
    for (Node attribute : of.node().list("attributes")) {
      Node term = attribute.one("taxonomy_term");
      String id = attribute.text("taxonomy_term_id", "taxonomy_id");
      Optional<TermCode> code = id == null ? Optional.empty() : known(id);
      if (code.isEmpty() && term != null) {
        code = known(term.text("code")).or(() -> known(term.text("term_uri", "uri")));
      }
      if (code.isPresent()) {
        terms.add(code.get());
        continue;
      }
      String name = term == null ? attribute.text("label", "taxonomy_detail") : term.text("name");
      if (name != null) {
        names.add(name);
      }
      String uri = term == null ? null : term.text("term_uri", "uri");
      if (uri != null && uri.startsWith("http")) {
        terms.add(new TermCode(uri));
      }
      of.sink()
          .notice(new FieldNotice.UnknownTerm(of.record(), "attributes", name == null ? id : name));
    }
    terms.addAll(classification.themes(List.of(), names));
    return List.copyOf(terms);
  }

  /// Terms from a list of codes in one field.
  List<TermCode> terms(Reading of, String... fields) {
    Set<TermCode> terms = new LinkedHashSet<>();
    for (String field : fields) {
      for (String word : of.words(field)) {
        Optional<TermCode> code = known(word);
        if (code.isPresent()) {
          terms.add(code.get());
        } else {
          Set<TermCode> themes = classification.themes(List.of(), List.of(word));
          terms.addAll(themes);
          if (themes.isEmpty()) {
            of.sink().notice(new FieldNotice.UnknownTerm(of.record(), field, word));
          }
        }
      }
    }
    return List.copyOf(terms);
  }

  /// The themes that keywords tell.
  List<TermCode> themes(List<String> keywords) {
    return List.copyOf(classification.themes(List.of(), keywords));
  }

  private Optional<TermCode> known(@Nullable String codeOrUri) {
    if (codeOrUri == null) {
      return Optional.empty();
    }
    return classification
        .find(new TermCode(codeOrUri))
        .or(() -> classification.findByUri(codeOrUri))
        .map(Term::code);
  }

  List<AreaCode> areas(Reading of) {
    Set<AreaCode> found = new LinkedHashSet<>();
    for (Node node : of.node().list("service_areas")) {
      String said = node.text("area_code", "name", "service_area");
      Optional<AreaCode> area = area(said);
      if (area.isEmpty() && said != null) {
        of.sink().notice(new FieldNotice.UnknownArea(of.record(), "service_areas", said));
      }
      area.ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  /// By code or name.
  Optional<AreaCode> area(@Nullable String said) {
    if (said == null || said.isBlank()) {
      return Optional.empty();
    }
    return areas
        .find(new AreaCode(said))
        .or(() -> areas.findByName(said))
        .or(() ->
            said.matches("\\d{3}") ? areas.find(AreaCode.municipality(said)) : Optional.empty())
        .map(Area::code);
  }

  /// By what an address says of its town.
  @Nullable AreaCode area(@Nullable String postalCode, @Nullable String city) {
    return Optional.ofNullable(postalCode)
        .flatMap(areas::findPostcode)
        .map(postcode -> postcode.municipality().code())
        .or(() -> area(city))
        .orElse(null);
  }

  List<Service.CostOption> costs(Reading of) {
    List<Service.CostOption> costs = new ArrayList<>();
    for (Node node : of.node().list("cost_options")) {
      Reading cost = of.of(node);
      String currency = node.text("currency");
      boolean euros = currency == null || currency.toUpperCase(Locale.ROOT).equals("EUR");
      Text option = cost.line("option", "amount_description");
      String amount = node.text("amount");
      if (!euros && amount != null) {
        costs.add(
            new Service.CostOption(
                null,
                Text.fi(
                    option.orEmpty(fi.rinnalla.vocabulary.Lang.FI)
                        + " "
                        + amount
                        + " "
                        + currency)));
      } else {
        costs.add(new Service.CostOption(money(cost, "amount"), option));
      }
    }
    return costs;
  }

  @Nullable Money money(Reading of, String field) {
    BigDecimal amount = of.euros(field);
    return amount == null ? null : new Money(amount);
  }

  List<Service.Capacity> capacities(Reading of) {
    List<Service.Capacity> capacities = new ArrayList<>();
    for (Node node : of.node().list("capacities")) {
      Reading capacity = of.of(node);
      Node unit = node.one("unit");
      Integer available = capacity.wholeNumber("available");
      LocalDate updated = capacity.date("updated");
      if (available == null || updated == null) {
        of.sink()
            .notice(new RecordNotice.LeftOutPart(of.record(), "capacities: available, updated"));
        continue;
      }
      Text name = unit == null ? Text.none() : of.of(unit).line("name");
      capacities.add(
          new Service.Capacity(name, available, capacity.wholeNumber("maximum"), updated));
    }
    return capacities;
  }

  List<Text> requiredDocuments(Reading of) {
    List<Text> documents = new ArrayList<>();
    for (Node node : of.node().list("required_documents")) {
      Text document = of.of(node).prose("document");
      if (!document.isEmpty()) {
        documents.add(document);
      }
    }
    return documents;
  }
}
