package fi.rinnalla.notifications;

/// A browser is reached no more: its owner took the permission away, or it is gone. Whoever keeps
/// the address lets go of it, in the transaction in which that was learnt.
public record PushAddressGone(PushAddressId address) {}
