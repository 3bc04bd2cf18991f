import type { z } from 'zod';
import type { StoredProviderTemplate, StoredRecipient, StoredTracking } from '@/drizzle/schema/messages';
import type { StoredCargo } from '@/drizzle/schema/stored-cargo';
import type { LookUps } from '@/lib/addresses/look-ups';
import type { Sender as CompanySender } from '@/lib/companies/settings-for';
import type { Cargo } from '@/lib/routing/carries';
import type { DeliverySettings } from '@/lib/settings/schema';
import type { ChannelForm } from './form';
import type { ParsedMessage } from './message-fields';
import type { Outgoing, OutgoingAttachment, Sender } from './outgoing';

/** What a channel has of its own; everything else is alike for all. One object, registered in `registry.ts`. */
export type Channel<Input extends ParsedMessage = ParsedMessage, Message extends Outgoing = Outgoing> = {
  /** As it stands in `channel` of a message, and in the figures. */
  name: string;
  /** What `POST /api/v1/messages` takes. */
  input: z.ZodType<Input>;
  /** With what a person composes one. */
  form: ChannelForm;
  limits: {
    /** Bodies and files of one message. */
    maxBytes: number;
  };
  address: ChannelAddress;
  /** Nobody can send without a sender: the message's, its company's or the provider's. */
  needsSender: boolean;
  /** It makes a phone ring: what nobody waits for is not sent at night. */
  rings?: true;
  /** Where a message has one recipient: a request for several as one message for each. Absent: a message may have several. */
  apart?(input: Input): Input[];
  /** A message that passed `input`, as it is stored. @throws AppError validation_failed */
  prepare(input: Input, around: Surroundings): Promise<Prepared>;
  /** Makes parts that were not given, before the time of sending is taken. */
  complete?(content: Content, settings: DeliverySettings['content']): Content;
  /** As an adapter takes it, for those recipients who still wait. */
  toOutgoing(message: Stored, sender: Sender | null, attachments: OutgoingAttachment[]): Message;
  /** The real message of a connection test; `to` passed `address.schema`. */
  testMessage(sender: Sender | null, to: string): Message;
  /** It goes over the wire as a mail (RFC 5322); absent: nobody but its adapters knows how. */
  mime?: true;
  /** What decides who can carry it. */
  cargoOf(message: Message, sizeBytes: number): Cargo;
};

export type ChannelAddress = {
  /** As somebody types one. */
  schema: z.ZodType<string, string>;
  /** Two addresses that give the same are one recipient. */
  toCompare(address: string): string;
  /** As it is named on the wire, where that is not as it was given. */
  toWire?(address: string): string;
  /** What providers' rules on senders and recipients go by, as the domain of an email; absent: they have none on this channel. */
  groupOf?(address: string): string;
  /** Such a rule, in the form in which addresses and groups are compared with it; absent: as it was written. */
  ruleOf?(text: string): string;
  /** What such a rule may be, as it is kept; absent: an address. */
  rule?: z.ZodType<string, string>;
};

export type Surroundings = {
  files: { filename: string; contentType: string | null; contentId: string | null; sizeBytes: number }[];
  /** Of the company's mail. */
  companySender: CompanySender | null;
  /** Where the company is (ISO 3166-1), for what is written without a country; null: nobody has said. */
  country: string | null;
  settings: DeliverySettings;
  /** What the request that it is of may ask of DNS. */
  lookUps: LookUps;
};

/** The part of a row that is the channel's. */
export type Prepared = {
  sender: Sender | null;
  subject: string | null;
  recipients: StoredRecipient[];
  /** As it is sent, where that is not as it was given. */
  text?: string;
  cargo: StoredCargo | null;
  replyTo: Content['replyTo'];
  headers: Content['headers'];
  /** What of it leads back here; null: nothing. */
  tracking: StoredTracking | null;
};

export type Content = {
  html: string | null;
  text: string | null;
  replyTo: { email: string; name?: string }[] | null;
  headers: Record<string, string> | null;
  /** Of email, instead of both bodies. */
  providerTemplate?: StoredProviderTemplate | null;
};

export type Stored = Content & {
  id: string;
  resendCount: number;
  companyId?: string | null;
  subject: string | null;
  recipients: StoredRecipient[];
  tags: string[];
  metadata: Record<string, string> | null;
};
