/// The pages of Luuri: the worker's, the roster, the family's and the members'.
@NullMarked
package fi.rinnalla.networks.web;

import org.jspecify.annotations.NullMarked;
