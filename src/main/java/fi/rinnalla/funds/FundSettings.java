package fi.rinnalla.funds;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long things last.
///
/// @param valid how long a club may redeem a voucher
/// @param warned how long before its end the family is told
/// @param refused how long what came to nothing is kept
/// @param personal how long after the term it is kept for whom the money was
/// @param books how long after the year's end the accounts are kept (accounting act 1336/1997,
///   chapter 2 section 10: six years for vouchers)
@ConfigurationProperties("rinnalla.funds")
record FundSettings(
    @DefaultValue("90d") Period valid,
    @DefaultValue("14d") Period warned,
    @DefaultValue("6m") Period refused,
    @DefaultValue("12m") Period personal,
    @DefaultValue("6y") Period books) {}
