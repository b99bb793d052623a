package fi.rinnalla.pages;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.identity.Action;
import fi.rinnalla.identity.RecordType;
import fi.rinnalla.identity.Role;
import fi.rinnalla.vocabulary.Lang;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Finnish, Swedish and English are complete, and no template says anything of its own.
class MessagesTests {
  private static final Path BUNDLES = Path.of("src/main/resources/messages");
  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Pattern SAID = Pattern.compile("say\\(\"([a-z0-9_.]+)\"");
  private static final Pattern BARE =
      Pattern.compile(">\\s*([A-Za-zÅÄÖåäö][A-Za-zÅÄÖåäö ,.!?]{2,})<");

  /// Every room that has any.
  static Stream<String> rooms() throws IOException {
    try (Stream<Path> bundles = Files.list(BUNDLES)) {
      return bundles
          .map(path -> path.getFileName().toString().replaceAll("_.*", ""))
          .distinct()
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void everyLanguageHasEveryMessage(String room) throws IOException {
    Set<String> finnish = keys(room, Lang.FI);

    assertThat(finnish).isNotEmpty();
    assertThat(keys(room, Lang.SV)).isEqualTo(finnish);
    assertThat(keys(room, Lang.EN)).isEqualTo(finnish);
  }

  @Test
  void everyMessageThatATemplateSaysExists() throws IOException {
    Messages messages = new Messages();
    List<String> missing = new ArrayList<>();
    for (Path template : templates()) {
      Matcher said = SAID.matcher(Files.readString(template));
      while (said.find()) {
        String key = said.group(1);
        if (!key.endsWith(".") && !messages.has(Lang.FI, key)) {
          missing.add(template + ": " + key);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void whateverTheAuditLogMayTellOfHasAName() {
    Messages messages = new Messages();
    List<String> keys = new ArrayList<>();
    for (RecordType record : RecordType.values()) {
      keys.add("look.record." + record.code());
    }
    for (Action action : Action.values()) {
      keys.add("look.action." + action.code());
    }
    for (Role role : Role.values()) {
      keys.add("look.who." + role.name().toLowerCase(Locale.ROOT));
    }
    assertThat(keys).allMatch(key -> messages.has(Lang.FI, key));
  }

  @Test
  void noTemplateSaysAnythingOfItsOwn() throws IOException {
    List<String> bare = new ArrayList<>();
    for (Path template : templates()) {
      Matcher words = BARE.matcher(Files.readString(template));
      while (words.find()) {
        if (!words.group(1).equals("Rinnalla")) {
          bare.add(template + ": " + words.group(1));
        }
      }
    }
    assertThat(bare).isEmpty();
  }

  @Test
  void oneHitAndTwoHitsAreSaidApart() {
    Messages messages = new Messages();

    assertThat(messages.say(Lang.FI, "search.count", 1)).isEqualTo("1 tulos");
    assertThat(messages.say(Lang.FI, "search.count", 2)).isEqualTo("2 tulosta");
    assertThat(messages.say(Lang.SV, "search.count", 0)).isEqualTo("Inga resultat");
  }

  private static Set<String> keys(String room, Lang lang) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        Files.newBufferedReader(BUNDLES.resolve(room + "_" + lang.code() + ".properties"))) {
      properties.load(reader);
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }

  private static List<Path> templates() throws IOException {
    try (Stream<Path> all = Files.walk(TEMPLATES)) {
      return all.filter(path -> path.toString().endsWith(".jte")).toList();
    }
  }
}
