import type { DeliverySettings } from '@/lib/settings/schema';

export type Composer = {
  ownAddress: string;
  companyId: string | null;
  /** The setting: a message without text gets one made of its HTML. */
  textFromHtml: boolean;
  /** The setting: how a text that is paid by parts is written. */
  sms: DeliverySettings['sms'];
  /** Recipients can reach this system: it may see opens and clicks. */
  reachable: boolean;
};
