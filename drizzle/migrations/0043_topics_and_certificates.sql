CREATE TABLE "topic_counts" (
	"kind" text NOT NULL,
	"quarter" timestamp (3) with time zone NOT NULL,
	"topic_id" uuid NOT NULL,
	"company_id" uuid DEFAULT '00000000-0000-0000-0000-000000000000' NOT NULL,
	"slot" smallint NOT NULL,
	"messages_sent" integer DEFAULT 0 NOT NULL,
	"messages_partly" integer DEFAULT 0 NOT NULL,
	"messages_captured" integer DEFAULT 0 NOT NULL,
	"messages_failed" integer DEFAULT 0 NOT NULL,
	"messages_parked" integer DEFAULT 0 NOT NULL,
	"recipients_sent" integer DEFAULT 0 NOT NULL,
	"cost_micros" bigint DEFAULT 0 NOT NULL,
	"delivered" integer DEFAULT 0 NOT NULL,
	"bounced" integer DEFAULT 0 NOT NULL,
	"complained" integer DEFAULT 0 NOT NULL,
	"opened" integer DEFAULT 0 NOT NULL,
	"clicked" integer DEFAULT 0 NOT NULL,
	"machine_opened" integer DEFAULT 0 NOT NULL,
	"machine_clicked" integer DEFAULT 0 NOT NULL,
	"unsubscribed" integer DEFAULT 0 NOT NULL,
	"returned" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "topic_counts_pk" PRIMARY KEY("kind","quarter","topic_id","company_id","slot")
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "campaign_id" uuid;--> statement-breakpoint
ALTER TABLE "provider_tests" ADD COLUMN "certificate_ends_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "topic_counts_quarter_idx" ON "topic_counts" USING btree ("quarter") WHERE "topic_counts"."slot" <> 0;--> statement-breakpoint
INSERT INTO "alert_rules" ("id", "kind", "severity", "threshold", "window_minutes", "min_sample") VALUES
  ('019acd9c-0000-7000-8000-00000000000e', 'domain_broken', 'critical', null, null, null),
  ('019acd9c-0000-7000-8000-00000000000f', 'disk_low', 'critical', 5, null, null),
  ('019acd9c-0000-7000-8000-000000000010', 'certificate_ending', 'warning', 14, null, null);
