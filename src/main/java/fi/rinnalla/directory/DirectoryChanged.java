package fi.rinnalla.directory;

import java.time.Instant;

/// Something in the directory changed; what, stands in its log ([Directory#changesAfter]).
public record DirectoryChanged(Instant at) {}
