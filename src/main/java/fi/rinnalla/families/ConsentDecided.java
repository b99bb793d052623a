package fi.rinnalla.families;

/// Somebody has said yes or no; told in the transaction of the word.
public record ConsentDecided(ConsentId consent) {}
