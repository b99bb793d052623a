/// The pages where an organization keeps its listings.
@NullMarked
package fi.rinnalla.workspace.web;

import org.jspecify.annotations.NullMarked;
