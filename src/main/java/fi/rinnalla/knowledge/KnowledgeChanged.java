package fi.rinnalla.knowledge;

import java.time.Instant;

/// Some article changed; which, stands in the log ([Articles#changesAfter]).
public record KnowledgeChanged(Instant at) {}
