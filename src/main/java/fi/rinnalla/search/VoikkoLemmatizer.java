package fi.rinnalla.search;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/// Finnish by libvoikko, where the operator has installed it; the best reading we know of.
///
/// Our own lexicon has the last word in three things: among several readings it picks the word of
/// family life (*päiväkodissa* is a *päiväkoti*, not a *päiväkota*), it knows the words Voikko does
/// not (*muskari*), and it says what is kin (*väsymys*, *väsyä*) or must not be split (*kotimaa*).
///
/// A Voikko handle serves one thread at a time, and virtual threads are many: so a few handles in a
/// queue, never one per thread.
final class VoikkoLemmatizer implements Lemmatizer {

  private final VoikkoLibrary library;
  private final Lexicon lexicon;
  private final Queue<MemorySegment> handles = new ConcurrentLinkedQueue<>();
  private final Semaphore free;

  private VoikkoLemmatizer(VoikkoLibrary library, Lexicon lexicon, int poolSize) {
    this.library = library;
    this.lexicon = lexicon;
    for (int i = 0; i < poolSize; i++) {
      handles.add(library.open());
    }
    free = new Semaphore(poolSize);
  }

  /// Looked for once: the handles are never closed, so there must not be ever more of them.
  private static final class Found {
    static final Optional<Lemmatizer> VOIKKO = look();
  }

  /// Empty when the library, its dictionary or the right to call it is missing. Never throws.
  static Optional<Lemmatizer> find() {
    return Found.VOIKKO;
  }

  private static Optional<Lemmatizer> look() {
    try {
      int poolSize = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
      return Optional.of(new VoikkoLemmatizer(VoikkoLibrary.load(), Lexicon.finnish(), poolSize));
    } catch (RuntimeException | LinkageError missing) {
      return Optional.empty();
    }
  }

  @Override
  public String nameAndVersion() {
    return "voikko " + library.version() + " + " + LexiconLemmatizer.VERSION;
  }

  @Override
  public Reading guessed(String word) {
    return Reading.of(LightStem.FINNISH.of(word));
  }

  @Override
  public List<Reading> known(String word) {
    List<VoikkoLibrary.Analysis> analyses = analyze(word);
    if (analyses.isEmpty()) {
      return lexicon.read(word);
    }
    Set<Reading> readings = new LinkedHashSet<>();
    for (VoikkoLibrary.Analysis analysis : likeliest(analyses)) {
      String base = baseOf(analysis);
      readings.add(reading(base, analysis.wordBases()));
    }
    return List.copyOf(readings);
  }

  private Reading reading(String base, String wordBases) {
    return lexicon.told(base).orElseGet(() -> withOurKin(WordBases.read(base, wordBases)));
  }

  private Reading withOurKin(Reading reading) {
    List<Reading> parts =
        reading.parts().stream().map(part -> lexicon.told(part.base()).orElse(part)).toList();
    Set<String> kin = new LinkedHashSet<>(reading.kin());
    for (String origin : reading.kin()) {
      lexicon.told(origin).ifPresent(told -> kin.addAll(told.kin()));
    }
    return new Reading(reading.base(), parts, List.copyOf(kin));
  }

  /// The readings that are words of ours, or else those put together from the fewest words:
  /// *äitiysneuvolasta* is also a *äitiys-neuvo-lapsi*, but nobody means that.
  private List<VoikkoLibrary.Analysis> likeliest(List<VoikkoLibrary.Analysis> analyses) {
    List<VoikkoLibrary.Analysis> ours =
        analyses.stream().filter(analysis -> lexicon.knows(baseOf(analysis))).toList();
    List<VoikkoLibrary.Analysis> candidates = ours.isEmpty() ? analyses : ours;
    int fewest =
        candidates.stream()
            .mapToInt(analysis -> WordBases.count(analysis.wordBases()))
            .min()
            .orElse(1);
    return candidates.stream()
        .filter(analysis -> WordBases.count(analysis.wordBases()) == fewest)
        .toList();
  }

  private static String baseOf(VoikkoLibrary.Analysis analysis) {
    return analysis.baseForm().toLowerCase(Locale.ROOT);
  }

  /// Not to be interrupted: an answer cut short would be remembered as an unknown word.
  private List<VoikkoLibrary.Analysis> analyze(String word) {
    free.acquireUninterruptibly();
    MemorySegment handle = handles.remove();
    try {
      return library.analyze(handle, word);
    } finally {
      handles.add(handle);
      free.release();
    }
  }
}
