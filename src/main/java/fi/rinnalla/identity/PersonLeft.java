package fi.rinnalla.identity;

/// A person has deleted what is theirs; the rooms that keep anything of them let go of it in the
/// same transaction.
public record PersonLeft(PersonId person) {}
