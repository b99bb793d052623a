/// Services that go where families already are: visits of partners to a meeting place, planned
/// together, and told of as one.
///
/// Owns series, their visits, what each partner says and brings, whose turn it is to present itself
/// at an opening of a place, and how many came. Answers one question: who visits where and when,
/// and have all of them said yes? It must never know who came, nor who of a partner's people comes:
/// it has roles and numbers. What a visit is to families is an event of the calendar, and what they
/// thought of it is in [fi.rinnalla.feedback].
@NullMarked
@ApplicationModule(
    allowedDependencies = {"directory", "calendar", "feedback", "notifications", "audit"})
package fi.rinnalla.visits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
