package fi.rinnalla.exchange;

import fi.rinnalla.vocabulary.Text;
import org.jspecify.annotations.Nullable;

/// A time, a number or a position in one field of one record that can't be what it says.
public sealed interface ValueNotice extends Notice {

  /// A date can not be read.
  record NotADate(@Nullable String record, String field, @Nullable String value)
      implements ValueNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Kentän «%1$s» arvo «%2$s» ei ole päivä. Kirjoita se muodossa 2026-08-11 tai 11.8.2026.",
          "Värdet «%2$s» i fältet «%1$s» är inte ett datum. Skriv det som 2026-08-11 eller 11.8.2026.",
          "The value «%2$s» of «%1$s» is not a date. Write it as 2026-08-11 or 11.8.2026.");
    }
  }

  /// A time of day can not be read.
  record NotATime(@Nullable String record, String field, @Nullable String value)
      implements ValueNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Kentän «%1$s» arvo «%2$s» ei ole kellonaika. Kirjoita se muodossa 9:30.",
          "Värdet «%2$s» i fältet «%1$s» är inte ett klockslag. Skriv det som 9:30.",
          "The value «%2$s» of «%1$s» is not a time of day. Write it as 9:30.");
    }
  }

  /// An hour in UTC or another zone, which on the clock in Finland is not the same all year.
  record HourInAnotherZone(@Nullable String record, String field, @Nullable String value)
      implements ValueNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Kellonaika «%2$s» kentässä «%1$s» on eri Suomen kellossa kesällä ja talvella, joten sitä ei näytetä. Kirjoita aika Suomen kellon mukaan, esimerkiksi 9:30.",
          "Klockslaget «%2$s» i fältet «%1$s» är inte detsamma enligt finsk tid sommar och vinter, så det visas inte. Skriv det enligt finsk tid, till exempel 9:30.",
          "The time «%2$s» of «%1$s» is not the same by the clock in Finland in summer and winter, so it is not shown. Write it by the clock in Finland, such as 9:30.");
    }
  }

  /// When it begins can not be read, so it can not be in a calendar.
  record StartUnreadable(@Nullable String record, String field, @Nullable String value)
      implements ValueNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Alkamisaikaa «%2$s» ei voi lukea, joten tapahtumaa ei julkaistu. Kirjoita se kenttään «%1$s» muodossa 2026-08-11 09:30 tai 11.8.2026 klo 9.30.",
          "Starttiden «%2$s» går inte att läsa, så evenemanget publicerades inte. Skriv den i fältet «%1$s» som 2026-08-11 09:30 eller 11.8.2026 kl. 9.30.",
          "The start «%2$s» can not be read, so the event was not published. Write it in «%1$s» as 2026-08-11 09:30 or 11.8.2026 9.30.");
    }
  }

  /// A number can not be read.
  record NotANumber(@Nullable String record, String field, @Nullable String value)
      implements ValueNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Kentän «%1$s» arvo «%2$s» ei ole luku. Kirjoita pelkkä luku, esimerkiksi 3 tai 2,50.",
          "Värdet «%2$s» i fältet «%1$s» är inte ett tal. Skriv bara talet, till exempel 3 eller 2,50.",
          "The value «%2$s» of «%1$s» is not a number. Write the number alone, such as 3 or 2.50.");
    }
  }

  /// It ends before it begins; it lands without an end.
  record EndBeforeStart(@Nullable String record, String field, @Nullable String value)
      implements ValueNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Loppu «%2$s» on ennen alkua. Tarkista kenttä «%1$s»; loppuaikaa ei näytetä.",
          "Slutet «%2$s» är före början. Kontrollera fältet «%1$s»; sluttiden visas inte.",
          "The end «%2$s» is before the start. Check «%1$s»; no end is shown.");
    }
  }

  /// One time lasts over a month; what goes on that long is a service, or a rule that repeats.
  record TooLong(@Nullable String record, String field, @Nullable String value)
      implements ValueNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Tapahtuma kestäisi yli 31 päivää («%2$s»). Jos se toistuu, kerro toisto; näytämme vain ensimmäisen päivän.",
          "Evenemanget skulle pågå i över 31 dagar («%2$s»). Om det upprepas, ange upprepningen; vi visar bara första dagen.",
          "The event would last over 31 days («%2$s»). If it repeats, say how; only its first day is shown.");
    }
  }

  /// Ages that no person has, or the youngest older than the oldest.
  record AgeOutOfRange(@Nullable String record, String field, @Nullable String value)
      implements ValueNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Ikäraja «%2$s» kentässä «%1$s» ei ole mahdollinen. Korjaa se; tieto julkaistiin ilman ikärajaa.",
          "Åldersgränsen «%2$s» i fältet «%1$s» är inte möjlig. Rätta den; uppgiften publicerades utan åldersgräns.",
          "The age limit «%2$s» in «%1$s» is not possible. Correct it; the record was published without ages.");
    }
  }

  /// Coordinates that are nowhere on Earth; the place lands without them.
  record NotAPosition(@Nullable String record, String field, @Nullable String value)
      implements ValueNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Sijainti «%2$s» ei ole maapallolla. Anna leveysaste (noin 60–70) ja pituusaste (noin 20–31) WGS 84 -asteina.",
          "Läget «%2$s» finns inte på jorden. Ange latitud (cirka 60–70) och longitud (cirka 20–31) i WGS 84-grader.",
          "The position «%2$s» is nowhere on Earth. Give latitude (about 60–70) and longitude (about 20–31) in WGS 84 degrees.");
    }
  }

  /// A position outside Finland, often latitude and longitude in the wrong order.
  record CoordinatesOutsideFinland(@Nullable String record, String field, @Nullable String value)
      implements ValueNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Sijainti «%2$s» on Suomen ulkopuolella. Tarkista, ovatko leveys- ja pituusaste vaihtaneet paikkaa.",
          "Läget «%2$s» är utanför Finland. Kontrollera om latitud och longitud har bytt plats.",
          "The position «%2$s» is outside Finland. Check whether latitude and longitude have changed places.");
    }
  }

  /// A place one can go to has no position, so it is not on the map.
  record PositionMissing(@Nullable String record, String field, @Nullable String value)
      implements ValueNotice {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public Text sentence() {
      return say(
          "Paikalla ei ole sijaintia, joten se ei näy kartalla. Lisää leveys- ja pituusaste.",
          "Platsen saknar läge och syns därför inte på kartan. Lägg till latitud och longitud.",
          "The place has no position, so it is not on the map. Add latitude and longitude.");
    }
  }

  /// A repeat that can not be read; only the first time is shown.
  record UnreadableRule(@Nullable String record, String field, @Nullable String value)
      implements ValueNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Toistoa «%2$s» ei voi lukea. Kirjoita esimerkiksi «joka tiistai»; nyt näytämme vain ensimmäisen kerran.",
          "Upprepningen «%2$s» går inte att läsa. Skriv till exempel «varje tisdag»; nu visas bara första gången.",
          "The repeat «%2$s» can not be read. Write for example «every Tuesday»; only the first time is shown.");
    }
  }

  /// A repeat rule that would run on without end or oftener than daily.
  record RefusedRuleNotice(@Nullable String record, String field, @Nullable String value)
      implements ValueNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Toistosääntöä «%2$s» ei hyväksytä: se toistuisi useammin kuin päivittäin tai liian monta kertaa. Korjaa sääntö.",
          "Upprepningsregeln «%2$s» godtas inte: den skulle upprepas oftare än dagligen eller för många gånger. Rätta regeln.",
          "The repeat rule «%2$s» is refused: it would repeat oftener than daily or too many times. Correct the rule.");
    }
  }

  /// A price below zero, or one that nobody would ask; it lands without a price.
  record PriceOutOfRange(@Nullable String record, String field, @Nullable String value)
      implements ValueNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Hinta «%2$s» kentässä «%1$s» ei ole mahdollinen. Korjaa se; tieto julkaistiin ilman hintaa.",
          "Priset «%2$s» i fältet «%1$s» är inte möjligt. Rätta det; uppgiften publicerades utan pris.",
          "The price «%2$s» in «%1$s» is not possible. Correct it; the record was published without a price.");
    }
  }

  /// The day when somebody last checked the record is yet to come; it is not believed.
  record VerifiedInFuture(@Nullable String record, String field, @Nullable String value)
      implements ValueNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Tarkistuspäivä «%2$s» kentässä «%1$s» on tulevaisuudessa, joten sitä ei näytetä. Kirjoita päivä, jona tieto viimeksi tarkistettiin.",
          "Granskningsdagen «%2$s» i fältet «%1$s» ligger i framtiden och visas därför inte. Skriv den dag då uppgiften senast granskades.",
          "The day of checking «%2$s» in «%1$s» is in the future, so it is not shown. Write the day when the record was last checked.");
    }
  }

  /// A repeat rule that is not one of RFC 5545.
  record NotARule(@Nullable String record, String field, @Nullable String value)
      implements ValueNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Toistosääntöä «%2$s» ei ymmärretä, joten tapahtumaa ei julkaistu. Tarkista kenttä «%1$s»; sääntö on esimerkiksi FREQ=WEEKLY;BYDAY=TU.",
          "Upprepningsregeln «%2$s» går inte att förstå, så evenemanget publicerades inte. Kontrollera fältet «%1$s»; en regel är till exempel FREQ=WEEKLY;BYDAY=TU.",
          "The repeat rule «%2$s» is not understood, so the event was not published. Check «%1$s»; a rule is such as FREQ=WEEKLY;BYDAY=TU.");
    }
  }

  /// A repeat rule that gives no time at all, such as every 30 February.
  record RuleWithoutTimes(@Nullable String record, String field, @Nullable String value)
      implements ValueNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Toistosääntö «%2$s» ei anna yhtään kertaa (kuten 30. helmikuuta), joten tapahtumaa ei julkaistu. Korjaa kenttä «%1$s».",
          "Upprepningsregeln «%2$s» ger inte en enda gång (som den 30 februari), så evenemanget publicerades inte. Rätta fältet «%1$s».",
          "The repeat rule «%2$s» gives no time at all (like 30 February), so the event was not published. Correct «%1$s».");
    }
  }

  /// A repeat that begins before 1900 or after 2500.
  record RuleOfAnotherAge(@Nullable String record, String field, @Nullable String value)
      implements ValueNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Toistuva tapahtuma alkaa vuonna, jota tuskin tarkoitetaan (ennen 1900:aa tai jälkeen 2500:n), joten sitä ei julkaistu. Tarkista alkamispäivä; toisto on «%2$s».",
          "Det upprepade evenemanget börjar ett år som knappast avses (före 1900 eller efter 2500) och publicerades inte. Kontrollera startdagen; upprepningen är «%2$s».",
          "The repeating event begins in a year that is hardly meant (before 1900 or after 2500), so it was not published. Check its first day; the repeat is «%2$s».");
    }
  }

  /// Hours that end before they begin and are no night; they are not shown.
  record ClosesBeforeOpening(@Nullable String record, String field, @Nullable String value)
      implements ValueNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Aukiolo «%2$s» päättyy ennen kuin alkaa. Korjaa kentät «%1$s»; näitä tunteja ei näytetä.",
          "Öppettiden «%2$s» slutar innan den börjar. Rätta fälten «%1$s»; de här timmarna visas inte.",
          "The hours «%2$s» end before they begin. Correct «%1$s»; these hours are not shown.");
    }
  }

  /// A part of a rule for opening hours that can not be, such as every 0 weeks or the 77th of a
  /// month; it is not followed.
  record ImpossibleInRule(@Nullable String record, String field, @Nullable String value)
      implements ValueNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Säännön osa «%1$s» ei voi olla «%2$s», joten sitä ei noudateta. Korjaa se ja tarkista näkyvät aukioloajat.",
          "Regelns del «%1$s» kan inte vara «%2$s», så den följs inte. Rätta den och kontrollera öppettiderna som visas.",
          "The rule's part «%1$s» can not be «%2$s», so it is not followed. Correct it and check the hours that are shown.");
    }
  }

  /// An event has several repeat rules; the first is followed.
  record SecondRule(@Nullable String record, String field, @Nullable String value)
      implements ValueNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Tapahtumalla on useampi toistosääntö («%1$s»). Vain ensimmäistä noudatetaan; tee muista omat tapahtumansa.",
          "Evenemanget har flera upprepningsregler («%1$s»). Bara den första följs; gör egna evenemang av de andra.",
          "The event has several repeat rules («%1$s»). Only the first is followed; make events of their own of the others.");
    }
  }

  /// An event names more single dates than are kept; the next ones are.
  record TooManyDates(@Nullable String record, String field, @Nullable String value)
      implements ValueNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Kentässä «%1$s» on %2$s päivää, enemmän kuin luetaan. Seuraavat päivät otettiin mukaan; kerro muut toistosääntönä.",
          "Fältet «%1$s» har %2$s datum, fler än vad som läses. De närmast följande togs med; ange resten som en upprepningsregel.",
          "«%1$s» names %2$s dates, more than are read. The next ones were kept; tell the others as a repeat rule.");
    }
  }

  @Override
  String field();

  default Text say(String fi, String sv, String en) {
    String value = Notice.excerpt(value());
    return new Text(
        fi.formatted(field(), value), sv.formatted(field(), value), en.formatted(field(), value));
  }
}
