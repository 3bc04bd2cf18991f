CREATE TABLE "warm_ups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider_id" uuid NOT NULL,
	"domain" text,
	"plan" text NOT NULL,
	"day" integer DEFAULT 0 NOT NULL,
	"allowance" integer NOT NULL,
	"today" date NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"history" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "warm_ups" ADD CONSTRAINT "warm_ups_provider_id_providers_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."providers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "warm_ups_key" ON "warm_ups" USING btree ("provider_id",coalesce("domain", ''));