package fi.rinnalla.advice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long, how often, how many.
///
/// @param alive after so long without a sign of life an adviser is lost: what is going on goes back
///   to the head of the queue
/// @param idleWarned after so long without a word from a visitor whose turn it is they are told
/// @param idleClosed and after so long the talk is closed
/// @param longWait after so long in the queue a visitor is offered to leave a question instead
/// @param longestWait and after so long they are asked to
/// @param gone after so long without a sign of life whoever waits in the queue has left it
/// @param talk how long a talk takes, for guessing the wait
/// @param kept how long a closed talk is kept, for its visitor to save; below a day with the time
///   between two rounds
/// @param answerKept how long a question is kept after its answer
/// @param questionKept and how long when it got none
/// @param beat between two signs of life on a stream
/// @param stream after so long a stream is begun anew, so that whoever may not read any more is out
/// @param startsPerDay how many talks one connection may begin in a day
@ConfigurationProperties("rinnalla.advice")
record AdviceSettings(
    @DefaultValue("2m") Duration alive,
    @DefaultValue("5m") Duration idleWarned,
    @DefaultValue("10m") Duration idleClosed,
    @DefaultValue("10m") Duration longWait,
    @DefaultValue("40m") Duration longestWait,
    @DefaultValue("4m") Duration gone,
    @DefaultValue("8m") Duration talk,
    @DefaultValue("20h") Duration kept,
    @DefaultValue("30d") Duration answerKept,
    @DefaultValue("60d") Duration questionKept,
    @DefaultValue("20s") Duration beat,
    @DefaultValue("10m") Duration stream,
    @DefaultValue("30") int startsPerDay) {}
