export type Channel = 'email' | 'sms' | 'whatsapp';
