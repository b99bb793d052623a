package fi.rinnalla.visits;

import java.util.UUID;

/// That a presenter couldn't take a turn, and why.
public record Decline(UUID turn, UUID presenter, Turn.Reason reason) {}
