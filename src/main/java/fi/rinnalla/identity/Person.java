package fi.rinnalla.identity;

import fi.rinnalla.vocabulary.Lang;
import org.jspecify.annotations.Nullable;

/// Somebody who signs in.
///
/// @param name what they want to be called; empty until they say
/// @param email lower-cased; null when they sign in otherwise
/// @param demo one of the demo's people, whom anyone may be
public record Person(PersonId id, String name, @Nullable String email, Lang lang, boolean demo) {}
