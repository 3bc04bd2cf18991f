export type Composer = {
  ownAddress: string;
  companyId: string | null;
  canSend: boolean;
  /** The setting: a message without text gets one made of its HTML. */
  textFromHtml: boolean;
};
