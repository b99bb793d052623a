package fi.rinnalla.exchange;

import fi.rinnalla.vocabulary.Text;
import org.jspecify.annotations.Nullable;

/// A fault in a record as a whole.
public sealed interface RecordNotice extends Notice {

  /// The id is already another source's; one feed can not overwrite another.
  record BelongsToAnotherSource(@Nullable String record, @Nullable String value)
      implements RecordNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Tunnus «%1$s» kuuluu jo toiselle lähteelle, joten tietoa ei muutettu. Käytä omaa tunnusta.",
          "Id:t «%1$s» hör redan till en annan källa, så uppgiften ändrades inte. Använd ett eget id.",
          "The id «%1$s» already belongs to another source, so nothing was changed. Use an id of your own.");
    }
  }

  /// Two different records of one kind have the same id; the first counts.
  record DuplicateId(@Nullable String record, @Nullable String value) implements RecordNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Tunnus «%1$s» on kahdella eri tiedolla. Ensimmäinen julkaistiin; anna toiselle oma tunnus.",
          "Id:t «%1$s» finns på två olika uppgifter. Den första publicerades; ge den andra ett eget id.",
          "The id «%1$s» is on two different records. The first was published; give the other its own id.");
    }
  }

  /// A record has no id, so it can not be recognised the next time.
  record WithoutId(@Nullable String record, @Nullable String value) implements RecordNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Tiedolta «%1$s» puuttuu tunnus (id), joten sitä ei voi päivittää. Lisää tunnus.",
          "Uppgiften «%1$s» saknar id och kan inte uppdateras. Lägg till ett id.",
          "The record «%1$s» has no id, so it can not be updated. Add an id.");
    }
  }

  /// The source keeps the record as a draft or has deleted it, so it is not shown.
  record NotPublished(@Nullable String record, @Nullable String value) implements RecordNotice {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public Text sentence() {
      return say(
          "Tieto «%1$s» on lähteessä luonnos tai poistettu, joten sitä ei näytetä.",
          "Uppgiften «%1$s» är ett utkast eller borttagen i källan och visas därför inte.",
          "The record «%1$s» is a draft or deleted at its source, so it is not shown.");
    }
  }

  /// A change to one time of a series that the feed doesn't have; it stands as an event of its own.
  record OverrideWithoutMaster(@Nullable String record, @Nullable String value)
      implements RecordNotice {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public Text sentence() {
      return say(
          "Kalenterissa on muutos sarjaan «%1$s», mutta ei sarjaa itseään. Muutos näytetään omana tapahtumanaan.",
          "Kalendern har en ändring i serien «%1$s» men inte själva serien. Ändringen visas som ett eget evenemang.",
          "The calendar has a change to the series «%1$s» but not the series. The change is shown as an event of its own.");
    }
  }

  /// Part of a record says something that has no place here.
  record LeftOutPart(@Nullable String record, @Nullable String value) implements RecordNotice {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public Text sentence() {
      return say(
          "Tiedosta «%1$s» jäi osa pois: «%3$s».",
          "En del av uppgiften «%1$s» lämnades bort: «%3$s».",
          "Part of the record «%1$s» was left out: «%3$s».");
    }
  }

  /// The house could not take the record in, for a reason its reader did not foresee.
  record NotLanded(@Nullable String record, @Nullable String value) implements RecordNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Tietoa «%1$s» ei voitu julkaista jostain odottamattomasta syystä. Kerro tästä ylläpidolle.",
          "Uppgiften «%1$s» kunde inte publiceras av någon oväntad orsak. Kontakta administratören.",
          "The record «%1$s» could not be published for an unexpected reason. Please tell the maintainers.");
    }
  }

  /// The event is marked private or confidential in its calendar, so it is not shown.
  record MarkedPrivate(@Nullable String record, @Nullable String value) implements RecordNotice {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public Text sentence() {
      return say(
          "Tapahtuma «%1$s» on merkitty kalenterissa yksityiseksi, joten sitä ei näytetä. Poista merkintä, jos tapahtuma on kaikille.",
          "Evenemanget «%1$s» är markerat som privat i kalendern och visas därför inte. Ta bort markeringen om det är öppet för alla.",
          "The event «%1$s» is marked private in the calendar, so it is not shown. Remove the mark if it is meant for all.");
    }
  }

  /// Something in the feed is neither a service, an event nor a place; it is left out.
  record UnrecognisedRecord(@Nullable String record, @Nullable String value)
      implements RecordNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Syötteessä on kohta («%1$s»), jota ei tunnisteta palveluksi, tapahtumaksi tai paikaksi. Se jätettiin pois; tarkista sen kentät.",
          "I källan finns något («%1$s») som inte känns igen som service, evenemang eller plats. Det lämnades bort; kontrollera fälten.",
          "Something in the feed («%1$s») is not recognised as a service, an event or a place. It was left out; check its fields.");
    }
  }

  /// A record is nested deeper than anything sensible; its deepest parts are left out.
  record TooDeep(@Nullable String record, @Nullable String value) implements RecordNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Tiedossa «%1$s» on yli 60 sisäkkäistä tasoa. Syvimmät osat jätettiin pois; pyydä järjestelmän toimittajaa korjaamaan tieto.",
          "Uppgiften «%1$s» har över 60 nivåer inuti varandra. De djupaste delarna lämnades bort; be systemleverantören rätta den.",
          "The record «%1$s» is nested over 60 levels deep. Its deepest parts were left out; ask the supplier of the system to correct it.");
    }
  }

  /// A record holds more than anything sensible; what comes last in it is left out.
  record TooLarge(@Nullable String record, @Nullable String value) implements RecordNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Tiedossa «%1$s» on yli 200 000 arvoa. Sen loppuosa jätettiin pois; pyydä järjestelmän toimittajaa korjaamaan tieto.",
          "Uppgiften «%1$s» har över 200 000 värden. Slutet av den lämnades bort; be systemleverantören rätta den.",
          "The record «%1$s» holds over 200,000 values. Its end was left out; ask the supplier of the system to correct it.");
    }
  }

  @Override
  default @Nullable String field() {
    return null;
  }

  default Text say(String fi, String sv, String en) {
    String id = Notice.excerpt(record());
    String value = Notice.excerpt(value());
    return new Text(
        fi.formatted(id, "", value), sv.formatted(id, "", value), en.formatted(id, "", value));
  }
}
