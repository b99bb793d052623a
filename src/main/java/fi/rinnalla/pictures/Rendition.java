package fi.rinnalla.pictures;

/// A picture in one size, encoded here.
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Rendition(Picture.Size size, byte[] bytes) {}
