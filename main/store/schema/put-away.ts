/** Step 3: a failed or returned payout whose repair was put away asks for nobody, until the repair is opened again. A column that is worked out can't be
 *  changed, so `rank` and `tab` are made anew with what stands on them; running totals stay as they are: nothing is put away yet. */
export const putAwaySchema = `
ALTER TABLE payouts ADD COLUMN put_away INTEGER NOT NULL DEFAULT 0;
DROP TRIGGER payouts_total_in;
DROP TRIGGER payouts_total_out;
DROP TRIGGER payouts_total_moved;
DROP INDEX payouts_all;
DROP INDEX payouts_of_tab;
ALTER TABLE payouts DROP COLUMN rank;
ALTER TABLE payouts DROP COLUMN tab;
ALTER TABLE payouts ADD COLUMN rank INTEGER NOT NULL GENERATED ALWAYS AS (CASE
  WHEN state = 'unknown' THEN 0
  WHEN cloned_to IS NOT NULL THEN 9
  WHEN state = 'deposit_expired' THEN 1 WHEN state = 'refused' THEN 2
  WHEN put_away THEN 9
  WHEN state = 'failed' THEN 3 WHEN state = 'returned' THEN 4
  ELSE 9 END) VIRTUAL;
ALTER TABLE payouts ADD COLUMN tab TEXT NOT NULL GENERATED ALWAYS AS (CASE
  WHEN rank < 9 THEN 'needs-you'
  WHEN state IN ('deposit_expired', 'refused', 'failed', 'returned') THEN 'settled'
  WHEN state IN ('draft', 'ready') THEN 'drafts'
  WHEN state = 'completed' THEN 'done'
  ELSE 'on-the-way' END) VIRTUAL;
-- In list order and with everything that searching and adding up need, so that neither reads a row it doesn't show.
CREATE INDEX payouts_all ON payouts (profile_id, rank, age, id, tab, send_currency, send_minor, search);
CREATE INDEX payouts_of_tab ON payouts (profile_id, tab, rank, age, id);
CREATE TRIGGER payouts_total_in AFTER INSERT ON payouts BEGIN
  INSERT INTO payout_totals VALUES (NEW.profile_id, NEW.tab, ifnull(NEW.send_currency, ''), 1, ifnull(NEW.send_minor, 0))
  ON CONFLICT DO UPDATE SET payouts = payouts + 1, minor = minor + excluded.minor;
END;
CREATE TRIGGER payouts_total_out AFTER DELETE ON payouts BEGIN
  UPDATE payout_totals SET payouts = payouts - 1, minor = minor - ifnull(OLD.send_minor, 0)
  WHERE profile_id = OLD.profile_id AND tab = OLD.tab AND currency = ifnull(OLD.send_currency, '');
END;
CREATE TRIGGER payouts_total_moved AFTER UPDATE ON payouts
WHEN OLD.tab IS NOT NEW.tab OR OLD.send_minor IS NOT NEW.send_minor OR OLD.send_currency IS NOT NEW.send_currency BEGIN
  UPDATE payout_totals SET payouts = payouts - 1, minor = minor - ifnull(OLD.send_minor, 0)
  WHERE profile_id = OLD.profile_id AND tab = OLD.tab AND currency = ifnull(OLD.send_currency, '');
  INSERT INTO payout_totals VALUES (NEW.profile_id, NEW.tab, ifnull(NEW.send_currency, ''), 1, ifnull(NEW.send_minor, 0))
  ON CONFLICT DO UPDATE SET payouts = payouts + 1, minor = minor + excluded.minor;
END;
CREATE TRIGGER repairs_in AFTER INSERT ON repairs BEGIN
  UPDATE payouts SET put_away = NEW.closed_at IS NOT NULL WHERE id = NEW.payout_id;
END;
CREATE TRIGGER repairs_moved AFTER UPDATE OF closed_at ON repairs WHEN (OLD.closed_at IS NULL) <> (NEW.closed_at IS NULL) BEGIN
  UPDATE payouts SET put_away = NEW.closed_at IS NOT NULL WHERE id = NEW.payout_id;
END;
`;
