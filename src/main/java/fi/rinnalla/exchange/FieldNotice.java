package fi.rinnalla.exchange;

import fi.rinnalla.vocabulary.Text;
import org.jspecify.annotations.Nullable;

/// A fault in one field of one record.
public sealed interface FieldNotice extends Notice {

  /// A field without which the record says nothing is empty.
  record MissingRequiredField(@Nullable String record, String field, @Nullable String value)
      implements FieldNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Pakollinen kenttä «%1$s» on tyhjä. Täytä se, niin tieto julkaistaan.",
          "Det obligatoriska fältet «%1$s» är tomt. Fyll i det så publiceras uppgiften.",
          "The required field «%1$s» is empty. Fill it in and the record will be published.");
    }
  }

  /// The record stands on another that is nowhere to be found.
  record UnknownReference(@Nullable String record, String field, @Nullable String value)
      implements FieldNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Kenttä «%1$s» viittaa tietoon «%2$s», jota ei löydy. Korjaa tunnus tai lisää puuttuva tieto.",
          "Fältet «%1$s» hänvisar till «%2$s», som inte finns. Rätta id:t eller lägg till det som saknas.",
          "The field «%1$s» refers to «%2$s», which is not found. Correct the id or add what is missing.");
    }
  }

  /// The record points at another that is nowhere to be found; it lands without the pointer.
  record ReferenceDropped(@Nullable String record, String field, @Nullable String value)
      implements FieldNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Kenttä «%1$s» viittaa tietoon «%2$s», jota ei löydy. Tieto julkaistiin ilman viittausta.",
          "Fältet «%1$s» hänvisar till «%2$s», som inte finns. Uppgiften publicerades utan hänvisningen.",
          "The field «%1$s» refers to «%2$s», which is not found. The record was published without it.");
    }
  }

  /// A date can not be read.
  record NotADate(@Nullable String record, String field, @Nullable String value)
      implements FieldNotice {
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
      implements FieldNotice {
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

  /// When it begins can not be read, so it can not be in a calendar.
  record StartUnreadable(@Nullable String record, String field, @Nullable String value)
      implements FieldNotice {
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
      implements FieldNotice {
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
      implements FieldNotice {
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
      implements FieldNotice {
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
      implements FieldNotice {
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
      implements FieldNotice {
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
      implements FieldNotice {
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
      implements FieldNotice {
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
      implements FieldNotice {
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
      implements FieldNotice {
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

  /// A language that has no code.
  record UnknownLanguage(@Nullable String record, String field, @Nullable String value)
      implements FieldNotice {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public Text sentence() {
      return say(
          "Kieltä «%2$s» ei tunneta. Käytä kielikoodia, esimerkiksi fi, sv, en, ru, ar.",
          "Språket «%2$s» är okänt. Använd en språkkod, till exempel fi, sv, en, ru, ar.",
          "The language «%2$s» is not known. Use a language code such as fi, sv, en, ru, ar.");
    }
  }

  /// A classification term that we do not know.
  record UnknownTerm(@Nullable String record, String field, @Nullable String value)
      implements FieldNotice {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public Text sentence() {
      return say(
          "Luokkaa «%2$s» ei tunneta. Käytä PTV:n palveluluokan koodia (esimerkiksi P3) tai Rinnallan teemaa.",
          "Klassen «%2$s» är okänd. Använd en kod ur servicedatalagrets (PTV) serviceklasser, till exempel P3, eller ett av Rinnallas teman.",
          "The term «%2$s» is not known. Use a PTV service class code (such as P3) or one of the themes of Rinnalla.");
    }
  }

  /// A word outside the list that the field allows.
  record UnknownWord(@Nullable String record, String field, @Nullable String value)
      implements FieldNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Kentän «%1$s» arvo «%2$s» ei ole mikään sallituista. Katso sallitut sanat ohjeesta.",
          "Värdet «%2$s» i fältet «%1$s» är inget av de tillåtna. Se de tillåtna orden i anvisningen.",
          "The value «%2$s» of «%1$s» is none of those allowed. The guide lists the words.");
    }
  }

  /// An area or municipality that we do not know.
  record UnknownArea(@Nullable String record, String field, @Nullable String value)
      implements FieldNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Aluetta «%2$s» ei tunneta. Käytä kunnan nimeä tai koodia, esimerkiksi Hyvinkää tai M106.",
          "Området «%2$s» är okänt. Använd kommunens namn eller kod, till exempel Hyvinge eller M106.",
          "The area «%2$s» is not known. Use the name or code of a municipality, such as Hyvinkää or M106.");
    }
  }

  /// Markup was taken out of a text; its paragraphs stay.
  record HtmlRemoved(@Nullable String record, String field, @Nullable String value)
      implements FieldNotice {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public Text sentence() {
      return say(
          "Kentästä «%1$s» poistettiin HTML-muotoilut. Tekstin kappaleet säilyivät.",
          "HTML-formateringen togs bort ur fältet «%1$s». Styckena finns kvar.",
          "HTML markup was removed from «%1$s». The paragraphs of the text stay.");
    }
  }

  /// A text so long that nobody reads it was cut.
  record TooLongText(@Nullable String record, String field, @Nullable String value)
      implements FieldNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Kentän «%1$s» teksti on liian pitkä, ja loppu jätettiin pois. Lyhennä tekstiä.",
          "Texten i fältet «%1$s» är för lång och slutet lämnades bort. Förkorta texten.",
          "The text of «%1$s» is too long and its end was left out. Shorten the text.");
    }
  }

  /// A text that begins as a spreadsheet formula; it is kept as words and never calculated.
  record LooksLikeFormula(@Nullable String record, String field, @Nullable String value)
      implements FieldNotice {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public Text sentence() {
      return say(
          "Kentän «%1$s» teksti alkaa kuin taulukkolaskennan kaava. Se näytetään tekstinä; tarkista, onko se tarkoitettu.",
          "Texten i fältet «%1$s» börjar som en formel i ett kalkylblad. Den visas som text; kontrollera om det är avsikten.",
          "The text of «%1$s» begins like a spreadsheet formula. It is shown as words; check whether it is meant.");
    }
  }

  /// An e-mail address that no mail reaches.
  record NotAnEmail(@Nullable String record, String field, @Nullable String value)
      implements FieldNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "«%2$s» ei ole sähköpostiosoite. Korjaa kenttä «%1$s»; osoitetta ei näytetä.",
          "«%2$s» är inte en e-postadress. Rätta fältet «%1$s»; adressen visas inte.",
          "«%2$s» is not an e-mail address. Correct «%1$s»; the address is not shown.");
    }
  }

  /// A web address that no browser opens.
  record NotAWebAddress(@Nullable String record, String field, @Nullable String value)
      implements FieldNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "«%2$s» ei ole verkko-osoite. Sen pitää alkaa https://. Korjaa kenttä «%1$s»; linkkiä ei näytetä.",
          "«%2$s» är inte en webbadress. Den ska börja med https://. Rätta fältet «%1$s»; länken visas inte.",
          "«%2$s» is not a web address. It should begin with https://. Correct «%1$s»; the link is not shown.");
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
