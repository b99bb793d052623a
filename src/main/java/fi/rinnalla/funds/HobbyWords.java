package fi.rinnalla.funds;

/// What a parent writes into an application, as it was typed; a draft is nothing else. Sealed with
/// the parent's key. There is no field for reasons, income or health, and there mustn't be one.
///
/// @param year the child's year of birth
/// @param club who holds the hobby
/// @param recommender the professional's e-mail address; the name of one who began the draft and
///   has none here
/// @param answer one line about what was asked afterwards, such as an invoice's number
public record HobbyWords(
    String nickname,
    String year,
    String area,
    String club,
    String hobby,
    String sum,
    String starts,
    String ends,
    String kind,
    String recommender,
    String answer) {
  public static final int LONGEST = 80;
  public static final int LONGEST_ANSWER = 200;

  /// Where only the state is left.
  public static final HobbyWords NONE = new HobbyWords("", "", "", "", "", "", "", "", "", "", "");

  HobbyWords with(String sentence) {
    return new HobbyWords(
        nickname, year, area, club, hobby, sum, starts, ends, kind, recommender, sentence);
  }

  HobbyWords by(String professional) {
    return new HobbyWords(
        nickname, year, area, club, hobby, sum, starts, ends, kind, professional, answer);
  }

  /// Whether nothing is in one of the fields that may be filled in later.
  boolean isBlank(String field) {
    return switch (field) {
      case "area" -> area.isEmpty();
      case "club" -> club.isEmpty();
      case "sum" -> sum.isEmpty();
      case "starts" -> starts.isEmpty();
      case "ends" -> ends.isEmpty();
      case "kind_new" -> kind.isEmpty();
      default -> false;
    };
  }

  /// Whether two applications are for the same child, as far as one can see.
  boolean isSameChild(HobbyWords other) {
    return nickname.equalsIgnoreCase(other.nickname) && year.equals(other.year);
  }

  /// Whether a professional who has said a word of the one has said it of the other: the same
  /// child, the same hobby, no more money, and it is they who were named. A club, a term or a
  /// receipt may be mended.
  boolean isWhatWasSeen(HobbyWords other) {
    return isSameChild(other)
        && hobby.equalsIgnoreCase(other.hobby)
        && recommender.equalsIgnoreCase(other.recommender)
        && Cents.read(other.sum).orElse(0) >= Cents.read(sum).orElse(Integer.MAX_VALUE);
  }

  /// Says nothing of anybody.
  @Override
  public String toString() {
    return "the words of an application";
  }
}
