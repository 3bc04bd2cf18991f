CREATE TABLE "alert_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid,
	"kind" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"severity" text NOT NULL,
	"threshold" double precision,
	"window_minutes" integer,
	"min_sample" integer,
	"by_mail" boolean DEFAULT true NOT NULL,
	"recipients" text[],
	"remind_hours" integer DEFAULT 24,
	"quiet_from" text,
	"quiet_to" text,
	"muted_until" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "alerts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rule_id" uuid NOT NULL,
	"company_id" uuid,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"severity" text NOT NULL,
	"values" jsonb NOT NULL,
	"fired_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"acknowledged_at" timestamp (3) with time zone,
	"acknowledged_by" text,
	"told_at" timestamp (3) with time zone,
	"reminded_at" timestamp (3) with time zone,
	"over_told_at" timestamp (3) with time zone,
	"mail_problem" text
);
--> statement-breakpoint
CREATE UNIQUE INDEX "alerts_open_key" ON "alerts" USING btree ("rule_id","subject") WHERE "alerts"."resolved_at" is null;--> statement-breakpoint
CREATE INDEX "alerts_resolved_at_idx" ON "alerts" USING btree ("resolved_at");
--> statement-breakpoint
INSERT INTO "alert_rules" ("id", "kind", "severity", "threshold", "window_minutes", "min_sample") VALUES
  ('019acd9c-0000-7000-8000-000000000001', 'failure_rate', 'critical', 10, 60, 20),
  ('019acd9c-0000-7000-8000-000000000002', 'bounce_rate', 'warning', 5, 1440, 100),
  ('019acd9c-0000-7000-8000-000000000003', 'complaint_rate', 'critical', 0.1, 10080, 1000),
  ('019acd9c-0000-7000-8000-000000000004', 'queue_age', 'critical', 10, null, null),
  ('019acd9c-0000-7000-8000-000000000005', 'parked', 'warning', 10, null, null),
  ('019acd9c-0000-7000-8000-000000000006', 'provider_down', 'critical', null, null, null),
  ('019acd9c-0000-7000-8000-000000000007', 'provider_flapping', 'warning', 3, 60, null),
  ('019acd9c-0000-7000-8000-000000000008', 'limit_forecast', 'warning', null, null, null),
  ('019acd9c-0000-7000-8000-000000000009', 'budget_forecast', 'warning', null, null, null),
  ('019acd9c-0000-7000-8000-00000000000a', 'events_silent', 'warning', null, 1440, 50),
  ('019acd9c-0000-7000-8000-00000000000b', 'webhook_stopped', 'warning', null, null, null),
  ('019acd9c-0000-7000-8000-00000000000c', 'token_ending', 'warning', 7, null, null),
  ('019acd9c-0000-7000-8000-00000000000d', 'no_worker', 'critical', 1, null, null);
