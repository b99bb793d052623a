package fi.rinnalla.referrals;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long things last.
///
/// @param reminded after how many working days without an answer the organization is reminded
/// @param told after how many the navigator is told
/// @param givenUp after how many the referral ends without an answer
/// @param kept how long after its closing what tells of a family is kept
@ConfigurationProperties("rinnalla.referrals")
record ReferralSettings(
    @DefaultValue("3") int reminded,
    @DefaultValue("5") int told,
    @DefaultValue("10") int givenUp,
    @DefaultValue("6m") Period kept) {}
