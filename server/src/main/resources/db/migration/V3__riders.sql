-- Where riders often go, as JSON, and the last digits of their telephone numbers to be found by.
ALTER TABLE rider ADD COLUMN places TEXT;
ALTER TABLE rider ADD COLUMN phone_tail TEXT;
CREATE INDEX rider_phone ON rider (area, phone_tail) WHERE phone_tail IS NOT NULL;
