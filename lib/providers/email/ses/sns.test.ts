import { createSign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { startPublicInternet } from '@/lib/testing/public-internet';
import { readCertificate, trustTestCertificates } from '@/lib/testing/smtp-server';
import { events } from './events';

trustTestCertificates();

const topic = 'arn:aws:sns:eu-west-1:123456789012:relevo';
const config = { settings: { snsTopicArn: topic } };
const HOST = 'sns.eu-west-1.amazonaws.com';
let certificates = 0;

type Notice = Record<string, string>;

/** https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message-verify-message-signature.html */
function makeNotice(fields: Notice = {}): Notice {
  const notice: Notice = {
    Type: 'Notification',
    MessageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
    TopicArn: topic,
    Message: '{}',
    Timestamp: new Date().toISOString(),
    SignatureVersion: '2',
    // Known by its address for as long as the process lives, so each test has its own.
    SigningCertURL: `https://${HOST}/SimpleNotificationService-${++certificates}.pem`,
    ...fields,
  };
  const names =
    notice.Type === 'Notification'
      ? ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type']
      : ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'];
  const text = names
    .flatMap((name) => (notice[name] === undefined ? [] : `${name}\n${notice[name]}\n`))
    .join('');
  const algorithm = notice.SignatureVersion === '1' ? 'RSA-SHA1' : 'RSA-SHA256';
  return {
    ...notice,
    Signature: createSign(algorithm).update(text).sign(readCertificate('known').key, 'base64'),
  };
}

const request = (notice: Notice, type = notice.Type!) => ({
  headers: { 'x-amz-sns-message-type': type },
  body: Buffer.from(JSON.stringify(notice)),
  receivedAt: new Date(),
});

const internet = () =>
  startPublicInternet({ [HOST]: ['52.94.5.10'] }, ({ path }) =>
    path.includes('.pem')
      ? { status: 200, body: String(readCertificate('known').cert) }
      : { status: 200, body: '<ok/>' },
  );

describe('a message of SNS', () => {
  it.each(['1', '2'])(
    'is taken as Amazon signs it, version %s, its certificate asked for once',
    async (SignatureVersion) => {
      const { calls } = await internet();
      const notice = makeNotice({ SignatureVersion, Subject: 'Amazon SES Email Event Notification' });
      for (let count = 0; count < 2; count++)
        expect(await events.verify(request(notice), config)).toEqual({ ok: true, key: notice.MessageId });
      expect(calls).toHaveLength(1);
    },
  );

  it.each<[string, Notice, string]>([
    ['another topic', { TopicArn: `${topic}2` }, 'topic'],
    ['an old time', { Timestamp: '2020-01-01T00:00:00Z' }, 'hour'],
    ['no time', { Timestamp: 'soon' }, 'hour'],
    [
      'a certificate of somebody',
      { SigningCertURL: 'https://sns.eu-west-1.amazonaws.com.evil.example/a.pem' },
      'certificate',
    ],
    ['a certificate by http', { SigningCertURL: `http://${HOST}/a.pem` }, 'certificate'],
    ['a certificate at a port', { SigningCertURL: `https://${HOST}:8443/a.pem` }, 'certificate'],
    ['a certificate with a user', { SigningCertURL: `https://x@${HOST}/a.pem` }, 'certificate'],
    ['a certificate in a bucket', { SigningCertURL: 'https://s3.amazonaws.com/bucket/a.pem' }, 'certificate'],
    ['a version nobody knows', { SignatureVersion: '3' }, 'signature'],
  ])('is not taken with %s', async (_, fields, about) => {
    await internet();
    expect(await events.verify(request(makeNotice(fields)), config)).toEqual({
      ok: false,
      reason: expect.stringContaining(about),
    });
  });

  it('is not taken when it was changed, when its header names another type, or when it is something else', async () => {
    await internet();
    const notice = makeNotice();
    const changed = request({ ...notice, Message: '{"eventType":"Bounce"}' });
    expect(await events.verify(changed, config)).toMatchObject({
      ok: false,
      reason: 'its signature does not fit',
    });
    expect(await events.verify(request(notice, 'SubscriptionConfirmation'), config)).toMatchObject({
      ok: false,
    });
    expect(await events.verify({ ...request(notice), body: Buffer.from('[]') }, config)).toMatchObject({
      ok: false,
    });
  });
});

describe('a subscription', () => {
  const asked = (SubscribeURL: string) =>
    request(makeNotice({ Type: 'SubscriptionConfirmation', Token: 'abc', SubscribeURL }));

  it('is confirmed at Amazon', async () => {
    const { calls } = await internet();
    const given = asked(`https://${HOST}/?Action=ConfirmSubscription&TopicArn=${topic}&Token=abc`);
    expect(await events.verify(given, config)).toMatchObject({ ok: true });
    await events.confirm(given, config as never, AbortSignal.timeout(5_000));
    expect(calls.map(({ path }) => path).at(-1)).toContain('Action=ConfirmSubscription');
  });

  it.each([
    'https://evil.example/?Action=ConfirmSubscription',
    `https://${HOST}.evil.example/`,
    `http://${HOST}/`,
  ])('is not confirmed at %s', async (url) => {
    const { calls } = await internet();
    await expect(events.confirm(asked(url), config as never, AbortSignal.timeout(5_000))).rejects.toThrow(
      'Amazon',
    );
    expect(calls).toEqual([]);
  });
});
