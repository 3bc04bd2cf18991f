export const ADDRESS_NAMES = ['email', 'phone', 'whatsapp', 'telegram', 'slack'] as const;
export type AddressName = (typeof ADDRESS_NAMES)[number];
