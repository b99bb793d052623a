package fi.rinnalla.directory;

import fi.rinnalla.vocabulary.AreaCode;
import fi.rinnalla.vocabulary.Position;
import fi.rinnalla.vocabulary.Text;
import org.jspecify.annotations.Nullable;

/// One area of the tree country → wellbeing services county → municipality → service area.
public record Area(
    AreaCode code, Type type, @Nullable AreaCode parent, Text name, @Nullable Position centre) {

  public enum Type {
    COUNTRY,
    WELLBEING_COUNTY,
    MUNICIPALITY,
    SERVICE_AREA
  }
}
