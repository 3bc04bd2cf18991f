INSERT INTO "alert_rules" ("id", "kind", "severity", "threshold", "window_minutes", "min_sample") VALUES
  ('019acd9c-0000-7000-8000-000000000011', 'ai_budget', 'warning', 80, null, null);
