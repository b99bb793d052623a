package fi.rinnalla.identity;

/// A connection told apart from others until midnight: a digest whose key is of this day alone, in
/// a file that the nodes share and that is destroyed once the day is over. It says nothing of who
/// it is. It is to be kept in memory, or sealed; in the clear only where somebody was barred.
public record CallerToday(String digest) {}
