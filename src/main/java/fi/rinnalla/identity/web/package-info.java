/// What stands before every handler of every room: who calls, whether the gate lets them in, and
/// how often. And the auditor's page.
@NullMarked
package fi.rinnalla.identity.web;

import org.jspecify.annotations.NullMarked;
