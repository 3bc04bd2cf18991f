CREATE TABLE "provider_days" (
	"provider_id" uuid NOT NULL,
	"day" date NOT NULL,
	"slot" smallint NOT NULL,
	"sent" integer NOT NULL,
	"failed" integer NOT NULL,
	"duration_ms_sum" bigint NOT NULL,
	"cost_micros" bigint NOT NULL,
	"last_used_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "provider_days_provider_id_day_slot_pk" PRIMARY KEY("provider_id","day","slot")
);
--> statement-breakpoint
CREATE TABLE "provider_health" (
	"provider_id" uuid PRIMARY KEY NOT NULL,
	"consecutive_failures" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "provider_keys" ADD COLUMN "scopes" text;--> statement-breakpoint
ALTER TABLE "provider_health" ADD CONSTRAINT "provider_health_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- Hand-written: each provider has its row from the start, so that a delivery only ever updates it.
INSERT INTO "provider_health" ("provider_id") SELECT "id" FROM "providers";
