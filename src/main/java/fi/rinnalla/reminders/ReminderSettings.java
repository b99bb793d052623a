package fi.rinnalla.reminders;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When one is reminded, and how long things last.
///
/// @param daysBefore how many days before the start
/// @param at at what o'clock that day, in Helsinki; in the quiet hours it gives way to them
/// @param late how long before the start whoever asked after that is reminded; who signs up so late
///   isn't, for they have just been told
/// @param unseen at the latest so often it's looked whether a reminder is due, even when nothing is
///   known to have changed
/// @param heldAtMost how long a process that freezes keeps the reminder it looks at
/// @param asked how long the link that confirms is good
/// @param browser how long a browser that opened a letter's link shows the reminders without it
/// @param device how long a browser that is reminded itself shows its reminders
/// @param kept how long after the last time a reminder and its address are kept
/// @param letters how many unconfirmed reminders one address may have letters of
/// @param most how many reminders one address may have
@ConfigurationProperties("rinnalla.reminders")
record ReminderSettings(
    @DefaultValue("1") int daysBefore,
    @DefaultValue("17:00") LocalTime at,
    @DefaultValue("2h") Duration late,
    @DefaultValue("1h") Duration unseen,
    @DefaultValue("90s") Duration heldAtMost,
    @DefaultValue("24h") Duration asked,
    @DefaultValue("12h") Duration browser,
    @DefaultValue("400d") Duration device,
    @DefaultValue("24h") Duration kept,
    @DefaultValue("5") int letters,
    @DefaultValue("100") int most) {}
