/// The pages of asking for help and of walking beside.
@NullMarked
package fi.rinnalla.referrals.web;

import org.jspecify.annotations.NullMarked;
