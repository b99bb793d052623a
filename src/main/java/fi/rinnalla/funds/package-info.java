/// Hobby fee support: money that somebody gave for children's hobbies finds its way to a club, and
/// the club doesn't learn that it was support.
///
/// Owns funds, their rounds, applications and vouchers. Answers one question: is there money for
/// this child's hobby, and who said so? It must never know what a family earns or owes, what it
/// gets from elsewhere, or why it needs help: a professional's tick stands for all of that.
@NullMarked
@ApplicationModule(
    allowedDependencies = {"directory", "families", "notifications", "signin", "vault"})
package fi.rinnalla.funds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
