/// From a worry to a helper: a family asks, a navigator walks beside, and the family chooses.
///
/// Owns the requests for help, the options a family is offered, and the referrals that came of its
/// choices. Answers one question: has this family got help? It must never hold a decision of social
/// or health care, a diagnosis or a money matter: what a worker must write down by law is written
/// in the county's own system, and this is no register of clients (people.md, section 3.0).
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "directory",
      "calendar",
      "search",
      "families",
      "notifications",
      "signin",
      "vault"
    })
package fi.rinnalla.referrals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
