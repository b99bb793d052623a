package fi.rinnalla.families;

/// A consent holds no more; told in the transaction that ends it, so that whatever stood on it ends
/// in the same moment.
public record ConsentEnded(ConsentId consent) {}
