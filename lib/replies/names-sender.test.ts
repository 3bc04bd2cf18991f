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
