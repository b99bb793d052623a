package fi.rinnalla.meetups;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What has no place in the words of a meet-up: a way past this page to somebody's home, phone or
/// chat. Whoever looks for children wants exactly these, and a parent who writes theirs in good
/// faith can't take them back. Better to stop a harmless word than to let an address through: the
/// sentence tells what to leave out.
public enum ContactDetail {
  EMAIL(
      "[^\\s@]+\\s*(@|\\(at\\)|\\[at\\]|\\bät\\b)\\s*[^\\s@]+\\.[a-z]{2,}|@[a-z0-9_.]{3,}"
          + "|[^\\s@]+\\s+(at|ät)\\s+[^\\s@.]+(\\s+(dot|piste|punkt)\\s+|\\.)(com|fi|net|org|se)\\b"),
  LINK(
      "https?:|www\\.|\\b[\\w-]+(\\.|\\s\\.\\s?)"
          + "(fi|com|net|org|se|eu|io|me|info|app|gg|ly|chat|link|page)\\b"),
  PHONE(
      "(\\+|\\b0)[^\\p{L}\\d\\n,]{0,2}(\\d[^\\p{L}\\d\\n,]{0,2}){6,}|\\d{6,}|(\\d{2,4}[\\s-]){2,}\\d{2,4}"),
  CHAT(
      "\\b(whats?[\\s-]?app\\w*|wapp\\w*|telegram\\w*|insta(gram)?\\w*|snap(chat)?\\w*|messenger\\w*"
          + "|discord\\w*|facebook\\w*|face(ssa|en)|tiktok\\w*|kik|viber\\w*|signal(issa|iin)?|yv|dm)\\b"),
  ADDRESS(
      "\\p{L}*(katu|kadu|tie|tiellä|tien|kuja|polku|polu|kaari|kaare|väylä|raitti|raiti|rinne|rintee|penger|pihan?|"
          + "gata|gatan|vägen|väg|gränd|gränden|stigen|stig|street|road|lane|avenue)(n|lla|llä|ssa|ssä|lle|ltä|lta|a|ä)?"
          + "[\\s,.:]+(nro\\.?\\s?|nr\\.?\\s?)?\\d{1,4}\\s?[a-z]?\\b"
          + "|\\b(ovikoodi|porttikoodi|ovisummer|rappu|portkod|dörrkod|door\\s?code)\\w*"
          + "|\\b(meillä|meille|meidän (kotona|luo|luona|luokse|kotiin)|luonani|luonamme|kotonani|kotonamme|kotonamme|kotiini|kotiimme|kodissani"
          + "|hemma hos|hem till (mig|oss)|my (home|house|place|flat)|our (home|house|place|flat))\\b");

  private final Pattern pattern;

  ContactDetail(String regex) {
    this.pattern =
        Pattern.compile(
            regex,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The first that the words hold, however they are written (full width, with signs between).
  /// Dates and hours are no telephone numbers.
  public static Optional<ContactDetail> in(String words) {
    String read =
        Normalizer.normalize(words, Normalizer.Form.NFKC)
            .replaceAll(
                "\\b([1-9]|[0-2]\\d|3[01])\\.([1-9]|0[1-9]|1[0-2])\\.(20\\d\\d)?(?!\\d)", " ")
            .replaceAll("\\b\\d{1,2}[.:]\\d{2}\\s*[-–]\\s*\\d{1,2}([.:]\\d{2})?", " ");
    for (ContactDetail one : values()) {
      if (one.pattern.matcher(read).find()) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
