/// The addresses under `/api/hsds`.
@NullMarked
package fi.rinnalla.hsds.web;

import org.jspecify.annotations.NullMarked;
