package fi.rinnalla.feedback;

import java.util.UUID;

/// What somebody added in their own words; of which answer, nobody knows.
///
/// @param shown whether the owner has read it and lets the partners read it
public record Remark(UUID id, UUID round, String words, boolean shown) {
  /// How much one may write.
  public static final int LONGEST = 500;
}
