CREATE TABLE "queue_days" (
	"day" date NOT NULL,
	"company_id" uuid DEFAULT '00000000-0000-0000-0000-000000000000' NOT NULL,
	"channel" text DEFAULT '' NOT NULL,
	"priority" smallint NOT NULL,
	"looks" integer DEFAULT 0 NOT NULL,
	"waiting_sum" bigint DEFAULT 0 NOT NULL,
	"oldest_seconds" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "queue_days_pk" PRIMARY KEY("day","company_id","channel","priority")
);
--> statement-breakpoint
CREATE TABLE "queue_hours" (
	"hour" timestamp (3) with time zone NOT NULL,
	"company_id" uuid DEFAULT '00000000-0000-0000-0000-000000000000' NOT NULL,
	"channel" text DEFAULT '' NOT NULL,
	"priority" smallint NOT NULL,
	"looks" integer DEFAULT 0 NOT NULL,
	"waiting_sum" bigint DEFAULT 0 NOT NULL,
	"oldest_seconds" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "queue_hours_pk" PRIMARY KEY("hour","company_id","channel","priority")
);
