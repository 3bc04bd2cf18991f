-- Each row of the audit log answers for the one before it: who changes or takes one out breaks the chain.
ALTER TABLE "audit_log" ADD COLUMN "number" bigint;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "hash" "bytea";--> statement-breakpoint
CREATE UNIQUE INDEX "audit_log_number_key" ON "audit_log" USING btree ("number");--> statement-breakpoint
CREATE FUNCTION audit_hash(previous bytea, entry audit_log) RETURNS bytea
	LANGUAGE sql STABLE SET timezone TO 'UTC' AS $$
	-- What is null is left out, so that a column which a later version adds changes no hash of before.
	SELECT sha256(coalesce(previous, ''::bytea) || convert_to(
		(SELECT jsonb_object_agg(key, value) FROM jsonb_each(to_jsonb(entry) - 'hash') WHERE value <> 'null')::text, 'UTF8'))
$$;--> statement-breakpoint
CREATE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	last record;
BEGIN
	-- One after the other, in the order in which they commit: held until then.
	PERFORM pg_advisory_xact_lock(7355612);
	SELECT number, hash INTO last FROM audit_log WHERE number IS NOT NULL ORDER BY number DESC LIMIT 1;
	NEW.number := coalesce(last.number, 0) + 1;
	NEW.hash := audit_hash(last.hash, NEW);
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER audit_chain BEFORE INSERT ON "audit_log" FOR EACH ROW EXECUTE FUNCTION audit_chain();
