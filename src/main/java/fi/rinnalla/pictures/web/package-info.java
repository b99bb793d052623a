/// Where pictures are put, looked at and taken away.
@NullMarked
package fi.rinnalla.pictures.web;

import org.jspecify.annotations.NullMarked;
