package fi.rinnalla.meetups;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much and how long.
///
/// @param weeksAhead how many weeks ahead a meet-up may be proposed; those who keep a place can't
///   promise it for longer
/// @param notice how long before its start it must be proposed: somebody has to answer
/// @param waiting how many proposals of one person may wait at once
/// @param proposals how many one person may make in a day
/// @param weeklyWeeks how many weeks a weekly one goes on before its host is asked again
/// @param alone how long a proposal waits for the place's own people before the area's are shown it
/// @param typed how long what was typed is kept for whoever goes to sign in
/// @param offered how long somebody who is asked to take over may think about it
/// @param hostless how long a group may be without a host, or wait for an answer, before it ends
/// @param quiet how long a group may be without times ahead before it ends
/// @param warned how long before that its hosts are told
/// @param kept how long after its end what is personal is kept, as with sign-ups
@ConfigurationProperties("rinnalla.meetups")
record MeetupSettings(
    @DefaultValue("6") int weeksAhead,
    @DefaultValue("2h") Duration notice,
    @DefaultValue("3") int waiting,
    @DefaultValue("6") int proposals,
    @DefaultValue("12") int weeklyWeeks,
    @DefaultValue("48h") Duration alone,
    @DefaultValue("2h") Duration typed,
    @DefaultValue("7d") Duration offered,
    @DefaultValue("30d") Duration hostless,
    @DefaultValue("90d") Duration quiet,
    @DefaultValue("14d") Duration warned,
    @DefaultValue("30d") Duration kept) {}
