/// How people come in and go out: links by e-mail, passkeys, an identity provider, the demo's
/// people, one's own page. Who they are and what they may do is the identity room's.
@NullMarked
@ApplicationModule(allowedDependencies = {"vocabulary", "audit", "notifications", "vault"})
package fi.rinnalla.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
