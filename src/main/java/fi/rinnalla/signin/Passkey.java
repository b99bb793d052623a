package fi.rinnalla.signin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One of a person's passkeys, as its owner sees it.
///
/// @param id as the browser names it
public record Passkey(String id, String label, Instant addedAt, @Nullable Instant usedAt) {}
