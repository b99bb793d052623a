package fi.rinnalla.site.web;

import fi.rinnalla.pictures.Picture;

/// A picture on a page of ours.
///
/// @param url the whole address of its largest size, for those who show it elsewhere
public record Illustration(Picture picture, String url) {}
