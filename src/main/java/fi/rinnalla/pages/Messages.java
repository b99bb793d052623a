package fi.rinnalla.pages;

import com.ibm.icu.text.MessageFormat;
import fi.rinnalla.vocabulary.Lang;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The words of the pages: `messages/<room>_<lang>.properties`, one bundle for each room. A message
/// with arguments is an ICU MessageFormat, for "1 tulos" and "2 tulosta" differ in every language
/// in a way of its own.
@Component
public class Messages {
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)\\}");

  private final Map<Lang, Map<String, Message>> byLang = new EnumMap<>(Lang.class);

  /// Either plain words, or a pattern; the pattern is not thread-safe, so each use takes a copy.
  /// That is dear, so a pattern that only sets words between words ("klo {0}") is also kept in
  /// pieces.
  ///
  /// @param pieces words, and the numbers of arguments (Integer)
  private record Message(
      String words, @Nullable MessageFormat format, @Nullable List<Object> pieces) {}

  Messages() {
    for (Lang lang : Lang.values()) {
      byLang.put(lang, read(lang));
    }
  }

  public String say(Lang lang, String key) {
    return message(lang, key).words();
  }

  public String say(Lang lang, String key, Object... arguments) {
    Message message = message(lang, key);
    MessageFormat format = message.format();
    if (format == null) {
      return message.words();
    }
    List<Object> pieces = message.pieces();
    if (pieces != null && Arrays.stream(arguments).allMatch(String.class::isInstance)) {
      return joined(pieces, arguments);
    }
    return ((MessageFormat) format.clone()).format(arguments);
  }

  public boolean has(Lang lang, String key) {
    return messages(lang).containsKey(key);
  }

  private Message message(Lang lang, String key) {
    Message message = messages(lang).get(key);
    if (message == null) {
      throw new IllegalArgumentException("no message " + key + " in " + lang.code());
    }
    return message;
  }

  private Map<String, Message> messages(Lang lang) {
    return byLang.getOrDefault(lang, Map.of());
  }

  private static Map<String, Message> read(Lang lang) {
    Map<String, Message> messages = new HashMap<>();
    try {
      Resource[] bundles =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:messages/*_" + lang.code() + ".properties");
      for (Resource bundle : bundles) {
        Properties properties = new Properties();
        try (var reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
          properties.load(reader);
        }
        for (String key : properties.stringPropertyNames()) {
          Message before = messages.put(key, parsed(lang, properties.getProperty(key)));
          if (before != null) {
            throw new IllegalStateException("two bundles have the message " + key);
          }
        }
      }
    } catch (IOException cause) {
      throw new UncheckedIOException("the messages can't be read", cause);
    }
    return messages;
  }

  private static String joined(List<Object> pieces, Object[] arguments) {
    StringBuilder words = new StringBuilder();
    for (Object piece : pieces) {
      words.append(piece instanceof Integer argument ? arguments[argument] : piece);
    }
    return words.toString();
  }

  private static Message parsed(Lang lang, String words) {
    return words.contains("{")
        ? new Message(words, new MessageFormat(words, lang.locale()), pieces(words))
        : new Message(words, null, null);
  }

  /// The pieces of a pattern that has nothing but `{0}`; nothing when ICU must read it.
  private static @Nullable List<Object> pieces(String words) {
    if (words.contains("'")) {
      return null;
    }
    List<Object> pieces = new ArrayList<>();
    Matcher argument = ARGUMENT.matcher(words);
    int from = 0;
    while (argument.find()) {
      pieces.add(words.substring(from, argument.start()));
      pieces.add(Integer.valueOf(argument.group(1)));
      from = argument.end();
    }
    pieces.add(words.substring(from));
    boolean more = pieces.stream().anyMatch(it -> it instanceof String text && text.contains("{"));
    return more ? null : pieces;
  }
}
