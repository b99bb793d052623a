/// The pages of asking a human: the visitor's, the adviser's, and those of whoever keeps a desk.
@NullMarked
package fi.rinnalla.advice.web;

import org.jspecify.annotations.NullMarked;
