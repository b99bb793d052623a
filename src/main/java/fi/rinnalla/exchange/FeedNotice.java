package fi.rinnalla.exchange;

import fi.rinnalla.vocabulary.Text;
import org.jspecify.annotations.Nullable;

/// A fault in a feed as a whole, or in one of its files.
public sealed interface FeedNotice extends Notice {

  /// The feed is not JSON, or breaks off; what stood before the fault has landed.
  record MalformedJson(@Nullable String value) implements FeedNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Tiedosto ei ole kelvollista JSONia kohdasta «%1$s» alkaen. Pyydä järjestelmän toimittajaa korjaamaan se.",
          "Filen är inte giltig JSON från och med «%1$s». Be systemleverantören rätta den.",
          "The file is not valid JSON from «%1$s» on. Ask the supplier of the system to correct it.");
    }
  }

  /// A row of a table can not be read.
  record MalformedCsvRow(@Nullable String value) implements FeedNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Taulukon riviä ei voi lukea: «%1$s». Tarkista lainausmerkit ja sarakkeiden määrä.",
          "En rad i tabellen går inte att läsa: «%1$s». Kontrollera citattecken och antalet kolumner.",
          "A row of the table can not be read: «%1$s». Check the quotation marks and the number of columns.");
    }
  }

  /// Part of a calendar file can not be read.
  record MalformedCalendar(@Nullable String value) implements FeedNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Kalenteritiedoston kohtaa «%1$s» ei voi lukea. Vie kalenteri ohjelmastasi uudelleen.",
          "Kalenderfilens ställe «%1$s» går inte att läsa. Exportera kalendern på nytt ur ditt program.",
          "The calendar file can not be read at «%1$s». Export the calendar from your program again.");
    }
  }

  /// The text is not UTF-8; it was read as Windows-1252.
  record EncodingGuessed(@Nullable String value) implements FeedNotice {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public Text sentence() {
      return say(
          "Tiedoston «%1$s» merkistö ei ole UTF-8, joten se luettiin Windows-1252:na. Tarkista, että ä ja ö näkyvät oikein.",
          "Filen «%1$s» är inte i UTF-8 och lästes som Windows-1252. Kontrollera att å, ä och ö syns rätt.",
          "The file «%1$s» is not UTF-8, so it was read as Windows-1252. Check that ä and ö look right.");
    }
  }

  /// A page's header promises another number of records than it holds.
  record HeaderContentsMismatch(@Nullable String value) implements FeedNotice {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public Text sentence() {
      return say(
          "Sivun otsake ja sisältö ovat eri mieltä tietojen määrästä: «%1$s». Luettiin kaikki, mitä sivulla on.",
          "Sidhuvudet och innehållet är oense om antalet uppgifter: «%1$s». Allt på sidan lästes.",
          "The header and the contents of a page disagree on the number of records: «%1$s». All on the page was read.");
    }
  }

  /// A column that we do not read.
  record UnknownColumn(@Nullable String value) implements FeedNotice {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public Text sentence() {
      return say(
          "Saraketta «%1$s» ei tunneta, joten sitä ei luettu. Tarkista sarakkeen nimi ohjeesta.",
          "Kolumnen «%1$s» är okänd och lästes inte. Kontrollera kolumnens namn i anvisningen.",
          "The column «%1$s» is not known, so it was not read. Check its name in the guide.");
    }
  }

  /// A file whose contents we do not recognise.
  record UnknownShape(@Nullable String value) implements FeedNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Tiedoston «%1$s» sisältöä ei tunnisteta. Tarkista, että valitsit oikean tiedoston ja muodon.",
          "Innehållet i filen «%1$s» känns inte igen. Kontrollera att du valde rätt fil och format.",
          "The contents of the file «%1$s» are not recognised. Check that the file and the format are right.");
    }
  }

  /// The feed holds no record at all; nothing is withdrawn on its word.
  record NothingToRead(@Nullable String value) implements FeedNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Syötteessä «%1$s» ei ole yhtään tietoa. Tarkista osoite; aiemmin julkaistuja tietoja ei poistettu.",
          "Källan «%1$s» innehåller inga uppgifter. Kontrollera adressen; inget tidigare publicerat togs bort.",
          "The feed «%1$s» holds no records. Check the address; nothing published before was removed.");
    }
  }

  /// Reading stopped midway; what came before has landed and nothing is withdrawn.
  record ReadingStopped(@Nullable String value) implements FeedNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Lukeminen keskeytyi: «%1$s». Luettu osa julkaistiin, eikä mitään poistettu. Yritä uudelleen.",
          "Läsningen avbröts: «%1$s». Det lästa publicerades och inget togs bort. Försök igen.",
          "Reading stopped: «%1$s». What was read was published and nothing was removed. Try again.");
    }
  }

  /// An address we do not fetch from, or a file too large or too slow.
  record FetchRefused(@Nullable String value) implements FeedNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Syötettä ei haettu: «%1$s». Anna julkinen https-osoite, joka vastaa nopeasti.",
          "Källan hämtades inte: «%1$s». Ange en offentlig https-adress som svarar snabbt.",
          "The feed was not fetched: «%1$s». Give a public https address that answers quickly.");
    }
  }

  /// So many records have vanished that a person must confirm it.
  record MassDisappearance(@Nullable String value) implements FeedNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Syötteestä on kadonnut «%1$s» tietoa. Mitään ei poistettu; vahvista poisto, jos se on tarkoitus.",
          "«%1$s» uppgifter har försvunnit ur källan. Inget togs bort; bekräfta borttagningen om den är avsiktlig.",
          "«%1$s» records have vanished from the feed. Nothing was removed; confirm the removal if it is meant.");
    }
  }

  @Override
  default @Nullable String record() {
    return null;
  }

  @Override
  default @Nullable String field() {
    return null;
  }

  default Text say(String fi, String sv, String en) {
    String value = Notice.excerpt(value());
    return new Text(fi.formatted(value), sv.formatted(value), en.formatted(value));
  }
}
