-- For SQLite and PostgreSQL alike. Times are ms since 1970, UTC.

CREATE TABLE event (
  area       TEXT   NOT NULL,
  seq        BIGINT NOT NULL,
  time       BIGINT NOT NULL,
  type       TEXT   NOT NULL,
  booking_id TEXT,
  vehicle_id TEXT,
  data       TEXT   NOT NULL,
  hash       TEXT   NOT NULL,
  PRIMARY KEY (area, seq)
);
CREATE INDEX event_booking ON event (area, booking_id, seq) WHERE booking_id IS NOT NULL;
CREATE INDEX event_vehicle ON event (area, vehicle_id, seq) WHERE vehicle_id IS NOT NULL;
CREATE INDEX event_type ON event (area, type, seq);

-- hash is that of event number seq, digest covers hash and data.
CREATE TABLE snapshot (
  area   TEXT   NOT NULL,
  seq    BIGINT NOT NULL,
  hash   TEXT   NOT NULL,
  data   TEXT   NOT NULL,
  digest TEXT   NOT NULL,
  PRIMARY KEY (area, seq)
);

-- First answers to commands with an idempotency key.
CREATE TABLE answer (
  scope   TEXT    NOT NULL,
  key     TEXT    NOT NULL,
  area    TEXT    NOT NULL,
  request TEXT    NOT NULL,
  time    BIGINT  NOT NULL,
  status  INTEGER NOT NULL,
  body    TEXT    NOT NULL,
  PRIMARY KEY (scope, key)
);
CREATE INDEX answer_time ON answer (area, time);

-- Personal data; may change and be deleted, so nothing of it stands in events.
CREATE TABLE rider (
  area     TEXT   NOT NULL,
  rider_id TEXT   NOT NULL,
  name     TEXT,
  phone    TEXT,
  created  BIGINT NOT NULL,
  PRIMARY KEY (area, rider_id)
);
