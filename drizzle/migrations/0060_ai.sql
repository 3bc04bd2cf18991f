CREATE TABLE "ai_calls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid,
	"provider_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"model" text NOT NULL,
	"job" text NOT NULL,
	"prompt_version" integer NOT NULL,
	"actor_type" text NOT NULL,
	"actor_label" text NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"duration_ms" integer,
	"outcome" text,
	"redacted" boolean NOT NULL,
	"input_tokens" integer DEFAULT 0 NOT NULL,
	"cached_tokens" integer DEFAULT 0 NOT NULL,
	"output_tokens" integer DEFAULT 0 NOT NULL,
	"reasoning_tokens" integer DEFAULT 0 NOT NULL,
	"cost_micros" bigint,
	"request_id" text
);
--> statement-breakpoint
CREATE TABLE "ai_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider_id" uuid NOT NULL,
	"label" text NOT NULL,
	"sealed" text NOT NULL,
	"last4" text NOT NULL,
	"active" boolean NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ai_providers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"endpoint" text NOT NULL,
	"model" text NOT NULL,
	"organization" text,
	"project" text,
	"timeout_seconds" integer NOT NULL,
	"schemas" boolean,
	"priority" integer NOT NULL,
	"input_micros" bigint,
	"output_micros" bigint,
	"limits" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"budget_micros" bigint,
	"budget_hard" boolean DEFAULT true NOT NULL,
	"fallback_id" uuid,
	"active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"open_until" timestamp (3) with time zone,
	"fault" text,
	"reply" text,
	"failed_at" timestamp (3) with time zone,
	"test_ok" boolean,
	"tested_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "ai" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "ai_keys" ADD CONSTRAINT "ai_keys_provider_id_ai_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."ai_providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ai_calls_provider_id_idx" ON "ai_calls" USING btree ("provider_id","started_at");--> statement-breakpoint
CREATE INDEX "ai_calls_started_at_idx" ON "ai_calls" USING btree ("started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "ai_keys_active_key" ON "ai_keys" USING btree ("provider_id") WHERE "ai_keys"."active";--> statement-breakpoint
CREATE INDEX "ai_keys_provider_id_idx" ON "ai_keys" USING btree ("provider_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ai_providers_name_key" ON "ai_providers" USING btree (coalesce("company_id", '00000000-0000-0000-0000-000000000000'),lower("name"));