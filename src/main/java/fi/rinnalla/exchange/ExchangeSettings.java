package fi.rinnalla.exchange;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param allowLoopback whether feeds may be fetched from this very computer; for tests only
/// @param mostBytes the largest feed fetched, in bytes
/// @param mostUnpackedBytes the most that a zip may hold once unpacked, all files together
/// @param mostEntries the most files a zip may hold
/// @param fetchTime the longest one fetch may take, from the question to the last byte
/// @param fetchTries how often a page that doesn't come is asked for within one reading, in all
/// @param fetchPause how long to wait before asking again; twice as long each time
/// @param mostPages the most pages of one feed
/// @param vanishedPercent when more of a source's records than this have vanished, a person is
///   asked
/// @param vanishedFrom unless the source has fewer records than this; then when more than half of
///   at least three have
@ConfigurationProperties("rinnalla.exchange")
record ExchangeSettings(
    @DefaultValue("false") boolean allowLoopback,
    @DefaultValue("100000000") long mostBytes,
    @DefaultValue("1000000000") long mostUnpackedBytes,
    @DefaultValue("10000") int mostEntries,
    @DefaultValue("60s") Duration fetchTime,
    @DefaultValue("4") int fetchTries,
    @DefaultValue("2s") Duration fetchPause,
    @DefaultValue("2000") int mostPages,
    @DefaultValue("30") int vanishedPercent,
    @DefaultValue("10") int vanishedFrom) {}
