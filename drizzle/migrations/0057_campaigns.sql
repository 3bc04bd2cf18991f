CREATE TABLE "campaign_recipients" (
	"campaign_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"address" text,
	"address_compared" text,
	"name" text,
	"language" text,
	"send_at" timestamp (3) with time zone NOT NULL,
	"variant" smallint,
	"state" text NOT NULL,
	"reason" text,
	"message_id" uuid,
	"outcome" text,
	CONSTRAINT "campaign_recipients_campaign_id_contact_id_pk" PRIMARY KEY("campaign_id","contact_id")
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"paused_from" text,
	"audience" jsonb NOT NULL,
	"template" text NOT NULL,
	"variables" jsonb NOT NULL,
	"language" text,
	"subject" text,
	"preheader" text,
	"from_email" text,
	"from_name" text,
	"track_opens" boolean NOT NULL,
	"track_clicks" boolean NOT NULL,
	"variants" jsonb NOT NULL,
	"test" jsonb,
	"decision" jsonb,
	"decide_at" timestamp (3) with time zone,
	"salt" text NOT NULL,
	"starts_at" text,
	"zoned" boolean NOT NULL,
	"begins_at" timestamp (3) with time zone,
	"spread_hours" integer NOT NULL,
	"per_minute" integer,
	"fed_at" timestamp (3) with time zone,
	"budget_micros" bigint,
	"budget_hard" boolean NOT NULL,
	"approved_by" text,
	"approved_at" timestamp (3) with time zone,
	"started_by" text,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"books" jsonb,
	"resend_of" uuid,
	"archived" boolean DEFAULT false NOT NULL,
	"created_by" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "campaign_recipients" ADD CONSTRAINT "campaign_recipients_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "campaign_recipients_address_key" ON "campaign_recipients" USING btree ("campaign_id","address_compared") WHERE "campaign_recipients"."state" <> 'excluded';--> statement-breakpoint
CREATE INDEX "campaign_recipients_next_idx" ON "campaign_recipients" USING btree ("campaign_id","send_at","contact_id") WHERE "campaign_recipients"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "campaign_recipients_message_id_idx" ON "campaign_recipients" USING btree ("message_id") WHERE "campaign_recipients"."message_id" is not null;--> statement-breakpoint
CREATE INDEX "campaigns_state_idx" ON "campaigns" USING btree ("state") WHERE "campaigns"."finished_at" is null and "campaigns"."state" <> 'draft';--> statement-breakpoint
CREATE INDEX "messages_campaign_id_idx" ON "messages" USING btree ("campaign_id","id") WHERE "messages"."campaign_id" is not null;