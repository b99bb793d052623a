package fi.rinnalla.exchange;

import fi.rinnalla.vocabulary.Text;
import org.jspecify.annotations.Nullable;

/// Why a feed was not fetched or opened. Notices are shown to all, so these tell no path of our
/// computer and no address that somebody's server sent us to; the log does.
public sealed interface FetchNotice extends Notice {

  /// The file or folder to read is not on this computer.
  record NoSuchFile(@Nullable String value) implements FetchNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Luettavaa tiedostoa tai kansiota ei löydy. Tarkista polku.",
          "Filen eller mappen som skulle läsas finns inte. Kontrollera sökvägen.",
          "The file or folder to read is not found. Check the path.");
    }
  }

  /// The address, or one it sends us to, is not a public web address.
  record AddressNotPublic(@Nullable String value) implements FetchNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Syötettä ei haettu, sillä osoite (tai se, johon se ohjaa) ei ole julkinen. Anna julkinen https-osoite ilman salasanaa.",
          "Källan hämtades inte, eftersom adressen (eller den som den hänvisar till) inte är offentlig. Ange en offentlig https-adress utan lösenord.",
          "The feed was not fetched, for the address (or one that it redirects to) is not public. Give a public https address without a password.");
    }
  }

  /// The server is not found, or did not answer in time.
  record NoAnswer(@Nullable String value) implements FetchNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Syötteen palvelinta ei löydy tai se ei vastannut ajoissa. Tarkista osoite; yritämme uudelleen seuraavalla kerralla.",
          "Källans server hittas inte eller svarade inte i tid. Kontrollera adressen; vi försöker på nytt nästa gång.",
          "The feed's server is not found or did not answer in time. Check the address; we try again the next time.");
    }
  }

  /// The server answered with a fault instead of the feed.
  record AnsweredWithFault(@Nullable String value) implements FetchNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Syötteen palvelin vastasi virheellä %1$s. Tarkista osoite ja että syöte on avoin kaikille.",
          "Källans server svarade med felet %1$s. Kontrollera adressen och att källan är öppen för alla.",
          "The feed's server answered with the fault %1$s. Check the address and that the feed is open to all.");
    }
  }

  /// The address redirects too many times, or nowhere.
  record RedirectedAstray(@Nullable String value) implements FetchNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Osoite ohjaa muualle liian monta kertaa tai ei minnekään. Anna se osoite, josta syöte lopulta löytyy.",
          "Adressen hänvisar vidare för många gånger eller ingenstans. Ange den adress där källan till slut finns.",
          "The address redirects too many times, or nowhere. Give the address where the feed is found in the end.");
    }
  }

  /// The feed is larger than is read.
  record TooLargeFeed(@Nullable String value) implements FetchNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Syöte on yli %1$s megatavua, joten sitä ei luettu. Jaa se sivuihin tai pienempiin tiedostoihin.",
          "Källan är över %1$s megabyte och lästes därför inte. Dela den i sidor eller mindre filer.",
          "The feed is over %1$s megabytes, so it was not read. Divide it into pages or smaller files.");
    }
  }

  /// The feed has more pages than are read, or its pages are on another host.
  record TooManyPages(@Nullable String value) implements FetchNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Syötteessä on enemmän sivuja kuin luetaan (%1$s). Luettu osa julkaistiin, eikä mitään poistettu. Pyydä suurempia sivuja.",
          "Källan har fler sidor än vad som läses (%1$s). Det lästa publicerades och inget togs bort. Be om större sidor.",
          "The feed has more pages than are read (%1$s). What was read was published and nothing was removed. Ask for larger pages.");
    }
  }

  /// The next page of the feed is on another host, which is not followed.
  record PagesElsewhere(@Nullable String value) implements FetchNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Syötteen seuraava sivu on toisella palvelimella, jonne ei jatkettu. Luettu osa julkaistiin, eikä mitään poistettu. Pyydä korjaamaan sivujen osoitteet.",
          "Källans nästa sida finns på en annan server, och den följdes inte. Det lästa publicerades och inget togs bort. Be att sidornas adresser rättas.",
          "The next page of the feed is on another host, so it was not followed. What was read was published and nothing was removed. Ask for its pages' addresses to be corrected.");
    }
  }

  /// The zip is broken.
  record BrokenZip(@Nullable String value) implements FetchNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Zip-pakettia ei voi purkaa, sillä se on rikki. Pakkaa tai lataa se uudelleen.",
          "Zip-paketet går inte att packa upp, för det är trasigt. Packa eller ladda ner det på nytt.",
          "The zip can not be unpacked, for it is broken. Pack or download it again.");
    }
  }

  /// The zip holds more files or bytes than a feed may.
  record SwellingZip(@Nullable String value) implements FetchNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Zip-paketissa on enemmän tiedostoja tai tavuja kuin luetaan. Pakkaa siihen vain syötteen omat tiedostot.",
          "Zip-paketet innehåller fler filer eller byte än vad som läses. Packa bara källans egna filer i det.",
          "The zip holds more files or bytes than are read. Pack only the feed's own files in it.");
    }
  }

  /// A page breaks off each time it is asked for; nothing of it is read.
  record BrokenPage(@Nullable String value) implements FetchNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Rajapinnan sivu tuli vajaana, vaikka sitä pyydettiin «%1$s» kertaa. Siitä ei luettu mitään, eikä mitään poistettu. Yritämme ensi kerralla uudelleen.",
          "En sida i gränssnittet kom avhuggen fast den efterfrågades «%1$s» gånger. Inget av den lästes och inget togs bort. Vi försöker igen nästa gång.",
          "A page of the interface came broken off though it was asked for «%1$s» times. Nothing of it was read and nothing was removed. We try again next time.");
    }
  }

  /// The server wants a key that we have not told it, or refuses the one we told.
  record KeyRefused(@Nullable String value) implements FetchNotice {
    @Override
    public Severity severity() {
      return Severity.ERROR;
    }

    @Override
    public Text sentence() {
      return say(
          "Rajapinta vaatii avaimen tai ei hyväksy sitä («%1$s»). Ylläpito tarkistaa avaimen asennuksen asetuksista.",
          "Gränssnittet kräver en nyckel eller godkänner den inte («%1$s»). Den som driver installationen kontrollerar nyckeln i inställningarna.",
          "The interface wants a key or does not accept it («%1$s»). Whoever runs this installation checks the key in its settings.");
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

  /// Bytes as people say them.
  static String megabytes(long bytes) {
    return Long.toString(Math.max(1, bytes / 1_000_000));
  }

  default Text say(String fi, String sv, String en) {
    String value = Notice.excerpt(value());
    return new Text(fi.formatted(value), sv.formatted(value), en.formatted(value));
  }
}
