package fi.rinnalla.merging;

import java.util.List;

/// A word of a name, folded.
///
/// @param base what it is a form of, or the word that stands for it in all languages; as written
///   when nobody knows it
/// @param parts the base forms that it is put together from; none of a simple word
record Word(String written, String base, List<String> parts) {
  Word {
    parts = List.copyOf(parts);
  }

  static Word unknown(String written) {
    return new Word(written, written, List.of());
  }
}
