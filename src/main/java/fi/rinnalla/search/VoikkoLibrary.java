package fi.rinnalla.search;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The five functions of libvoikko that we call, through `java.lang.foreign`.
///
/// Nothing of Voikko is bundled: the library is GPL, and whether to install it is the operator's
/// choice. Start the JVM with `--enable-native-access=ALL-UNNAMED`, or it prints a warning (and
/// later JDKs will refuse, upon which we fall back to our own lexicon).
final class VoikkoLibrary {

  private static final AddressLayout POINTER =
      ADDRESS.withTargetLayout(MemoryLayout.sequenceLayout(Long.MAX_VALUE / 8, JAVA_BYTE));

  /// libvoikko refuses longer words; no word a parent writes comes near.
  private static final int LONGEST_WORD = 100;

  /// One analysis as Voikko gives it.
  record Analysis(String baseForm, String wordBases) {}

  private final MethodHandle init;
  private final MethodHandle analyze;
  private final MethodHandle value;
  private final MethodHandle freeValue;
  private final MethodHandle freeAnalyses;
  private final MemorySegment baseForm;
  private final MemorySegment wordBases;
  private final MemorySegment finnish;
  private final String version;

  private VoikkoLibrary() {
    SymbolLookup library = SymbolLookup.libraryLookup("libvoikko.so.1", Arena.global());
    var unary = FunctionDescriptor.of(POINTER, POINTER, POINTER);
    init = handle(library, "voikkoInit", FunctionDescriptor.of(POINTER, POINTER, POINTER, POINTER));
    analyze = handle(library, "voikkoAnalyzeWordCstr", unary);
    value = handle(library, "voikko_mor_analysis_value_cstr", unary);
    freeValue =
        handle(library, "voikko_free_mor_analysis_value_cstr", FunctionDescriptor.ofVoid(POINTER));
    freeAnalyses = handle(library, "voikko_free_mor_analysis", FunctionDescriptor.ofVoid(POINTER));
    baseForm = Arena.global().allocateFrom("BASEFORM");
    wordBases = Arena.global().allocateFrom("WORDBASES");
    finnish = Arena.global().allocateFrom("fi");
    version = version(handle(library, "voikkoGetVersion", FunctionDescriptor.of(POINTER)));
  }

  /// Throws whatever the loader throws when the library or one of its functions is not there.
  static VoikkoLibrary load() {
    return new VoikkoLibrary();
  }

  private static MethodHandle handle(
      SymbolLookup library, String name, FunctionDescriptor descriptor) {
    return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), descriptor);
  }

  private static String version(MethodHandle handle) {
    try {
      return ((MemorySegment) handle.invokeExact()).getString(0);
    } catch (Throwable t) {
      throw failed(t);
    }
  }

  String version() {
    return version;
  }

  /// Opens the dictionary. A handle may be used by one thread at a time; it lives as long as we do.
  MemorySegment open() {
    try (var arena = Arena.ofConfined()) {
      var error = arena.allocate(ADDRESS);
      var handle = (MemorySegment) init.invokeExact(error, finnish, MemorySegment.NULL);
      if (handle.address() == 0) {
        throw new IllegalStateException("Voikko has no Finnish dictionary");
      }
      return handle;
    } catch (Throwable t) {
      throw failed(t);
    }
  }

  List<Analysis> analyze(MemorySegment handle, String word) {
    if (word.length() > LONGEST_WORD || word.indexOf('\0') >= 0) {
      return List.of();
    }
    try (var arena = Arena.ofConfined()) {
      var array = (MemorySegment) analyze.invokeExact(handle, arena.allocateFrom(word));
      if (array.address() == 0) {
        return List.of();
      }
      List<Analysis> found = new ArrayList<>();
      for (long at = 0; ; at += POINTER.byteSize()) {
        MemorySegment analysis = array.get(POINTER, at);
        if (analysis.address() == 0) {
          break;
        }
        String base = text(analysis, baseForm);
        if (base != null && !base.isBlank()) {
          String pieces = text(analysis, wordBases);
          found.add(new Analysis(base, pieces == null ? "" : pieces));
        }
      }
      freeAnalyses.invokeExact(array);
      return found;
    } catch (Throwable t) {
      throw failed(t);
    }
  }

  private @Nullable String text(MemorySegment analysis, MemorySegment key) throws Throwable {
    var text = (MemorySegment) value.invokeExact(analysis, key);
    if (text.address() == 0) {
      return null;
    }
    String copy = text.getString(0);
    freeValue.invokeExact(text);
    return copy;
  }

  private static RuntimeException failed(Throwable t) {
    if (t instanceof Error error) {
      throw error;
    }
    return t instanceof RuntimeException runtime ? runtime : new IllegalStateException(t);
  }
}
