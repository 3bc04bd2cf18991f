CREATE TABLE "bounces" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid,
	"channel" text DEFAULT 'email' NOT NULL,
	"address" text NOT NULL,
	"class" text NOT NULL,
	"code" text,
	"reason" text,
	"provider_id" uuid,
	"message_id" uuid NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"times" integer NOT NULL,
	"softs" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"delivered_at" timestamp (3) with time zone,
	CONSTRAINT "bounces_address_key" UNIQUE NULLS NOT DISTINCT("address","channel","company_id")
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid,
	"channel" text DEFAULT 'email' NOT NULL,
	"address" text NOT NULL,
	"cause" text NOT NULL,
	"category" text,
	"provider_id" uuid,
	"message_id" uuid,
	"code" text,
	"reason" text,
	"first_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"added_by" text,
	"lifted_at" timestamp (3) with time zone,
	CONSTRAINT "suppressions_address_key" UNIQUE NULLS NOT DISTINCT("address","channel","company_id","cause","category")
);
--> statement-breakpoint
CREATE INDEX "bounces_company_id_idx" ON "bounces" USING btree ("company_id","id") WHERE "bounces"."company_id" is not null;--> statement-breakpoint
CREATE INDEX "suppressions_company_id_idx" ON "suppressions" USING btree ("company_id","id") WHERE "suppressions"."company_id" is not null;--> statement-breakpoint
CREATE INDEX "suppressions_cause_idx" ON "suppressions" USING btree ("cause","last_at");