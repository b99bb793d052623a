package fi.rinnalla.hsds;

import fi.rinnalla.pages.Messages;
import fi.rinnalla.vocabulary.Lang;
import fi.rinnalla.vocabulary.Text;
import java.util.function.Function;

/// Words of ours in all our languages, as a text that an answer says in one of them.
final class Words {
  private Words() {}

  static Text of(Messages messages, String key, Object... arguments) {
    return each(lang ->
        arguments.length == 0 ? messages.say(lang, key) : messages.say(lang, key, arguments));
  }

  static Text each(Function<Lang, String> words) {
    return new Text(words.apply(Lang.FI), words.apply(Lang.SV), words.apply(Lang.EN));
  }
}
