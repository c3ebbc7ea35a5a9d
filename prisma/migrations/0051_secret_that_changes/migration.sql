-- When the secret is changed, keyed hashes are made anew: docs/decisions/0064-a-secret-that-changes.md.

-- A search stays with whom it was for: it changes only as every contact it was for has changed.
DROP TRIGGER "Lookup_stays" ON "Lookup";
CREATE FUNCTION lookup_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Contact" k WHERE k."phoneHash" = OLD."phoneHash")
    OR NOT EXISTS (SELECT FROM "Contact" k WHERE k."phoneHash" = NEW."phoneHash") THEN
    RAISE EXCEPTION 'a search does not change; it can only be emptied, or go with whom it was for';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Lookup_stays" BEFORE UPDATE ON "Lookup"
  FOR EACH ROW WHEN (NEW."phoneHash" <> '') EXECUTE FUNCTION lookup_stays();

-- Roles ------------------------------------------------------------------------------

GRANT UPDATE ("placeHash") ON "Nearby" TO huiyin_app;
