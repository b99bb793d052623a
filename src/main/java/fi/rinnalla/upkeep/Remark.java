package fi.rinnalla.upkeep;

/// What an organization told to be wrong in a record, in its own words.
public record Remark(Ref ref, String words) {}
