package fi.rinnalla.exchange;

/// Hears how a run is getting on, batch by batch.
public interface ProgressListener {
  ProgressListener NOBODY = _ -> {};

  void at(ImportRun run);
}
