package fi.rinnalla.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import fi.rinnalla.vocabulary.Lang;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoticeDocumentationTests {

  static Stream<Class<?>> notices() {
    return Arrays.stream(Notice.class.getPermittedSubclasses())
        .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()));
  }

  @ParameterizedTest
  @MethodSource("notices")
  void eachNoticeSpeaksThreeLanguages(Class<?> type) throws ReflectiveOperationException {
    Class<?>[] parameters =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    Object[] words = Arrays.stream(parameters).map(_ -> "abc").toArray();
    var constructor = type.getDeclaredConstructor(parameters);
    constructor.setAccessible(true);
    Notice notice = (Notice) constructor.newInstance(words);
    for (Lang lang : Lang.values()) {
      String said = notice.sentence().in(lang);
      assertThat(said).isNotNull().hasSizeGreaterThan(20).doesNotContain("%").endsWith(".");
    }
    assertThat(notice.severity()).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("notices")
  void eachNoticeIsInTheGuideAndSaysWhatItIs(Class<?> type) throws IOException {
    assertThat(Files.readString(Path.of("docs/notices.md")))
        .contains("| `" + type.getSimpleName() + "` |");
    List<String> source =
        Files.readAllLines(
            Path.of(
                "src/main/java/fi/rinnalla/exchange/%s.java"
                    .formatted(type.getEnclosingClass().getSimpleName())));
    int line = 0;
    while (!source.get(line).contains("record " + type.getSimpleName() + "(")) {
      line++;
    }
    assertThat(source.get(line - 1)).contains("///");
  }
}
