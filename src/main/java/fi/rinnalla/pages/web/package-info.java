/// How pages reach the browser: the page of a request, and templates that were compiled beforehand.
@NullMarked
package fi.rinnalla.pages.web;

import org.jspecify.annotations.NullMarked;
