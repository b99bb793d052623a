package fi.rinnalla.notifications;

import java.util.UUID;

/// Whose browser, as the calling room knows it.
public record PushAddressId(UUID value) {}
