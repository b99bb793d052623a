package fi.rinnalla.site.web;

import fi.rinnalla.vocabulary.Text;

/// A town as a page links to it.
public record Town(Text name, String slug) {}
