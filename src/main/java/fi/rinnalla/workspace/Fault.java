package fi.rinnalla.workspace;

/// What must be mended before a sheet may be published.
///
/// @param input where it is mended
/// @param reason the end of a message key, `workspace.fault.<reason>`
/// @param word what the message is about, or nothing
public record Fault(String input, String reason, String word) {}
