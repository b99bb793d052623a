package fi.rinnalla.identity;

/// A connection told apart from others until midnight, and by this process alone: a digest whose
/// key is thrown away then and was never written down. It says nothing of who it is. It is to be
/// kept in memory only.
public record CallerToday(String digest) {}
