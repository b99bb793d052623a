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

  /// A web address with a user name or password before the server; it could lead astray, so it is
  /// not shown.
  record NameInAddress(@Nullable String record, String field, @Nullable String value)
      implements FieldNotice {
    @Override
    public Severity severity() {
      return Severity.WARNING;
    }

    @Override
    public Text sentence() {
      return say(
          "Osoitteessa «%2$s» on käyttäjätunnus tai salasana ennen @-merkkiä, ja se voi johtaa harhaan. Korjaa kenttä «%1$s»; linkkiä ei näytetä.",
          "Adressen «%2$s» har ett användarnamn eller lösenord före tecknet @ och kan vilseleda. Rätta fältet «%1$s»; länken visas inte.",
          "The address «%2$s» has a user name or password before its @ and could lead astray. Correct «%1$s»; the link is not shown.");
    }
  }

  /// A text is given only in a language that the pages do not have; it is shown as it is.
  record InAnotherLanguage(@Nullable String record, String field, @Nullable String value)
      implements FieldNotice {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public Text sentence() {
      return say(
          "Kentän «%1$s» teksti on annettu vain kielellä «%2$s». Se näytetään sellaisenaan; lisää se myös suomeksi, ruotsiksi tai englanniksi.",
          "Texten i fältet «%1$s» finns bara på språket «%2$s». Den visas som den är; lägg till den också på finska, svenska eller engelska.",
          "The text of «%1$s» is given only in the language «%2$s». It is shown as it is; add it also in Finnish, Swedish or English.");
    }
  }

  /// Words beside a phone number or an address seem to name a person; they are not shown, the
  /// number is. The notice doesn't tell the words either, for it is shown to all.
  record PersonLeftOut(@Nullable String record, String field, @Nullable String value)
      implements FieldNotice {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public Text sentence() {
      return say(
          "Kentässä «%1$s» näyttää olevan ihmisen nimi, joten selitettä ei näytetä. Kirjoita sen tilalle tehtävä, esimerkiksi päiväkodin johtaja.",
          "Fältet «%1$s» verkar innehålla en persons namn, så förklaringen visas inte. Skriv i stället uppgiften, till exempel daghemsföreståndare.",
          "The field «%1$s» seems to name a person, so its words are not shown. Write the role instead, such as head of the day-care centre.");
    }
  }

  /// The service leans on a general description that the feed doesn't have; its own words land
  /// alone.
  record BaseTextMissing(@Nullable String record, String field, @Nullable String value)
      implements FieldNotice {
    @Override
    public Severity severity() {
      return Severity.INFO;
    }

    @Override
    public Text sentence() {
      return say(
          "Palvelu nojaa pohjakuvaukseen («%1$s»: «%2$s»), jota syötteessä ei ole. Siitä näytetään vain palvelun omat tekstit.",
          "Tjänsten bygger på en basbeskrivning («%1$s»: «%2$s») som källan inte har. Bara tjänstens egna texter visas.",
          "The service leans on a general description («%1$s»: «%2$s») that the feed does not have. Only its own words are shown.");
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
