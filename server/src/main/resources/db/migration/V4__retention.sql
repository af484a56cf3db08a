-- Where an area's journal begins when events of long ago were deleted: number and hash of the last
-- of them. The event behind it carries that hash on. Times are ms since 1970, UTC.
CREATE TABLE anchor (
  area   TEXT   NOT NULL,
  seq    BIGINT NOT NULL,
  hash   TEXT   NOT NULL,
  pruned BIGINT NOT NULL,
  PRIMARY KEY (area)
);
