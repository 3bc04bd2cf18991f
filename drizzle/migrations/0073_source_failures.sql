ALTER TABLE "subject_sources" ADD COLUMN "failures" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
INSERT INTO "alert_rules" ("id", "kind", "severity", "threshold", "window_minutes", "min_sample") VALUES
  ('019acd9c-0000-7000-8000-000000000012', 'source_failing', 'warning', 2, null, null);
