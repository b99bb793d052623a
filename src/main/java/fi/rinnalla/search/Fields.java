package fi.rinnalla.search;

/// The names of the index's fields. [LuceneDocuments] writes them, [LuceneQueries] asks by them.
final class Fields {
  static final String KEY = "key";
  static final String NAMES = "names";
  static final String SUBJECTS = "subjects";
  static final String PROSE = "prose";

  /// Words as they were written in names and subjects, for near misses of typing.
  static final String SURFACE = "surface";

  /// Days of the calendar (epoch days in Helsinki) that have a time, as terms: two lists of
  /// documents meet faster than two ranges do.
  static final String DAY = "day";

  /// The times themselves, packed ([Span#packed]).
  static final String SPANS = "spans";

  static final String POSITION = "position";
  static final String AREA = "area";
  static final String AGE_FROM = "age_from";
  static final String AGE_BEYOND = "age_beyond";
  static final String FREE = "free";
  static final String LANGUAGE = "language";
  static final String FEATURE = "feature";
  static final String THEME = "theme";
  static final String KIND = "kind";

  /// When a list goes by time, what is held comes before what is merely open, and both before what
  /// never closes: a crisis line is no answer to what there is to do today.
  static final String RANK = "rank";

  static final String RELATED = "related";
  static final String CARD = "card";

  private Fields() {}
}
