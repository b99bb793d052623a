package fi.rinnalla.feedback;

import fi.rinnalla.vocabulary.Lang;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Families who came and say what they thought.
final class Families {
  private final Answering answering;

  Families(Answering answering) {
    this.answering = answering;
  }

  void liked(int many, Sitting sitting) {
    for (int i = 0; i < many; i++) {
      say(sitting, 5, "");
    }
  }

  Answering.Outcome say(Sitting sitting, int useful, String words) {
    return answering.answer(sitting.token(), said(useful, true, words));
  }

  static Answering.Said said(int useful, @Nullable Boolean more, String words) {
    return new Answering.Said(
        UUID.randomUUID(), Lang.FI, useful, more, Set.of(Learnt.PEOPLE), words, false);
  }
}
