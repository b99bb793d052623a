package fi.rinnalla.pictures;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// @param largest the largest file that is taken
/// @param megapixels the most that a picture may have; a small file can unfold to any size
/// @param decoded how many megapixels are laid out in memory at most; of a picture with more only
///   each second or third is read
/// @param atOnce how many are made at the same time; the next one is asked to try again
/// @param longestAlt in characters
/// @param keptAfter how long the picture of what was withdrawn is kept, for it may be put back
@ConfigurationProperties("rinnalla.pictures")
public record PicturesSettings(
    @DefaultValue("10MB") DataSize largest,
    @DefaultValue("40") int megapixels,
    @DefaultValue("12.5") double decoded,
    @DefaultValue("2") int atOnce,
    @DefaultValue("300") int longestAlt,
    @DefaultValue("30d") Duration keptAfter) {}
