package fi.rinnalla.visits;

import java.util.UUID;

/// Somebody's wish to change turns: theirs for another's. Both keep their own until the other says
/// yes.
public record Swap(UUID turn, UUID wanted) {}
