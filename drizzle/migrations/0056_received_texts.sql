CREATE TABLE "received_texts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid,
	"provider_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "received_texts_address_idx" ON "received_texts" USING btree ("address","at");