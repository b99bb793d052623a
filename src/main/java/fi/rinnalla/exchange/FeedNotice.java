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
    public boolean isOfARow() {
      return true;
    }

    @Override
    public Text sentence() {
      return say(
          "Taulukon riviä ei voi lukea: «%1$s». Tarkista lainausmerkit ja sarakkeiden määrä.",
          "En rad i tabellen går inte att läsa: «%1$s». Kontrollera citattecken och antalet kolumner.",
          "A row of the table can not be read: «%1$s». Check the quotation marks and the number of columns.");
    }
  }

  /// A quotation mark of a table is opened and not closed where its text ends.
  ///
  /// @param value where it is opened, as `events.csv:6`
  record UnclosedQuotation(@Nullable String value) implements FeedNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public boolean isOfARow() {
      return true;
    }

    @Override
    public Text sentence() {
      return say(
          "Rivillä «%1$s» alkaa lainausmerkki, joka ei sulkeudu siinä missä pitäisi. Riviä ja sen jälkeen tulevia ei luettu, ja aiemmin julkaistut pysyvät. Lisää puuttuva lainausmerkki tai poista ylimääräinen, ja lue tiedosto uudelleen.",
          "På raden «%1$s» börjar ett citattecken som inte avslutas där det borde. Raden och de som kommer efter lästes inte, och det som publicerats tidigare står kvar. Lägg till citattecknet som saknas eller ta bort det som är för mycket, och läs filen på nytt.",
          "On the line «%1$s» a quotation mark is opened that isn’t closed where it should be. That row and those after it were not read, and what was published before stays. Add the quotation mark that is missing or take out the one too many, and read the file again.");
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
      return Severity.ERROR;
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
          "Lukeminen keskeytyi odottamattomasti. Luettu osa julkaistiin, eikä mitään poistettu. Yritä uudelleen.",
          "Läsningen avbröts oväntat. Det lästa publicerades och inget togs bort. Försök igen.",
          "Reading stopped unexpectedly. What was read was published and nothing was removed. Try again.");
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

  /// A calendar file breaks off before its end; whole events before the break land and nothing is
  /// withdrawn.
  record CalendarCutShort(@Nullable String value) implements FeedNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Kalenteritiedosto «%1$s» katkeaa kesken: lopusta puuttuu END:VCALENDAR. Vain ne tapahtumat luettiin, jotka ovat ennen sitä kokonaan, eikä mitään poistettu. Vie kalenteri uudelleen.",
          "Kalenderfilen «%1$s» tar slut mitt i: END:VCALENDAR saknas. Bara de evenemang som är hela före det lästes, och inget togs bort. Exportera kalendern på nytt.",
          "The calendar file «%1$s» breaks off: END:VCALENDAR is missing at its end. Only the events that are whole before it were read, and nothing was removed. Export the calendar again.");
    }
  }

  /// A row has more columns than the header, so nothing in it can be trusted to stand in its own
  /// column; the row does not land and nothing is withdrawn.
  record TooManyColumns(@Nullable String value) implements FeedNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Rivillä «%1$s» on enemmän sarakkeita kuin otsikkorivillä, joten sitä ei julkaistu. Laita lainausmerkit sen tekstin ympärille, jossa on sarakkeiden erotin (; tai ,).",
          "Raden «%1$s» har fler kolumner än rubrikraden och publicerades därför inte. Sätt citattecken kring den text som innehåller kolumnernas skiljetecken (; eller ,).",
          "The row «%1$s» has more columns than the header, so it was not published. Put quotation marks round the text that contains the separator of columns (; or ,).");
    }
  }

  /// A file of the feed holds nothing at all; nothing is withdrawn on its word.
  record EmptyFile(@Nullable String value) implements FeedNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Tiedosto «%1$s» on tyhjä. Vie se uudelleen tai jätä se pois; aiemmin julkaistuja tietoja ei poistettu.",
          "Filen «%1$s» är tom. Exportera den på nytt eller lämna bort den; inget tidigare publicerat togs bort.",
          "The file «%1$s» is empty. Export it again or leave it out; nothing published before was removed.");
    }
  }

  /// The text is UTF-16 without the mark that says so; it was read as such.
  record EncodingWithoutMark(@Nullable String value) implements FeedNotice {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public Text sentence() {
      return say(
          "Tiedosto «%1$s» näyttää olevan UTF-16-merkistöä ilman tunnistetta, ja se luettiin sellaisena. Tallenna se mieluummin UTF-8:na.",
          "Filen «%1$s» verkar vara i UTF-16 utan märke och lästes så. Spara den hellre som UTF-8.",
          "The file «%1$s» seems to be UTF-16 without a mark, and was read as such. Better save it as UTF-8.");
    }
  }

  /// A calendar names a time zone that nobody knows; its times are read by the clock in Finland.
  record UnknownTimeZone(@Nullable String value) implements FeedNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Aikavyöhykettä «%1$s» ei tunneta, joten ajat luettiin Suomen kellon mukaan. Tarkista, että ne näkyvät oikein.",
          "Tidszonen «%1$s» är okänd, så tiderna lästes enligt finsk tid. Kontrollera att de visas rätt.",
          "The time zone «%1$s» is not known, so the times were read by the clock in Finland. Check that they are shown right.");
    }
  }

  /// A JSON file holds a text, number or nesting so large that the reading had to end; what stood
  /// before has landed.
  record PastLimits(@Nullable String value) implements FeedNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Tiedostossa on niin suuri teksti, luku tai sisäkkäisyys («%1$s»), että lukeminen päättyi siihen. Sitä ennen ollut julkaistiin, eikä mitään poistettu. Pyydä järjestelmän toimittajaa korjaamaan se.",
          "Filen har en så stor text, siffra eller nästling («%1$s») att läsningen slutade där. Det som fanns före publicerades och inget togs bort. Be systemleverantören rätta den.",
          "The file has so large a text, number or nesting («%1$s») that reading ended there. What came before was published and nothing was removed. Ask the supplier of the system to correct it.");
    }
  }

  /// A field that has no place here; it is told once, with the number of records that have it.
  record UnmappedField(@Nullable String value) implements FeedNotice {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public Text sentence() {
      return say(
          "Kenttää «%1$s» ei näytetä: sille ei ole täällä paikkaa. Suluissa on, monessako tiedossa se on.",
          "Fältet «%1$s» visas inte, eftersom det inte har någon plats här. Inom parentes står i hur många uppgifter det finns.",
          "The field «%1$s» is not shown, for it has no place here. The number is of the records that have it.");
    }
  }

  /// The source is in a format that nobody in this installation reads; nothing is withdrawn.
  record UnknownFormat(@Nullable String value) implements FeedNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Muotoa «%1$s» ei lueta tässä asennuksessa. Tuo tiedot toisessa muodossa; mitään ei poistettu.",
          "Formatet «%1$s» läses inte i den här installationen. Hämta uppgifterna i ett annat format; inget togs bort.",
          "The format «%1$s» is not read in this installation. Import the data in another format; nothing was removed.");
    }
  }

  /// Whether it stands for a row that didn't land, and is counted with the faulty.
  default boolean isOfARow() {
    return false;
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
