import { describe, expect, it } from 'vitest';
import { cpuMs } from '@/lib/testing/cpu';
import { likelyTypo, nearestCommon } from './suggest-domain';

describe('likelyTypo', () => {
  it.each([
    ['gmial.com', 'gmail.com'],
    ['gamil.com', 'gmail.com'],
    ['gmal.com', 'gmail.com'],
    ['gmaill.com', 'gmail.com'],
    ['gmsil.com', 'gmail.com'],
    ['mgail.com', 'gmail.com'],
    ['gmail.con', 'gmail.com'],
    ['gmail.co', 'gmail.com'],
    ['gmail.cm', 'gmail.com'],
    ['hotmial.com', 'hotmail.com'],
    ['hotmal.com', 'hotmail.com'],
    ['hormail.com', 'hotmail.com'],
    ['hotmil.es', 'hotmail.es'],
    ['outlok.com', 'outlook.com'],
    ['outloook.es', 'outlook.es'],
    ['yahho.com.mx', 'yahoo.com.mx'],
    ['yaho.com.ar', 'yahoo.com.ar'],
    ['yahooo.com.br', 'yahoo.com.br'],
    ['iclud.com', 'icloud.com'],
    ['wandoo.fr', 'wanadoo.fr'],
    ['laposte.met', null],
    ['frenet.de', 'freenet.de'],
    ['t-onlin.de', 't-online.de'],
  ])('%s: %s', (typed, meant) => expect(likelyTypo(typed)).toBe(meant));

  // Mail services, companies and public bodies that people have addresses at.
  const real =
    `mail.com email.com ymail.com fastmail.com hushmail.com zohomail.com hey.com pm.me tutanota.com tuta.io duck.com
    gmx.com gmx.de gmx.net gmx.at gmx.ch web.de mail.de posteo.de arcor.de freenet.de t-online.de online.de kabelmail.de vodafone.de
    hotmail.co.uk hotmail.it hotmail.se hotmail.nl hotmail.be hotmail.ch hotmail.cl hotmail.gr hotmail.no hotmail.dk hotmail.ca
    outlook.be outlook.dk outlook.it outlook.pt outlook.cl outlook.ie outlook.jp outlook.in
    live.co.uk live.nl live.be live.dk live.se live.cl live.com.mx live.com.ar live.com.pt live.ca live.it love.com line.com life.com
    yahoo.co.uk yahoo.co.in yahoo.co.jp yahoo.ca yahoo.it yahoo.cl yahoo.com.co yahoo.com.pe yahoo.com.ve yahoo.se yahoo.ie yahoo.in
    rocketmail.com msn.com aol.com aim.com me.com mac.com icloud.com cloud.com proton.me protonmail.ch protonmail.com
    orange.fr orange.es orange.com free.fr sfr.fr neuf.fr bbox.fr laposte.net laposte.fr numericable.fr club-internet.fr aliceadsl.fr
    uol.com.br bol.com.br terra.com.br terra.com terra.es terra.cl ig.com.br globo.com globomail.com oi.com.br r7.com zipmail.com.br
    telefonica.net telefonica.com movistar.es movistar.com ono.com ya.com euskaltel.net eresmas.com vodafone.es jazztel.es
    prodigy.net.mx prodigy.net telmex.com infinitum.com.mx fibertel.com.ar arnet.com.ar ciudad.com.ar speedy.com.ar sinectis.com.ar
    tigo.com.py tigo.com.co tigo.com.bo personal.com.py copaco.com.py une.edu.py une.edu.co clinica.com.py itaipu.gov.py
    libero.it virgilio.it alice.it tiscali.it bluewin.ch sunrise.ch hispeed.ch telenet.be skynet.be ziggo.nl kpnmail.nl planet.nl
    btinternet.com sky.com talktalk.net ntlworld.com virginmedia.com comcast.net verizon.net att.net sbcglobal.net cox.net charter.net
    qq.com 163.com 126.com sina.com naver.com daum.net hanmail.net yandex.ru yandex.com mail.ru rambler.ru ukr.net seznam.cz wp.pl o2.pl
    gob.mx sat.gob.mx unam.mx uba.ar usp.br ub.edu uam.es ucm.es inta.gob.ar mercadolibre.com santander.com bbva.com itau.com.br
    gail.co.in grail.com email.cz tierra.com.ar gomail.com incloud.com outlookers.com`.split(/\s+/);

  it('says nothing of real ones', () => {
    expect(real.length).toBeGreaterThan(180);
    expect(real.filter((domain) => likelyTypo(domain) !== null)).toEqual([]);
  });
});

describe('nearestCommon, of what takes no mail', () => {
  it.each([
    ['gmial.con', 'gmail.com'],
    ['gmail.es', 'gmail.com'],
    ['gmail.com.ar', 'gmail.com'],
    ['gmailcom', 'gmail.com'],
    ['otmail.com', 'hotmail.com'],
    ['hotmaill.con', 'hotmail.com'],
    ['tigo.com.pi', 'tigo.com.py'],
    ['orang.fr', 'orange.fr'],
    ['uol.con.br', 'uol.com.br'],
    ['prodigi.net.mx', 'prodigy.net.mx'],
    ['clinica-del-sol.com.py', null],
    ['empresa.example', null],
  ])('%s: %s', (typed, meant) => expect(nearestCommon(typed)).toBe(meant));

  it('is quick whatever is typed', () => {
    const started = cpuMs();
    for (let at = 0; at < 1000; at++) nearestCommon(`${'a'.repeat(200)}${at}.com`);
    expect(cpuMs() - started).toBeLessThan(500);
  });
});
