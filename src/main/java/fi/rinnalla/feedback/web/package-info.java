/// The pages of a round: a phone's worth of questions for those who came, and what its organizer
/// and the partners see.
@NullMarked
package fi.rinnalla.feedback.web;

import org.jspecify.annotations.NullMarked;
