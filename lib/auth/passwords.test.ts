import { beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, testContext } from '@/lib/testing/factories';
import { judgeChoice } from './judge-choice';
import { hashNewPassword, judgePassword, verifyPassword } from './passwords';

useTestDatabase();

const ana = { name: 'Ana Benítez', email: 'abenitez@sanjose-clinica.com.py', companyIds: null };
let workshop: string;
let canteen: string;

beforeAll(async () => {
  workshop = (await makeCompany({ name: 'Taller Ñandutí' })).id;
  canteen = (await makeCompany({ name: 'Comedor Guabirá' })).id;
});

describe('a password that is chosen', () => {
  it.each([
    ['', 'too_short'],
    ['elevenchars', 'too_short'],
    ['x'.repeat(257), 'too_long'],
  ])('has 12 to 256 characters: %j is %s', async (password, code) => {
    expect(await judgePassword(password, ana)).toMatchObject({ code });
  });

  /** From published lists of passwords in use (SecLists, NordPass), and the ways in which people vary them. */
  it.each([
    'password1234',
    'Password1234!',
    'P@ssw0rd1234',
    '123456789012',
    '1q2w3e4r5t6y',
    'qwertyuiop12',
    'iloveyou1234',
    'Administrator1',
    'letmeinletmein',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    '19841984198419',
    'contrasena1234',
    'realmadrid2024',
    'password'.repeat(32),
  ])('is none that is guessed first: %s', async (password) => {
    expect(await judgePassword(password, ana)).toMatchObject({ code: 'password_common' });
  });

  it.each([
    'Ana Benítez 2026',
    'anabenitez1985',
    'ABENITEZ-abenitez',
    'abenitez@sanjose-clinica.com.py',
    'SanJoseClinica1',
    'talleríñandutí!',
    'Taller-Nanduti-26',
    'Relevo2026!!',
  ])('is not what others know of the person: %s', async (password) => {
    expect(await judgePassword(password, ana)).toMatchObject({ code: 'password_own' });
  });

  it('tells no stranger who tries out names which companies there are', async () => {
    const ctx = { ...testContext, ip: '203.0.113.9' };
    const judged = (password: string) => judgeChoice(ctx, { password, email: ana.email });
    expect(await judged('taller-quebracho-26')).toEqual(await judged('talleres-ñandutí-26'));
    expect(await judged('SanJoseClinica1')).toMatchObject({ code: 'password_own' });
    expect(await judgePassword('talleres-ñandutí-26', ana)).toMatchObject({ code: 'password_own' });
  });

  it('tells who is limited to some companies nothing of the others', async () => {
    const of = (companyIds: string[]) => judgePassword('talleres-ñandutí-26', { ...ana, companyIds });
    expect(await of([workshop])).toMatchObject({ code: 'password_own' });
    expect(await of([canteen, workshop])).toMatchObject({ code: 'password_own' });
    expect(await of([canteen])).toBeNull();
    expect(await judgePassword('taller-quebracho-26', { ...ana, companyIds: [canteen] })).toBeNull();
  });

  it.each([
    'correct horse battery staple',
    'correct horse battery',
    'montaña-verde-27',
    'Xk9#mQ2$vL7p',
    'ana tiene tres tortugas azules',
    'aquí llueve cada martes',
    '密码一定要很长才行的吧好',
    'solamente-letras-minusculas',
  ])('needs no digit, no capital and no sign: %s', async (password) => {
    expect(await judgePassword(password, ana)).toBeNull();
  });

  it('is refused in its field, before anything is hashed', async () => {
    await expect(hashNewPassword('password1234', {}, 'newPassword')).rejects.toMatchObject({
      code: 'validation_failed',
      errors: [{ path: 'newPassword', code: 'password_common' }],
    });
  });

  it('is judged without keeping others waiting, whatever it repeats', async () => {
    await judgePassword('warmed up by now', {});
    for (const unit of ['1234567890', 'p@$$w0rd', '4@8({[<369!1|07$5+%2', '11/11/1111', 'qwerty@123$5!']) {
      const costs: number[] = [];
      for (let round = 0; round < 3; round++) {
        const before = process.cpuUsage();
        await judgePassword(unit.repeat(26).slice(0, 256), {});
        const { user, system } = process.cpuUsage(before);
        costs.push((user + system) / 1000);
      }
      expect(Math.min(...costs), unit).toBeLessThan(150);
    }
  });
});

describe('passwords', () => {
  it('are argon2id with the parameters of OWASP', async () => {
    expect(await hashNewPassword('correct horse battery', {})).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/,
    );
  });
  it('match only themselves', async () => {
    const hash = await hashNewPassword('correct horse battery', {});
    expect(await verifyPassword(hash, 'correct horse battery')).toBe(true);
    expect(await verifyPassword(hash, 'correct horse batterz')).toBe(false);
  });
  it('never match for an account that does not exist', async () => {
    expect(await verifyPassword(null, 'nobody has this password')).toBe(false);
  });
});
