package fi.rinnalla.identity;

/// There is no such record for this caller. Whether there is one for others isn't told.
public final class NoSuchRecord extends RuntimeException {

  public NoSuchRecord(RecordType record) {
    super("no such " + record.code());
  }
}
