CREATE TABLE "response_counts" (
	"quarter" timestamp (3) with time zone NOT NULL,
	"provider_id" uuid NOT NULL,
	"channel" text DEFAULT 'email' NOT NULL,
	"company_id" uuid DEFAULT '00000000-0000-0000-0000-000000000000' NOT NULL,
	"type" text DEFAULT '' NOT NULL,
	"category" text NOT NULL,
	"delivered" integer DEFAULT 0 NOT NULL,
	"bounced" integer DEFAULT 0 NOT NULL,
	"complained" integer DEFAULT 0 NOT NULL,
	"opened" integer DEFAULT 0 NOT NULL,
	"clicked" integer DEFAULT 0 NOT NULL,
	"machine_opened" integer DEFAULT 0 NOT NULL,
	"machine_clicked" integer DEFAULT 0 NOT NULL,
	"unsubscribed" integer DEFAULT 0 NOT NULL,
	"returned" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "response_counts_pk" PRIMARY KEY("quarter","provider_id","channel","company_id","type","category")
);
--> statement-breakpoint
CREATE TABLE "provider_prices" (
	"provider_id" uuid NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"cost_micros" bigint NOT NULL,
	"monthly_fee_micros" bigint NOT NULL,
	CONSTRAINT "provider_prices_provider_id_valid_from_pk" PRIMARY KEY("provider_id","valid_from")
);
--> statement-breakpoint
ALTER TABLE "delivery_days" ADD COLUMN "took_100" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_days" ADD COLUMN "took_250" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_days" ADD COLUMN "took_500" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_days" ADD COLUMN "took_1000" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_days" ADD COLUMN "took_2500" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_days" ADD COLUMN "took_5000" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_days" ADD COLUMN "took_10000" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_days" ADD COLUMN "took_30000" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_days" ADD COLUMN "took_more" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_days" ADD COLUMN "waited_1" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_days" ADD COLUMN "waited_5" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_days" ADD COLUMN "waited_15" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_days" ADD COLUMN "waited_60" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_days" ADD COLUMN "waited_300" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_days" ADD COLUMN "waited_900" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_days" ADD COLUMN "waited_3600" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_days" ADD COLUMN "waited_14400" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_days" ADD COLUMN "waited_more" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD COLUMN "took_100" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD COLUMN "took_250" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD COLUMN "took_500" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD COLUMN "took_1000" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD COLUMN "took_2500" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD COLUMN "took_5000" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD COLUMN "took_10000" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD COLUMN "took_30000" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD COLUMN "took_more" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD COLUMN "waited_1" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD COLUMN "waited_5" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD COLUMN "waited_15" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD COLUMN "waited_60" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD COLUMN "waited_300" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD COLUMN "waited_900" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD COLUMN "waited_3600" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD COLUMN "waited_14400" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD COLUMN "waited_more" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_minutes" ADD COLUMN "took_100" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_minutes" ADD COLUMN "took_250" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_minutes" ADD COLUMN "took_500" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_minutes" ADD COLUMN "took_1000" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_minutes" ADD COLUMN "took_2500" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_minutes" ADD COLUMN "took_5000" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_minutes" ADD COLUMN "took_10000" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_minutes" ADD COLUMN "took_30000" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_minutes" ADD COLUMN "took_more" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_minutes" ADD COLUMN "waited_1" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_minutes" ADD COLUMN "waited_5" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_minutes" ADD COLUMN "waited_15" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_minutes" ADD COLUMN "waited_60" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_minutes" ADD COLUMN "waited_300" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_minutes" ADD COLUMN "waited_900" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_minutes" ADD COLUMN "waited_3600" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_minutes" ADD COLUMN "waited_14400" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery_minutes" ADD COLUMN "waited_more" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "seen" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
INSERT INTO "provider_prices" ("provider_id", "valid_from", "cost_micros", "monthly_fee_micros") SELECT "id", "created_at", "cost_micros", "monthly_fee_micros" FROM "providers";
