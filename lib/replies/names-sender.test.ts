import { describe, expect, it } from 'vitest';
import { classifyReply } from './classify-reply';

const ENVELOPE = { from: 'caja@tienda.example', to: 'ana@cliente.example' };

const faultOf = (text: string, envelope = ENVELOPE) =>
  classifyReply({ stage: 'recipient', code: Number(text.slice(0, 3)), text, envelope }).fault;

describe('whose name a reply says', () => {
  it.each([
    '550 <caja@tienda.example>: User unknown',
    '550 5.1.1 caja@tienda.example: no such mailbox',
    '550 5.1.2 Domain tienda.example does not exist',
    '553 5.1.8 Unknown domain tienda.example.',
  ])('is ours: %s', (text) => {
    expect(faultOf(text)).toBe('provider');
    expect(faultOf(text, { from: 'otra@otra.example', to: 'caja@tienda.example' })).toBe('recipient');
  });

  it.each([
    '550 5.1.1 <ana@cliente.example>: User unknown',
    '550 5.1.1 User unknown',
    '550 5.1.1 <ana@cliente.example>: User unknown (message from caja@tienda.example)',
    '550 5.1.1 No such user (mail.tienda.example [203.0.113.9])',
  ])('is the recipient or nobody: %s', (text) => {
    expect(faultOf(text)).toBe('recipient');
  });

  it('tells nothing among people of one domain', () => {
    const within = { from: 'caja@tienda.example', to: 'luis@tienda.example' };
    expect(faultOf('550 5.1.1 <luis@tienda.example>: User unknown', within)).toBe('recipient');
  });
});

describe('without an envelope, by the words alone', () => {
  it.each([
    ['550 Address 203.0.113.9 unknown', 'provider'],
    ['550 5.7.1 Host unknown: 203.0.113.9', 'provider'],
    ['550 Bounce address invalid', 'provider'],
    ['550 SMTP user disabled', 'provider'],
    ['550 5.7.1 Recipient does not accept mail from your domain', 'provider'],
    ['550 No mailbox here, see our anti-spam policy', 'recipient'],
    ['550 5.1.1 No such user here. You may have misspelled the address', 'recipient'],
    ['550 The person you are writing to has left', 'recipient'],
  ])('%s: %s', (text, fault) => {
    expect(classifyReply({ stage: 'recipient', code: 550, text }).fault).toBe(fault);
  });
});
